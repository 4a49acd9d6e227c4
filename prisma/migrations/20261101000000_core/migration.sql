-- CreateEnum
CREATE TYPE "Role" AS ENUM ('CHAIRMAN', 'VICE_CHAIRMAN', 'OFFICE', 'DEPARTMENT_HEAD', 'OFFICER', 'OBSERVER', 'ADMIN');

-- CreateEnum
CREATE TYPE "DepartmentKind" AS ENUM ('OFFICE', 'SPECIALIST', 'SERVICE_UNIT', 'ARMED_FORCE', 'OTHER');

-- CreateEnum
CREATE TYPE "Level" AS ENUM ('CENTRAL', 'CITY', 'PARTY_COMMUNE', 'COMMUNE', 'OTHER');

-- CreateEnum
CREATE TYPE "CalendarDayKind" AS ENUM ('HOLIDAY', 'WORKED');

-- CreateEnum
CREATE TYPE "DirectiveType" AS ENUM ('RESOLUTION', 'DECREE', 'DECISION', 'DIRECTIVE', 'OFFICIAL_LETTER', 'CONCLUSION_NOTICE', 'PLAN', 'PROGRAM', 'INSPECTION_CONCLUSION', 'PETITION', 'ASSIGNMENT', 'OTHER');

-- CreateEnum
CREATE TYPE "Urgency" AS ENUM ('NORMAL', 'URGENT', 'EXPRESS');

-- CreateEnum
CREATE TYPE "TaskStatus" AS ENUM ('ASSIGNED', 'IN_PROGRESS', 'SUBMITTED', 'COMPLETED', 'PAUSED', 'CANCELLED');

-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('NORMAL', 'HIGH');

-- CreateEnum
CREATE TYPE "TaskEventKind" AS ENUM ('ASSIGNED', 'ACCEPTED', 'REFUSED', 'HANDED_OVER', 'PROGRESSED', 'SUBMITTED', 'RETURNED', 'CONFIRMED', 'PAUSED', 'RESUMED', 'CANCELLED', 'REOPENED', 'TRANSFERRED', 'EXTENSION_REQUESTED', 'EXTENSION_APPROVED', 'EXTENSION_REJECTED', 'DEADLINE_CORRECTED', 'EDITED');

-- CreateEnum
CREATE TYPE "SpellEnd" AS ENUM ('COMPLETED', 'EXTENDED', 'CANCELLED', 'PAUSED', 'TRANSFERRED');

-- CreateEnum
CREATE TYPE "TallyGrain" AS ENUM ('DAY', 'MONTH');

-- CreateEnum
CREATE TYPE "ExtensionDecision" AS ENUM ('APPROVED', 'REJECTED');

-- CreateEnum
CREATE TYPE "Direction" AS ENUM ('UP', 'DOWN', 'NONE');

-- CreateEnum
CREATE TYPE "Aggregation" AS ENUM ('SUM', 'LAST', 'RATIO');

-- CreateEnum
CREATE TYPE "ReportState" AS ENUM ('REPORTED', 'NOTHING_AROSE');

-- CreateEnum
CREATE TYPE "ValueOrigin" AS ENUM ('ENTERED', 'IMPORTED', 'DEMONSTRATION');

-- CreateEnum
CREATE TYPE "Comparator" AS ENUM ('EQ', 'GE', 'GT', 'LE', 'LT', 'QUALITATIVE');

-- CreateEnum
CREATE TYPE "TargetSpan" AS ENUM ('MONTH', 'QUARTER', 'YEAR');

-- CreateTable
CREATE TABLE "user_account" (
    "id" SERIAL NOT NULL,
    "login" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "department_id" INTEGER,
    "password_hash" TEXT NOT NULL,
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "locale" TEXT NOT NULL DEFAULT 'vi',
    "color_scheme" TEXT NOT NULL DEFAULT 'auto',
    "disabled_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio" (
    "user_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "portfolio_pkey" PRIMARY KEY ("user_id")
);

-- CreateTable
CREATE TABLE "portfolio_department" (
    "user_id" INTEGER NOT NULL,
    "department_id" INTEGER NOT NULL,

    CONSTRAINT "portfolio_department_pkey" PRIMARY KEY ("user_id","department_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" UUID NOT NULL,
    "user_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "revoked_at" TIMESTAMPTZ(6),
    "address" TEXT NOT NULL,
    "user_agent" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_attempt" (
    "id" BIGSERIAL NOT NULL,
    "login" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "succeeded" BOOLEAN NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "role" "Role" NOT NULL,
    "department_id" INTEGER,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "list_preference" (
    "user_id" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "columns" JSONB NOT NULL,

    CONSTRAINT "list_preference_pkey" PRIMARY KEY ("user_id","list")
);

-- CreateTable
CREATE TABLE "department" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "kind" "DepartmentKind" NOT NULL,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "department_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "issuing_body" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "level" "Level" NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "issuing_body_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "field" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "short" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "field_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sector" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "sector_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "calendar_day" (
    "on" DATE NOT NULL,
    "kind" "CalendarDayKind" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "calendar_day_pkey" PRIMARY KEY ("on")
);

-- CreateTable
CREATE TABLE "setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "directive" (
    "id" SERIAL NOT NULL,
    "number" TEXT NOT NULL,
    "issued_on" DATE,
    "issuing_body_id" INTEGER NOT NULL,
    "level" "Level" NOT NULL,
    "type" "DirectiveType" NOT NULL,
    "abstract" TEXT NOT NULL,
    "sector_id" INTEGER,
    "signer_position" TEXT,
    "received_on" DATE NOT NULL,
    "urgency" "Urgency" NOT NULL DEFAULT 'NORMAL',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" INTEGER,

    CONSTRAINT "directive_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "deliverable" TEXT,
    "directive_id" INTEGER,
    "level" "Level" NOT NULL DEFAULT 'COMMUNE',
    "lead_department_id" INTEGER NOT NULL,
    "field_id" INTEGER NOT NULL,
    "sector_id" INTEGER,
    "leader_id" INTEGER,
    "assignee_id" INTEGER,
    "deciding_authority" TEXT,
    "priority" "Priority" NOT NULL DEFAULT 'NORMAL',
    "parent_id" INTEGER,
    "assigned_on" DATE NOT NULL,
    "original_due_on" DATE,
    "due_on" DATE,
    "due_wording" TEXT,
    "status" "TaskStatus" NOT NULL DEFAULT 'ASSIGNED',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "submitted_on" DATE,
    "completed_on" DATE,
    "cancelled_on" DATE,
    "return_count" INTEGER NOT NULL DEFAULT 0,
    "extension_count" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "task_cooperation" (
    "task_id" INTEGER NOT NULL,
    "department_id" INTEGER NOT NULL,

    CONSTRAINT "task_cooperation_pkey" PRIMARY KEY ("task_id","department_id")
);

-- CreateTable
CREATE TABLE "task_event" (
    "task_id" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "kind" "TaskEventKind" NOT NULL,
    "effective_on" DATE NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" INTEGER,
    "token_id" INTEGER,
    "data" JSONB NOT NULL DEFAULT '{}',
    "note" TEXT,

    CONSTRAINT "task_event_pkey" PRIMARY KEY ("task_id","sequence")
);

-- CreateTable
CREATE TABLE "overdue_spell" (
    "task_id" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "due_on" DATE NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "ended_by" "SpellEnd",
    "department_id" INTEGER NOT NULL,
    "field_id" INTEGER NOT NULL,
    "continuing" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "overdue_spell_pkey" PRIMARY KEY ("task_id","sequence")
);

-- CreateTable
CREATE TABLE "task_phase" (
    "task_id" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE,
    "status" "TaskStatus" NOT NULL,
    "due_on" DATE,
    "department_id" INTEGER NOT NULL,
    "field_id" INTEGER NOT NULL,

    CONSTRAINT "task_phase_pkey" PRIMARY KEY ("task_id","sequence")
);

-- CreateTable
CREATE TABLE "task_tally" (
    "grain" "TallyGrain" NOT NULL,
    "year" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "level" "Level" NOT NULL,
    "department_id" INTEGER NOT NULL,
    "open" INTEGER NOT NULL,
    "overdue" INTEGER NOT NULL,
    "completed" INTEGER NOT NULL,
    "on_time" INTEGER NOT NULL,
    "on_time_by_original" INTEGER NOT NULL,
    "without_deadline" INTEGER NOT NULL,

    CONSTRAINT "task_tally_pkey" PRIMARY KEY ("grain","year","day","level","department_id")
);

-- CreateTable
CREATE TABLE "extension" (
    "id" SERIAL NOT NULL,
    "task_id" INTEGER NOT NULL,
    "old_due_on" DATE NOT NULL,
    "new_due_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "objective" BOOLEAN NOT NULL DEFAULT false,
    "requested_on" DATE NOT NULL,
    "requested_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "requested_by_id" INTEGER,
    "decision" "ExtensionDecision",
    "decided_on" DATE,
    "decided_at" TIMESTAMPTZ(6),
    "decided_by_id" INTEGER,
    "decision_note" TEXT,

    CONSTRAINT "extension_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "period" (
    "month" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "to_on" DATE NOT NULL,

    CONSTRAINT "period_pkey" PRIMARY KEY ("month")
);

-- CreateTable
CREATE TABLE "period_closing" (
    "id" SERIAL NOT NULL,
    "month" TEXT NOT NULL,
    "closed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_by_id" INTEGER NOT NULL,
    "content_hash" TEXT NOT NULL,
    "reopened_at" TIMESTAMPTZ(6),
    "reopened_by_id" INTEGER,
    "reopen_reason" TEXT,

    CONSTRAINT "period_closing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "snapshot_figures" (
    "closing_id" INTEGER NOT NULL,
    "figures" JSONB NOT NULL,

    CONSTRAINT "snapshot_figures_pkey" PRIMARY KEY ("closing_id")
);

-- CreateTable
CREATE TABLE "snapshot_task" (
    "closing_id" INTEGER NOT NULL,
    "task_id" INTEGER NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "snapshot_task_pkey" PRIMARY KEY ("closing_id","task_id")
);

-- CreateTable
CREATE TABLE "indicator" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "direction" "Direction" NOT NULL,
    "aggregation" "Aggregation" NOT NULL,
    "department_id" INTEGER NOT NULL,
    "sector_id" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "indicator_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_value" (
    "indicator_id" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "state" "ReportState" NOT NULL,
    "value" DECIMAL(18,4),
    "numerator" DECIMAL(18,4),
    "denominator" DECIMAL(18,4),
    "cumulative" BOOLEAN NOT NULL DEFAULT false,
    "origin" "ValueOrigin" NOT NULL DEFAULT 'ENTERED',
    "entered_by_id" INTEGER,
    "entered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indicator_value_pkey" PRIMARY KEY ("indicator_id","month")
);

-- CreateTable
CREATE TABLE "target" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "indicator_id" INTEGER,
    "span" "TargetSpan" NOT NULL,
    "start_month" TEXT NOT NULL,
    "comparator" "Comparator" NOT NULL,
    "value" DECIMAL(18,4),
    "unit" TEXT NOT NULL,
    "baseline" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "target_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "stored_file" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "uploaded_by_id" INTEGER,
    "uploaded_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "stored_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "file_link" (
    "id" SERIAL NOT NULL,
    "file_id" UUID NOT NULL,
    "directive_id" INTEGER,
    "task_id" INTEGER,
    "event_sequence" INTEGER,
    "extension_id" INTEGER,

    CONSTRAINT "file_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" BIGSERIAL NOT NULL,
    "user_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "task_id" INTEGER,
    "data" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(6),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox_message" (
    "id" BIGSERIAL NOT NULL,
    "kind" TEXT NOT NULL,
    "data" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "processed_at" TIMESTAMPTZ(6),

    CONSTRAINT "outbox_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "external_reference" (
    "id" SERIAL NOT NULL,
    "system" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "directive_id" INTEGER,
    "task_id" INTEGER,

    CONSTRAINT "external_reference_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "user_account_login_key" ON "user_account"("login");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "sign_in_attempt_login_at_idx" ON "sign_in_attempt"("login", "at");

-- CreateIndex
CREATE INDEX "sign_in_attempt_address_at_idx" ON "sign_in_attempt"("address", "at");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_name_key" ON "api_token"("name");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "department_code_key" ON "department"("code");

-- CreateIndex
CREATE UNIQUE INDEX "issuing_body_code_key" ON "issuing_body"("code");

-- CreateIndex
CREATE UNIQUE INDEX "issuing_body_id_level_key" ON "issuing_body"("id", "level");

-- CreateIndex
CREATE UNIQUE INDEX "field_code_key" ON "field"("code");

-- CreateIndex
CREATE UNIQUE INDEX "sector_code_key" ON "sector"("code");

-- CreateIndex
CREATE INDEX "directive_issuing_body_id_idx" ON "directive"("issuing_body_id");

-- CreateIndex
CREATE UNIQUE INDEX "directive_id_level_key" ON "directive"("id", "level");

-- CreateIndex
CREATE UNIQUE INDEX "task_code_key" ON "task"("code");

-- CreateIndex
CREATE INDEX "task_directive_id_idx" ON "task"("directive_id");

-- CreateIndex
CREATE INDEX "task_parent_id_idx" ON "task"("parent_id");

-- CreateIndex
CREATE INDEX "task_cooperation_department_id_idx" ON "task_cooperation"("department_id");

-- CreateIndex
CREATE INDEX "extension_task_id_idx" ON "extension"("task_id");

-- CreateIndex
CREATE INDEX "period_closing_month_idx" ON "period_closing"("month");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_code_key" ON "indicator"("code");

-- CreateIndex
CREATE UNIQUE INDEX "target_code_span_start_month_key" ON "target"("code", "span", "start_month");

-- CreateIndex
CREATE UNIQUE INDEX "stored_file_storage_key_key" ON "stored_file"("storage_key");

-- CreateIndex
CREATE INDEX "file_link_directive_id_idx" ON "file_link"("directive_id");

-- CreateIndex
CREATE INDEX "file_link_task_id_idx" ON "file_link"("task_id");

-- CreateIndex
CREATE INDEX "file_link_extension_id_idx" ON "file_link"("extension_id");

-- CreateIndex
CREATE INDEX "notification_user_id_read_at_idx" ON "notification"("user_id", "read_at");

-- CreateIndex
CREATE INDEX "external_reference_directive_id_idx" ON "external_reference"("directive_id");

-- CreateIndex
CREATE INDEX "external_reference_task_id_idx" ON "external_reference"("task_id");

-- AddForeignKey
ALTER TABLE "user_account" ADD CONSTRAINT "user_account_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio" ADD CONSTRAINT "portfolio_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_department" ADD CONSTRAINT "portfolio_department_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "portfolio"("user_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_department" ADD CONSTRAINT "portfolio_department_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "list_preference" ADD CONSTRAINT "list_preference_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive" ADD CONSTRAINT "directive_issuing_body_id_level_fkey" FOREIGN KEY ("issuing_body_id", "level") REFERENCES "issuing_body"("id", "level") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive" ADD CONSTRAINT "directive_sector_id_fkey" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "directive" ADD CONSTRAINT "directive_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_directive_id_level_fkey" FOREIGN KEY ("directive_id", "level") REFERENCES "directive"("id", "level") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_lead_department_id_fkey" FOREIGN KEY ("lead_department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "field"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_sector_id_fkey" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task" ADD CONSTRAINT "task_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_cooperation" ADD CONSTRAINT "task_cooperation_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_cooperation" ADD CONSTRAINT "task_cooperation_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_event" ADD CONSTRAINT "task_event_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_event" ADD CONSTRAINT "task_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_event" ADD CONSTRAINT "task_event_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_token"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overdue_spell" ADD CONSTRAINT "overdue_spell_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overdue_spell" ADD CONSTRAINT "overdue_spell_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "overdue_spell" ADD CONSTRAINT "overdue_spell_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "field"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_phase" ADD CONSTRAINT "task_phase_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_phase" ADD CONSTRAINT "task_phase_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_phase" ADD CONSTRAINT "task_phase_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "field"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_tally" ADD CONSTRAINT "task_tally_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_requested_by_id_fkey" FOREIGN KEY ("requested_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "extension" ADD CONSTRAINT "extension_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_closing" ADD CONSTRAINT "period_closing_month_fkey" FOREIGN KEY ("month") REFERENCES "period"("month") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_closing" ADD CONSTRAINT "period_closing_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_closing" ADD CONSTRAINT "period_closing_reopened_by_id_fkey" FOREIGN KEY ("reopened_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot_figures" ADD CONSTRAINT "snapshot_figures_closing_id_fkey" FOREIGN KEY ("closing_id") REFERENCES "period_closing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "snapshot_task" ADD CONSTRAINT "snapshot_task_closing_id_fkey" FOREIGN KEY ("closing_id") REFERENCES "period_closing"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_sector_id_fkey" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "target" ADD CONSTRAINT "target_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "stored_file" ADD CONSTRAINT "stored_file_uploaded_by_id_fkey" FOREIGN KEY ("uploaded_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_link" ADD CONSTRAINT "file_link_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "stored_file"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_link" ADD CONSTRAINT "file_link_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directive"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_link" ADD CONSTRAINT "file_link_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "file_link" ADD CONSTRAINT "file_link_extension_id_fkey" FOREIGN KEY ("extension_id") REFERENCES "extension"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_reference" ADD CONSTRAINT "external_reference_directive_id_fkey" FOREIGN KEY ("directive_id") REFERENCES "directive"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "external_reference" ADD CONSTRAINT "external_reference_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;


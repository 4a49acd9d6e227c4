-- CreateEnum
CREATE TYPE "Frequency" AS ENUM ('WEEKLY', 'MONTHLY', 'QUARTERLY');

-- CreateEnum
CREATE TYPE "WorkdayShift" AS ENUM ('BEFORE', 'AFTER');

-- CreateEnum
CREATE TYPE "CalendarEntryKind" AS ENUM ('MEETING', 'FIELD_CHECK', 'OTHER');

-- AlterTable
ALTER TABLE "user_account" ADD COLUMN     "calendar_secret_hash" TEXT;

-- AlterTable
ALTER TABLE "department" ADD COLUMN     "short_en" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "field" ADD COLUMN     "short_en" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "task_comment" (
    "id" SERIAL NOT NULL,
    "task_id" INTEGER NOT NULL,
    "author_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "task_comment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "handled_request" (
    "sender" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "answer" JSONB NOT NULL DEFAULT 'null',

    CONSTRAINT "handled_request_pkey" PRIMARY KEY ("sender","key")
);

-- CreateTable
CREATE TABLE "recurrence" (
    "id" SERIAL NOT NULL,
    "title" TEXT NOT NULL,
    "deliverable" TEXT,
    "lead_department_id" INTEGER NOT NULL,
    "field_id" INTEGER NOT NULL,
    "sector_id" INTEGER,
    "leader_id" INTEGER,
    "deciding_authority" TEXT,
    "priority" "Priority" NOT NULL DEFAULT 'NORMAL',
    "frequency" "Frequency" NOT NULL,
    "due_day" INTEGER NOT NULL,
    "shift" "WorkdayShift" NOT NULL DEFAULT 'BEFORE',
    "lead_days" INTEGER NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "stopped_at" TIMESTAMPTZ(6),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" INTEGER,

    CONSTRAINT "recurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recurrence_cooperation" (
    "recurrence_id" INTEGER NOT NULL,
    "department_id" INTEGER NOT NULL,

    CONSTRAINT "recurrence_cooperation_pkey" PRIMARY KEY ("recurrence_id","department_id")
);

-- CreateTable
CREATE TABLE "recurrence_occurrence" (
    "recurrence_id" INTEGER NOT NULL,
    "nominal_on" DATE NOT NULL,
    "task_id" INTEGER NOT NULL,

    CONSTRAINT "recurrence_occurrence_pkey" PRIMARY KEY ("recurrence_id","nominal_on")
);

-- CreateTable
CREATE TABLE "calendar_entry" (
    "id" SERIAL NOT NULL,
    "department_id" INTEGER,
    "kind" "CalendarEntryKind" NOT NULL,
    "title" TEXT NOT NULL,
    "place" TEXT,
    "participants" TEXT,
    "host_id" INTEGER,
    "on" DATE NOT NULL,
    "start_minute" INTEGER,
    "end_minute" INTEGER,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_by_id" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "id" SERIAL NOT NULL,
    "owner_id" INTEGER NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "shared_with_id" INTEGER,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "muted_notification" (
    "user_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "muted_notification_pkey" PRIMARY KEY ("user_id","kind")
);

-- CreateIndex
CREATE INDEX "task_comment_task_id_id_idx" ON "task_comment"("task_id", "id");

-- CreateIndex
CREATE INDEX "handled_request_at_idx" ON "handled_request"("at");

-- CreateIndex
CREATE UNIQUE INDEX "recurrence_occurrence_task_id_key" ON "recurrence_occurrence"("task_id");

-- CreateIndex
CREATE INDEX "calendar_entry_on_idx" ON "calendar_entry"("on");

-- CreateIndex
CREATE INDEX "saved_view_shared_with_id_idx" ON "saved_view"("shared_with_id");

-- CreateIndex
CREATE UNIQUE INDEX "saved_view_owner_id_list_name_key" ON "saved_view"("owner_id", "list", "name");

-- CreateIndex
CREATE UNIQUE INDEX "user_account_calendar_secret_hash_key" ON "user_account"("calendar_secret_hash");

-- CreateIndex
CREATE INDEX "notification_user_id_id_idx" ON "notification"("user_id", "id");

-- AddForeignKey
ALTER TABLE "task_comment" ADD CONSTRAINT "task_comment_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_comment" ADD CONSTRAINT "task_comment_author_id_fkey" FOREIGN KEY ("author_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurrence" ADD CONSTRAINT "recurrence_lead_department_id_fkey" FOREIGN KEY ("lead_department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurrence" ADD CONSTRAINT "recurrence_field_id_fkey" FOREIGN KEY ("field_id") REFERENCES "field"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurrence" ADD CONSTRAINT "recurrence_sector_id_fkey" FOREIGN KEY ("sector_id") REFERENCES "sector"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurrence" ADD CONSTRAINT "recurrence_leader_id_fkey" FOREIGN KEY ("leader_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurrence" ADD CONSTRAINT "recurrence_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurrence_cooperation" ADD CONSTRAINT "recurrence_cooperation_recurrence_id_fkey" FOREIGN KEY ("recurrence_id") REFERENCES "recurrence"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurrence_cooperation" ADD CONSTRAINT "recurrence_cooperation_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurrence_occurrence" ADD CONSTRAINT "recurrence_occurrence_recurrence_id_fkey" FOREIGN KEY ("recurrence_id") REFERENCES "recurrence"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recurrence_occurrence" ADD CONSTRAINT "recurrence_occurrence_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_entry" ADD CONSTRAINT "calendar_entry_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_entry" ADD CONSTRAINT "calendar_entry_host_id_fkey" FOREIGN KEY ("host_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "calendar_entry" ADD CONSTRAINT "calendar_entry_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_owner_id_fkey" FOREIGN KEY ("owner_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_shared_with_id_fkey" FOREIGN KEY ("shared_with_id") REFERENCES "department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "muted_notification" ADD CONSTRAINT "muted_notification_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AlterTable
ALTER TABLE "task" ADD COLUMN     "product_required" BOOLEAN NOT NULL DEFAULT false;

-- ---- By hand ---------------------------------------------------------------------------

-- Short English names: the full ones until someone shortens them.
UPDATE department SET short_en = name_en;
UPDATE field SET short_en = name_en;

-- That a deadline is near, or has passed, is said once to a person for each deadline.
CREATE UNIQUE INDEX notification_once ON notification (user_id, kind, task_id, (data ->> 'dueOn'))
  WHERE kind IN ('DUE_SOON', 'OVERDUE');

ALTER TABLE task_comment ADD CONSTRAINT comment_length CHECK (length(text) BETWEEN 1 AND 5000);

ALTER TABLE recurrence
  ADD CONSTRAINT recurrence_day CHECK (due_day BETWEEN 1 AND CASE frequency WHEN 'WEEKLY' THEN 7 ELSE 31 END),
  ADD CONSTRAINT recurrence_lead CHECK (lead_days BETWEEN 1 AND 90),
  ADD CONSTRAINT recurrence_span CHECK (ends_on >= starts_on);

ALTER TABLE calendar_entry
  ADD CONSTRAINT entry_minutes CHECK (start_minute BETWEEN 0 AND 1439 AND end_minute BETWEEN 1 AND 1440),
  ADD CONSTRAINT entry_end CHECK (end_minute IS NULL OR (start_minute IS NOT NULL AND end_minute > start_minute));

ALTER TABLE saved_view ADD CONSTRAINT view_name CHECK (length(name) BETWEEN 1 AND 100);
CREATE INDEX task_comment_author ON task_comment (author_id);

-- A sub-task is the lead department's own plan for a task: it has no phases and no late spells,
-- and its completion counts in no figure.
CREATE OR REPLACE VIEW task_contribution AS
SELECT task_id, extract(year FROM assigned_on)::int AS year, day, level, department_id,
       open, overdue, completed, on_time, on_time_by_original, without_deadline
FROM (
  SELECT task_id, from_on AS day, department_id, 1 AS open, 0 AS overdue,
         0 AS completed, 0 AS on_time, 0 AS on_time_by_original, 0 AS without_deadline
    FROM task_phase
  UNION ALL
  SELECT task_id, to_on, department_id, -1, 0, 0, 0, 0, 0 FROM task_phase WHERE to_on IS NOT NULL
  UNION ALL
  SELECT task_id, from_on, department_id, 0, 1, 0, 0, 0, 0 FROM overdue_spell
  UNION ALL
  SELECT task_id, to_on, department_id, 0, -1, 0, 0, 0, 0 FROM overdue_spell WHERE to_on IS NOT NULL
  UNION ALL
  SELECT id, completed_on, lead_department_id, 0, 0, 1,
         (coalesce(completed_on <= due_on, false))::int,
         (coalesce(completed_on <= original_due_on, false))::int,
         (due_on IS NULL)::int
    FROM task WHERE completed_on IS NOT NULL AND parent_id IS NULL
) AS change
JOIN task ON task.id = change.task_id;

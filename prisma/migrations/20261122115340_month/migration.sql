-- CreateEnum
CREATE TYPE "NarrativeKind" AS ENUM ('RESULTS', 'LIMITS', 'CAUSES', 'NEXT_MONTH');

-- DropForeignKey
ALTER TABLE "period_closing" DROP CONSTRAINT "period_closing_closed_by_id_fkey";

-- AlterTable
ALTER TABLE "period_closing" ADD COLUMN     "closed_by_token_id" INTEGER,
ADD COLUMN     "reopened_by_token_id" INTEGER,
ALTER COLUMN "closed_by_id" DROP NOT NULL;

-- AlterTable
ALTER TABLE "snapshot_task" ADD COLUMN     "sequence" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "snapshot_task" ALTER COLUMN "sequence" DROP DEFAULT;

-- AlterTable
ALTER TABLE "indicator" ADD COLUMN     "delegate_id" INTEGER;

-- AlterTable
ALTER TABLE "indicator_value" ADD COLUMN     "note" TEXT,
ADD COLUMN     "token_id" INTEGER,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 1;

-- CreateTable
CREATE TABLE "indicator_event" (
    "id" BIGSERIAL NOT NULL,
    "indicator_id" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" INTEGER,
    "token_id" INTEGER,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "indicator_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "late_reason_kind" (
    "id" SERIAL NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "late_reason_kind_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "late_reason" (
    "task_id" INTEGER NOT NULL,
    "month" TEXT NOT NULL,
    "kind_id" INTEGER NOT NULL,
    "text" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "entered_by_id" INTEGER NOT NULL,
    "entered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "late_reason_pkey" PRIMARY KEY ("task_id","month")
);

-- CreateTable
CREATE TABLE "narrative_section" (
    "id" SERIAL NOT NULL,
    "month" TEXT NOT NULL,
    "department_id" INTEGER,
    "kind" "NarrativeKind" NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_by_id" INTEGER NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "narrative_section_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reported_figure" (
    "month" TEXT NOT NULL,
    "figure" TEXT NOT NULL,
    "value" DECIMAL(18,4) NOT NULL,
    "source" TEXT,
    "entered_by_id" INTEGER,
    "entered_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reported_figure_pkey" PRIMARY KEY ("month","figure")
);

-- CreateIndex
CREATE INDEX "indicator_event_indicator_id_month_idx" ON "indicator_event"("indicator_id", "month");

-- CreateIndex
CREATE UNIQUE INDEX "late_reason_kind_code_key" ON "late_reason_kind"("code");

-- CreateIndex
CREATE INDEX "late_reason_month_idx" ON "late_reason"("month");

-- CreateIndex
CREATE INDEX "narrative_section_month_idx" ON "narrative_section"("month");

-- AddForeignKey
ALTER TABLE "period_closing" ADD CONSTRAINT "period_closing_closed_by_id_fkey" FOREIGN KEY ("closed_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_closing" ADD CONSTRAINT "period_closing_closed_by_token_id_fkey" FOREIGN KEY ("closed_by_token_id") REFERENCES "api_token"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "period_closing" ADD CONSTRAINT "period_closing_reopened_by_token_id_fkey" FOREIGN KEY ("reopened_by_token_id") REFERENCES "api_token"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator" ADD CONSTRAINT "indicator_delegate_id_fkey" FOREIGN KEY ("delegate_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_value" ADD CONSTRAINT "indicator_value_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_token"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_event" ADD CONSTRAINT "indicator_event_indicator_id_fkey" FOREIGN KEY ("indicator_id") REFERENCES "indicator"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_event" ADD CONSTRAINT "indicator_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "indicator_event" ADD CONSTRAINT "indicator_event_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_token"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_reason" ADD CONSTRAINT "late_reason_task_id_fkey" FOREIGN KEY ("task_id") REFERENCES "task"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_reason" ADD CONSTRAINT "late_reason_kind_id_fkey" FOREIGN KEY ("kind_id") REFERENCES "late_reason_kind"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "late_reason" ADD CONSTRAINT "late_reason_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "narrative_section" ADD CONSTRAINT "narrative_section_department_id_fkey" FOREIGN KEY ("department_id") REFERENCES "department"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "narrative_section" ADD CONSTRAINT "narrative_section_updated_by_id_fkey" FOREIGN KEY ("updated_by_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "reported_figure" ADD CONSTRAINT "reported_figure_entered_by_id_fkey" FOREIGN KEY ("entered_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- ---- By hand -------------------------------------------------------------------------

ALTER TABLE late_reason ADD CONSTRAINT reason_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$');
ALTER TABLE narrative_section ADD CONSTRAINT section_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$');
ALTER TABLE reported_figure ADD CONSTRAINT figure_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$');
CREATE UNIQUE INDEX narrative_section_once ON narrative_section (month, department_id, kind) NULLS NOT DISTINCT;

-- A person or a machine closes and reopens, never both and never nobody.
ALTER TABLE period_closing DROP CONSTRAINT closing_reopened;
ALTER TABLE period_closing
  ADD CONSTRAINT closing_closer CHECK (num_nonnulls(closed_by_id, closed_by_token_id) = 1),
  ADD CONSTRAINT closing_reopened CHECK (
    num_nonnulls(reopened_by_id, reopened_by_token_id) = num_nonnulls(reopened_at)
    AND num_nonnulls(reopened_at) = num_nonnulls(reopen_reason));

CREATE OR REPLACE FUNCTION refuse_changing_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.reopened_at IS NULL
    AND (NEW.id, NEW.month, NEW.closed_at, NEW.closed_by_id, NEW.closed_by_token_id, NEW.content_hash)
      IS NOT DISTINCT FROM
        (OLD.id, OLD.month, OLD.closed_at, OLD.closed_by_id, OLD.closed_by_token_id, OLD.content_hash) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a closing cannot be changed or removed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER period_closing_no_truncate BEFORE TRUNCATE ON period_closing
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

CREATE TRIGGER indicator_event_append_only BEFORE UPDATE OR DELETE ON indicator_event
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER indicator_event_no_truncate BEFORE TRUNCATE ON indicator_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

INSERT INTO late_reason_kind (code, name, name_en, position) VALUES
  ('WAITING_FOR_OTHERS', 'Chờ cơ quan, đơn vị khác phối hợp', 'Waiting for other bodies', 1),
  ('WAITING_FOR_APPLICANT', 'Người dân, tổ chức chưa bổ sung hồ sơ', 'Waiting for citizens or organisations to complete the file', 2),
  ('RULES', 'Vướng quy định, trình tự thủ tục', 'Held up by rules or procedure', 3),
  ('LAND', 'Vướng đất đai, giải phóng mặt bằng', 'Held up by land or site clearance', 4),
  ('FUNDS', 'Chưa bố trí được kinh phí', 'Funds not yet allotted', 5),
  ('STAFF', 'Thiếu nhân lực, khối lượng việc lớn', 'Too few people for the work', 6),
  ('COMPLEX', 'Nội dung phức tạp, cần thêm thời gian', 'Complex matter that needs more time', 7),
  ('LATE_ASSIGNMENT', 'Nhận việc muộn, thời hạn giao quá gấp', 'Received late or with too short a term', 8),
  ('OWN_FAULT', 'Chưa tập trung thực hiện, đôn đốc (chủ quan)', 'Own lack of attention or follow-up', 9),
  ('OTHER', 'Nguyên nhân khác', 'Another reason', 10);

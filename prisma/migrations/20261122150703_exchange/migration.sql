-- CreateEnum
CREATE TYPE "ImportKind" AS ENUM ('TASKS', 'DIRECTIVES', 'INDICATOR_VALUES', 'USERS');

-- AlterTable
ALTER TABLE "api_token" ADD COLUMN     "created_by_id" INTEGER,
ADD COLUMN     "rate_limit" INTEGER NOT NULL DEFAULT 600;

-- AlterTable
ALTER TABLE "task_event" ADD COLUMN     "import_id" INTEGER;

-- CreateTable
CREATE TABLE "import" (
    "id" SERIAL NOT NULL,
    "kind" "ImportKind" NOT NULL,
    "file_name" TEXT NOT NULL,
    "storage_key" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "sheet" TEXT,
    "reading" JSONB NOT NULL DEFAULT '{}',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" INTEGER,
    "token_id" INTEGER,
    "counts" JSONB,
    "applied_at" TIMESTAMPTZ(6),
    "undone_at" TIMESTAMPTZ(6),
    "undone_by_id" INTEGER,
    "undone_by_token_id" INTEGER,

    CONSTRAINT "import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_row" (
    "import_id" INTEGER NOT NULL,
    "line" INTEGER NOT NULL,
    "outcome" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" INTEGER NOT NULL,
    "month" TEXT,
    "version" INTEGER NOT NULL,
    "before" JSONB,

    CONSTRAINT "import_row_pkey" PRIMARY KEY ("import_id","line","subject")
);

-- CreateTable
CREATE TABLE "import_mapping" (
    "kind" "ImportKind" NOT NULL,
    "shape" TEXT NOT NULL,
    "columns" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("kind","shape")
);

-- CreateTable
CREATE TABLE "catalogue_alias" (
    "catalogue" TEXT NOT NULL,
    "alias" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "catalogue_alias_pkey" PRIMARY KEY ("catalogue","alias")
);

-- CreateTable
CREATE TABLE "webhook" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "events" TEXT[],
    "active" BOOLEAN NOT NULL DEFAULT true,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" INTEGER,
    "removed_at" TIMESTAMPTZ(6),

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "webhook_id" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "next_attempt_at" TIMESTAMPTZ(6),
    "delivered_at" TIMESTAMPTZ(6),

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_attempt" (
    "id" BIGSERIAL NOT NULL,
    "delivery_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "status" INTEGER,
    "error" TEXT,
    "milliseconds" INTEGER NOT NULL,

    CONSTRAINT "webhook_attempt_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "import_storage_key_key" ON "import"("storage_key");

-- CreateIndex
CREATE INDEX "import_row_subject_subject_id_idx" ON "import_row"("subject", "subject_id");

-- CreateIndex
CREATE INDEX "webhook_delivery_next_attempt_at_idx" ON "webhook_delivery"("next_attempt_at");

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_created_at_idx" ON "webhook_delivery"("webhook_id", "created_at");

-- CreateIndex
CREATE INDEX "webhook_attempt_delivery_id_idx" ON "webhook_attempt"("delivery_id");

-- CreateIndex
CREATE INDEX "task_event_import_id_idx" ON "task_event"("import_id");

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "task_event" ADD CONSTRAINT "task_event_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "api_token"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_undone_by_id_fkey" FOREIGN KEY ("undone_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import" ADD CONSTRAINT "import_undone_by_token_id_fkey" FOREIGN KEY ("undone_by_token_id") REFERENCES "api_token"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_row" ADD CONSTRAINT "import_row_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "user_account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_attempt" ADD CONSTRAINT "webhook_attempt_delivery_id_fkey" FOREIGN KEY ("delivery_id") REFERENCES "webhook_delivery"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- ---- By hand -------------------------------------------------------------------------

ALTER TABLE import
  ADD CONSTRAINT import_by_one CHECK (num_nonnulls(created_by_id, token_id) <= 1),
  ADD CONSTRAINT import_undone CHECK (undone_at IS NULL OR applied_at IS NOT NULL),
  ADD CONSTRAINT import_undone_by_one CHECK (num_nonnulls(undone_by_id, undone_by_token_id) <= 1);
ALTER TABLE import_row ADD CONSTRAINT row_subject CHECK (subject IN ('task', 'directive', 'indicator', 'account'));
ALTER TABLE import_row ADD CONSTRAINT row_outcome CHECK (
  (outcome = 'NEW' AND before IS NULL) OR (outcome = 'CHANGED' AND before IS NOT NULL));
CREATE TRIGGER import_row_append_only BEFORE UPDATE OR DELETE ON import_row
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER import_row_no_truncate BEFORE TRUNCATE ON import_row
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

ALTER TABLE api_token ADD CONSTRAINT token_rate CHECK (rate_limit BETWEEN 1 AND 100000);
ALTER TABLE webhook ADD CONSTRAINT webhook_events CHECK (cardinality(events) > 0);
-- What waits to be sent, the longest waiting first.
CREATE INDEX webhook_delivery_waiting ON webhook_delivery (next_attempt_at) WHERE next_attempt_at IS NOT NULL;

-- A task that is handed in again is found by its title, whatever its length.
ALTER TABLE task ADD COLUMN title_key text NOT NULL GENERATED ALWAYS AS (md5(fold_text(title))) STORED;
CREATE INDEX task_same_title ON task (title_key);

-- What an import wrote into the history can be taken back as a whole, by whoever says in the
-- session which import that is; its own rows keep what was written. Everything else stays.
CREATE FUNCTION refuse_rewriting_history() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.import_id::text = current_setting('desk.undone_import', true) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;
DROP TRIGGER task_event_append_only ON task_event;
CREATE TRIGGER task_event_append_only BEFORE UPDATE OR DELETE ON task_event
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_history();

-- What Prisma's schema language cannot say: search without accents, indexes for questions
-- about any day, checks, and history that nobody can rewrite.

CREATE EXTENSION IF NOT EXISTS unaccent;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- ---- Search: "quy hoach" finds "quy hoạch", "dat dai" finds "đất đai" -----------------

-- unaccent() is only STABLE because a dictionary could be swapped; ours is named and is not.
-- NFC first: text pasted from a Mac arrives with its accents as separate characters.
CREATE FUNCTION fold_text(input text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN lower(unaccent('unaccent'::regdictionary, normalize(input, NFC)));

ALTER TABLE task ADD COLUMN search text NOT NULL
  GENERATED ALWAYS AS (fold_text(code || ' ' || title || ' ' || coalesce(deliverable, ''))) STORED;
ALTER TABLE directive ADD COLUMN search text NOT NULL
  GENERATED ALWAYS AS (fold_text(number || ' ' || abstract)) STORED;

CREATE INDEX task_search ON task USING gin (search gin_trgm_ops);
CREATE INDEX directive_search ON directive USING gin (search gin_trgm_ops);

-- ---- Vietnamese order of names ---------------------------------------------------------

ALTER TABLE department ALTER COLUMN name TYPE text COLLATE "vi-x-icu", ALTER COLUMN short TYPE text COLLATE "vi-x-icu";
ALTER TABLE issuing_body ALTER COLUMN name TYPE text COLLATE "vi-x-icu";
ALTER TABLE field ALTER COLUMN name TYPE text COLLATE "vi-x-icu";
ALTER TABLE sector ALTER COLUMN name TYPE text COLLATE "vi-x-icu";
ALTER TABLE user_account ALTER COLUMN display_name TYPE text COLLATE "vi-x-icu";
-- task.title is ordered with COLLATE "vi-x-icu" in the query: the column itself stays
-- deterministic so that its trigram index and equality are cheap.

-- ---- Indexes for "which tasks on that day" ---------------------------------------------

-- Both ends belong to a late spell here, so that one that began and ended on one day is found.
CREATE INDEX overdue_spell_days ON overdue_spell USING gist (daterange(from_on, to_on, '[]'));
CREATE INDEX task_phase_days ON task_phase USING gist (daterange(from_on, to_on, '[)'));
CREATE UNIQUE INDEX overdue_spell_one_open ON overdue_spell (task_id) WHERE to_on IS NULL;
CREATE UNIQUE INDEX task_phase_one_open ON task_phase (task_id) WHERE to_on IS NULL;
CREATE INDEX task_phase_department ON task_phase (department_id, task_id);
CREATE INDEX task_assigned ON task (assigned_on)
  INCLUDE (completed_on, cancelled_on, due_on, original_due_on, level, lead_department_id);
CREATE INDEX task_due ON task (due_on, id);
CREATE INDEX task_lead_due ON task (lead_department_id, due_on, id) INCLUDE (assigned_on);
CREATE INDEX task_open ON task (due_on, id)
  INCLUDE (lead_department_id, field_id, status, assigned_on, level)
  WHERE completed_on IS NULL AND cancelled_on IS NULL;
CREATE INDEX task_title ON task ((left(title, 200) COLLATE "vi-x-icu"), id);
CREATE INDEX task_returned_often ON task (id) WHERE return_count >= 2;
CREATE INDEX extension_pending_days ON extension (requested_on, decided_on) INCLUDE (task_id);

CREATE INDEX overdue_spell_from ON overdue_spell (from_on) INCLUDE (task_id, sequence, continuing, department_id);
CREATE INDEX task_phase_due ON task_phase (due_on, from_on) INCLUDE (to_on, status, department_id, task_id);
CREATE INDEX task_phase_submitted ON task_phase (from_on, to_on) INCLUDE (department_id, task_id) WHERE status = 'SUBMITTED';

-- ---- Sums over days --------------------------------------------------------------------

-- What each task adds to (or takes from) the counts of a day. task_tally holds its sums:
-- whoever writes phases, spells or completions brings both in step in the same transaction.
CREATE VIEW task_contribution AS
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
    FROM task WHERE completed_on IS NOT NULL
) AS change
JOIN task ON task.id = change.task_id;

-- ---- What must hold --------------------------------------------------------------------

ALTER TABLE user_account
  ADD CONSTRAINT user_login_plain CHECK (login = lower(login) AND login ~ '^[a-z0-9._-]{3,64}$'),
  ADD CONSTRAINT user_department CHECK (role NOT IN ('DEPARTMENT_HEAD', 'OFFICER') OR department_id IS NOT NULL);
ALTER TABLE api_token
  ADD CONSTRAINT token_department CHECK (role NOT IN ('DEPARTMENT_HEAD', 'OFFICER') OR department_id IS NOT NULL);

-- A number, its body and its year name one official document.
CREATE UNIQUE INDEX directive_identity ON directive
  (issuing_body_id, lower(number), (coalesce(extract(year FROM issued_on), 0)));

ALTER TABLE task
  ADD CONSTRAINT task_progress CHECK (progress BETWEEN 0 AND 100),
  ADD CONSTRAINT task_deadlines CHECK ((due_on IS NULL) = (original_due_on IS NULL)),
  ADD CONSTRAINT task_deadline_after_assignment CHECK (original_due_on >= assigned_on),
  ADD CONSTRAINT task_completed CHECK ((status = 'COMPLETED') = (completed_on IS NOT NULL)),
  ADD CONSTRAINT task_completed_after_assignment CHECK (completed_on >= assigned_on),
  ADD CONSTRAINT task_cancelled CHECK ((status = 'CANCELLED') = (cancelled_on IS NOT NULL)),
  ADD CONSTRAINT task_counts CHECK (return_count >= 0 AND extension_count >= 0 AND version >= 1),
  ADD CONSTRAINT task_not_its_own_parent CHECK (parent_id <> id);

ALTER TABLE overdue_spell
  ADD CONSTRAINT spell_order CHECK (from_on > due_on AND to_on >= from_on),
  ADD CONSTRAINT spell_end CHECK ((to_on IS NULL) = (ended_by IS NULL));

ALTER TABLE task_phase
  ADD CONSTRAINT phase_order CHECK (to_on > from_on),
  ADD CONSTRAINT phase_of_open_task CHECK (status NOT IN ('COMPLETED', 'CANCELLED'));

ALTER TABLE extension
  ADD CONSTRAINT extension_later CHECK (new_due_on > old_due_on),
  ADD CONSTRAINT extension_decided CHECK (
    (decision IS NULL) = (decided_on IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT extension_decided_after_request CHECK (decided_on >= requested_on);
CREATE UNIQUE INDEX extension_one_pending ON extension (task_id) WHERE decision IS NULL;

ALTER TABLE period ADD CONSTRAINT period_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$' AND to_on > from_on);
CREATE UNIQUE INDEX period_closed_once ON period_closing (month) WHERE reopened_at IS NULL;
ALTER TABLE period_closing ADD CONSTRAINT closing_reopened CHECK (
  num_nonnulls(reopened_at, reopened_by_id, reopen_reason) IN (0, 3));

ALTER TABLE indicator_value
  ADD CONSTRAINT value_month CHECK (month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT value_reported CHECK ((state = 'REPORTED') = (value IS NOT NULL)),
  ADD CONSTRAINT value_denominator CHECK (denominator > 0);
ALTER TABLE target
  ADD CONSTRAINT target_month CHECK (start_month ~ '^\d{4}-(0[1-9]|1[0-2])$'),
  ADD CONSTRAINT target_measured CHECK ((comparator = 'QUALITATIVE') = (value IS NULL));

ALTER TABLE stored_file ADD CONSTRAINT file_size CHECK (size >= 0);
ALTER TABLE file_link ADD CONSTRAINT file_of_one CHECK (
  num_nonnulls(directive_id, task_id, extension_id) = 1 AND (event_sequence IS NULL OR task_id IS NOT NULL));
ALTER TABLE external_reference ADD CONSTRAINT reference_of_one CHECK (num_nonnulls(directive_id, task_id) = 1);
CREATE UNIQUE INDEX external_reference_task ON external_reference (system, external_id) WHERE task_id IS NOT NULL;
CREATE UNIQUE INDEX external_reference_directive ON external_reference (system, external_id) WHERE directive_id IS NOT NULL;

-- ---- What nobody may rewrite -----------------------------------------------------------

CREATE FUNCTION refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER task_event_append_only BEFORE UPDATE OR DELETE ON task_event
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER task_event_no_truncate BEFORE TRUNCATE ON task_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER snapshot_figures_immutable BEFORE UPDATE OR DELETE ON snapshot_figures
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER snapshot_figures_no_truncate BEFORE TRUNCATE ON snapshot_figures
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER snapshot_task_immutable BEFORE UPDATE OR DELETE ON snapshot_task
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting();
CREATE TRIGGER snapshot_task_no_truncate BEFORE TRUNCATE ON snapshot_task
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewriting();

-- A closing may only gain its reopening.
CREATE FUNCTION refuse_changing_closing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.reopened_at IS NULL
    AND (NEW.id, NEW.month, NEW.closed_at, NEW.closed_by_id, NEW.content_hash)
      = (OLD.id, OLD.month, OLD.closed_at, OLD.closed_by_id, OLD.content_hash) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a closing cannot be changed or removed' USING ERRCODE = 'restrict_violation';
END
$$;
CREATE TRIGGER period_closing_fixed BEFORE UPDATE OR DELETE ON period_closing
  FOR EACH ROW EXECUTE FUNCTION refuse_changing_closing();

-- A register of :tasks tasks over the 24 months to :today, in every state, with late spells
-- (some extended, some moved to another department), phases and history. Plain SQL, because
-- a million tasks written by the services would take the day.
-- Parameters (replaced by the caller): {tasks}, {today}

CREATE TEMP TABLE draft AS
WITH numbered AS (
  SELECT i,
    date '{today}' - 730 + (i::bigint * 730 / {tasks})::int AS assigned_on,
    5 + (hashint4(i) & 1023) % 30 AS term,
    (hashint4(i + 1) & 65535) / 65536.0 AS fate,
    (hashint4(i + 2) & 65535) / 65536.0 AS twist,
    1 + ((hashint4(i + 3) & 65535) / 65536.0 * ((hashint4(i + 4) & 65535) / 65536.0) * 11)::int % 11 AS department,
    1 + (hashint4(i + 5) & 1023) % 5 AS field,
    (hashint4(i + 6) & 1023) AS noise
  FROM generate_series(1, {tasks}) AS i
), timed AS (
  SELECT *,
    CASE WHEN twist < 0.06 THEN NULL ELSE assigned_on + term END AS due_on,
    CASE WHEN fate < 0.86 THEN assigned_on + greatest(1, term * 6 / 10)
         WHEN fate < 0.985 THEN assigned_on + term + 1 + noise % 45 END AS finished_on
  FROM numbered
)
SELECT i, assigned_on, due_on, department, field, noise,
  CASE WHEN finished_on <= date '{today}' THEN finished_on END AS completed_on,
  -- of the late ones, some were moved and some were given a new deadline when already late
  twist BETWEEN 0.10 AND 0.13 AS moves, twist BETWEEN 0.13 AND 0.18 AS extended
FROM timed;

INSERT INTO directive (number, issued_on, issuing_body_id, level, type, abstract, received_on)
SELECT i || '/KH-' || body.code, date '{today}' - 730 + i % 730, body.id, body.level, 'PLAN',
  'Kế hoạch số ' || i || ' về quản lý đất đai, trật tự xây dựng', date '{today}' - 730 + i % 730
FROM generate_series(1, greatest({tasks} / 5, 26)) AS i
JOIN LATERAL (SELECT * FROM issuing_body ORDER BY position OFFSET i % 26 LIMIT 1) AS body ON true;

CREATE TEMP TABLE numbered_directive AS
SELECT id, level, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS size FROM directive;

ANALYZE draft, directive, numbered_directive;

INSERT INTO task (id, code, title, directive_id, level, lead_department_id, field_id, sector_id,
  assigned_on, original_due_on, due_on, status, progress, completed_on, submitted_on, extension_count)
SELECT i, 'NV-' || i, 'Nhiệm vụ số ' || i || ': rà soát quy hoạch, đất đai khu ' || noise,
  directive.id, directive.level, department.id, field.id, sector.id, draft.assigned_on, draft.due_on,
  CASE WHEN extended AND completed_on > draft.due_on + 5 THEN completed_on + 3 ELSE draft.due_on END,
  CASE WHEN completed_on IS NOT NULL THEN 'COMPLETED'
       WHEN noise % 9 = 0 THEN 'SUBMITTED' ELSE 'IN_PROGRESS' END::"TaskStatus",
  CASE WHEN completed_on IS NOT NULL THEN 100 ELSE noise % 90 END,
  completed_on, completed_on, coalesce((extended AND completed_on > due_on + 5)::int, 0)
FROM draft
JOIN numbered_directive AS directive
  ON directive.place = 1 + i % (SELECT max(size) FROM numbered_directive)
JOIN (SELECT id, row_number() OVER (ORDER BY position) AS place FROM department) AS department ON department.place = draft.department
JOIN (SELECT id, row_number() OVER (ORDER BY position) AS place FROM field) AS field ON field.place = draft.field
JOIN (SELECT id, row_number() OVER (ORDER BY position) AS place FROM sector) AS sector ON sector.place = 1 + noise % 17;

ANALYZE task;

-- The department that had a moved task before.
CREATE TEMP TABLE moved AS
SELECT i, draft.due_on + 1 + noise % 3 AS moved_on,
  (SELECT id FROM department WHERE id <> task.lead_department_id ORDER BY position LIMIT 1) AS former_id
FROM draft JOIN task ON task.id = draft.i
WHERE moves AND draft.due_on + 5 < least(coalesce(draft.completed_on, date '{today}'), date '{today}');

ANALYZE moved;

INSERT INTO overdue_spell (task_id, sequence, due_on, from_on, to_on, ended_by, department_id, field_id, continuing)
SELECT task.id, 0, draft.due_on, draft.due_on + 1,
  coalesce(moved.moved_on, CASE WHEN extension_count = 1 THEN draft.due_on + 5 END, task.completed_on),
  CASE WHEN moved.i IS NOT NULL THEN 'TRANSFERRED' WHEN extension_count = 1 THEN 'EXTENDED'
       WHEN task.completed_on IS NOT NULL THEN 'COMPLETED' END::"SpellEnd",
  coalesce(former_id, lead_department_id), field_id, false
FROM draft JOIN task ON task.id = draft.i LEFT JOIN moved USING (i)
WHERE draft.due_on IS NOT NULL AND (draft.completed_on IS NULL OR draft.completed_on > draft.due_on);

INSERT INTO overdue_spell (task_id, sequence, due_on, from_on, to_on, ended_by, department_id, field_id, continuing)
SELECT task.id, 1, task.original_due_on, moved_on, task.completed_on,
  CASE WHEN task.completed_on IS NOT NULL THEN 'COMPLETED' END::"SpellEnd", lead_department_id, field_id, true
FROM moved JOIN task ON task.id = moved.i;

INSERT INTO task_phase (task_id, sequence, from_on, to_on, status, due_on, department_id, field_id)
SELECT task.id, phase.sequence, phase.from_on, phase.to_on, phase.status::"TaskStatus",
  task.original_due_on, coalesce(CASE WHEN phase.sequence < 2 THEN former_id END, lead_department_id), field_id
FROM task LEFT JOIN moved ON moved.i = task.id
CROSS JOIN LATERAL (VALUES
  (0, assigned_on, assigned_on + 1, 'ASSIGNED'),
  (1, assigned_on + 1, coalesce(moved_on, completed_on), 'IN_PROGRESS'),
  (2, moved_on, completed_on, 'IN_PROGRESS')) AS phase (sequence, from_on, to_on, status)
WHERE phase.from_on IS NOT NULL AND coalesce(phase.to_on > phase.from_on, true);
UPDATE task_phase SET status = 'SUBMITTED' FROM task
WHERE task.id = task_phase.task_id AND task.status = 'SUBMITTED' AND to_on IS NULL;

INSERT INTO task_event (task_id, sequence, kind, effective_on, at, data)
SELECT task.id, event.sequence, event.kind::"TaskEventKind", event.on_day, event.on_day + interval '3 hours', '{}'
FROM task CROSS JOIN LATERAL (VALUES
  (0, 'ASSIGNED', assigned_on), (1, 'ACCEPTED', assigned_on + 1),
  (2, 'SUBMITTED', completed_on), (3, 'CONFIRMED', completed_on)) AS event (sequence, kind, on_day)
WHERE event.on_day IS NOT NULL;

INSERT INTO extension (task_id, old_due_on, new_due_on, reason, requested_on)
SELECT id, due_on, due_on + 14, 'Cần thêm thời gian', date '{today}' - 2
FROM task WHERE status = 'IN_PROGRESS' AND due_on IS NOT NULL AND id % 23 = 0;

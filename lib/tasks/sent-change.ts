import { type CivilDate, later } from "#lib/core/dates.ts";
import { dayMonthYear } from "#lib/core/entries.ts";
import type { FieldIssue } from "#lib/core/errors.ts";
import { type TaskTimeline, timelineOf } from "./rules.ts";
import type { EditedPart, TaskEvent, TaskStatus } from "./schema.ts";
import { type SentEvent, type SentTask, sentStatus } from "./sent.ts";

/* What a task from elsewhere changes of the one that is here already. */

/** What is written about a task, catalogue entries by their codes and people by their accounts. */
export type SentColumns = {
  title: string;
  deliverable: string | null;
  decidingAuthority: string | null;
  dueWording: string | null;
  priority: "NORMAL" | "HIGH";
  sector: string | null;
  cooperating: readonly string[];
  leaderId: number | null;
  assigneeId: number | null;
};

/** A task of the register as far as what is sent can differ from it. */
export type StandingTask = SentColumns & {
  id: number;
  code: string;
  version: number;
  directiveId: number | null;
  department: string;
  field: string;
  events: readonly TaskEvent[];
  /** A request to extend it waits for its decision. */
  extensionPending: boolean;
};

/** What the plan needs to know of codes and accounts. */
export type SentNames = {
  departmentId: (code: string) => number;
  fieldId: (code: string) => number;
  /** Position of an account, as the history writes it. */
  position: (id: number | null) => string | null;
};

/** One entry that differs: texts, codes and days as they are stored, people by their positions. */
export type SentDifference = { entry: SentEntry; from: string | null; to: string | null };
export type SentEntry = keyof SentTask | "extendedTo";

export type SentChange =
  | { ok: true; differences: SentDifference[]; events: SentEvent[]; columns: SentColumns }
  | { ok: false; issues: FieldIssue[] };

/** When what is sent takes effect: on a day of its own, though never before what is recorded already, else today. */
type Days = { on: CivilDate; at: (day: CivilDate) => CivilDate; earliest: CivilDate };

/** What is found on the way: what differs, the lines of history that say so, what cannot be. */
type Findings = { differences: SentDifference[]; events: SentEvent[]; issues: FieldIssue[] };

/**
 * What a sent task changes of the one that stands here, and the lines of history that say so; no
 * difference, no line. What is not sent stays. What is sent with an earlier state than the task
 * has by now takes nothing back; what cannot be true beside the history here is refused.
 */
export function changeOf(
  standing: StandingTask,
  sent: SentTask,
  names: SentNames,
  today: CivilDate,
): SentChange {
  const now = timelineOf(standing.events);
  const lastOn = standing.events.map((event) => event.on).reduce(later);
  const days: Days = {
    on: later(today, lastOn),
    at: (day) => later(day, lastOn),
    earliest: lastOn,
  };
  const columns = columnsOf(standing, sent);
  const found: Findings = { differences: [], events: [], issues: [] };
  compareWritten(found, standing, columns, names, days);
  comparePast(found, standing, sent, now);
  compareGroup(found, standing, sent, names, days);
  compareDeadline(found, standing, sent, now, days);
  compareAssignee(found, standing, columns, names, days);
  compareCourse(found, sent, now, days);
  const [first] = found.differences;
  if (first && (now.status === "COMPLETED" || now.status === "CANCELLED")) {
    const values = { status: now.status };
    found.issues.push({ path: first.entry, key: "work.sent.ended", values });
  }
  const { differences, issues } = found;
  if (issues.length > 0) return { ok: false, issues };
  const events = found.events.toSorted((a, b) =>
    a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : 0,
  );
  return { ok: true, differences, events, columns };
}

/** The columns as they are to be: what is not sent stays, and with the department its officer goes. */
function columnsOf(standing: StandingTask, sent: SentTask): SentColumns {
  const moved = sent.department !== undefined && sent.department !== standing.department;
  const assigneeId = sent.assigneeId ?? (moved ? null : standing.assigneeId);
  const lead = sent.department ?? standing.department;
  const cooperating = [...(sent.cooperating ?? standing.cooperating)].sort();
  return {
    title: sent.title,
    deliverable: sent.deliverable ?? standing.deliverable,
    decidingAuthority: sent.decidingAuthority ?? standing.decidingAuthority,
    dueWording: sent.dueWording ?? standing.dueWording,
    priority: sent.priority ?? standing.priority,
    sector: sent.sector ?? standing.sector,
    cooperating: cooperating.filter((code) => code !== lead),
    leaderId: sent.leaderId ?? standing.leaderId,
    assigneeId,
  };
}

/** The entries that an edit says, by their names in the history. */
const WRITTEN = {
  title: "title",
  deliverable: "deliverable",
  decidingAuthority: "decidingAuthority",
  dueWording: "dueWording",
  priority: "priority",
  sector: "sector",
  cooperating: "cooperating",
  leaderId: "leader",
} as const satisfies Partial<Record<keyof SentColumns & keyof SentTask, EditedPart>>;

function compareWritten(
  found: Findings,
  standing: StandingTask,
  columns: SentColumns,
  { position }: SentNames,
  { on }: Days,
): void {
  const wordsOf = (from: SentColumns, entry: keyof typeof WRITTEN): string | null => {
    if (entry === "leaderId") return position(from.leaderId);
    return entry === "cooperating" ? from.cooperating.join(", ") || null : from[entry];
  };
  const changes = (Object.keys(WRITTEN) as (keyof typeof WRITTEN)[])
    .map((entry) => ({ entry, from: wordsOf(standing, entry), to: wordsOf(columns, entry) }))
    .filter(({ from, to }) => from !== to);
  if (changes.length === 0) return;
  found.differences.push(...changes);
  const said = changes.map(({ entry, from, to }) => ({ what: WRITTEN[entry], from, to }));
  found.events.push({ event: { kind: "EDITED", on, changes: said } });
}

/** What was so from the beginning cannot be another now. */
function comparePast(
  { issues }: Findings,
  standing: StandingTask,
  sent: SentTask,
  now: TaskTimeline,
): void {
  if (sent.directive && sent.directive.id !== standing.directiveId) {
    issues.push({ path: "directive", key: "work.sent.anotherDirective" });
  }
  if (sent.assignedOn !== undefined && sent.assignedOn !== now.assignedOn) {
    const values = { day: dayMonthYear(now.assignedOn) };
    issues.push({ path: "assignedOn", key: "work.sent.assignedElse", values });
  }
}

function compareGroup(
  { differences, events }: Findings,
  standing: StandingTask,
  sent: SentTask,
  names: SentNames,
  { on }: Days,
): void {
  const department = sent.department ?? standing.department;
  const field = sent.field ?? standing.field;
  if (department !== standing.department) {
    differences.push({ entry: "department", from: standing.department, to: department });
  }
  if (field !== standing.field) {
    differences.push({ entry: "field", from: standing.field, to: field });
  }
  if (department === standing.department && field === standing.field) return;
  const group = { departmentId: names.departmentId(department), fieldId: names.fieldId(field) };
  events.push({ event: { kind: "TRANSFERRED", on, ...group } });
}

/**
 * Deadlines: another first one is a correction, as if it had been so all along; a later one of a
 * task that has missed its own is an extension by another name, and has to be sent as one.
 */
function compareDeadline(
  { differences, events, issues }: Findings,
  standing: StandingTask,
  sent: SentTask,
  now: TaskTimeline,
  { on, at, earliest }: Days,
): void {
  const { dueOn, extension } = sent;
  const other = dueOn !== undefined && dueOn !== now.originalDueOn && dueOn !== now.dueOn;
  const put = extension !== undefined && extension.dueOn !== now.dueOn;
  if ((other || put) && standing.extensionPending) {
    issues.push({ path: "dueOn", key: "work.refusal.extensionPending" });
    return;
  }
  if (other) {
    const missed = now.dueOn !== null && now.dueOn < on && (dueOn === null || dueOn > now.dueOn);
    if (now.extensionCount > 0) {
      const values = { day: dayMonthYear(now.originalDueOn ?? now.assignedOn) };
      issues.push({ path: "dueOn", key: "work.sent.extendedHere", values });
    } else if (missed) issues.push({ path: "dueOn", key: "work.sent.deadlineMissed" });
    else {
      differences.push({ entry: "dueOn", from: now.dueOn, to: dueOn });
      // What is extended as well has been corrected before.
      const corrected = extension ? earliest : on;
      events.push({ event: { kind: "DEADLINE_CORRECTED", on: corrected, dueOn } });
    }
  }
  if (!extension || !put) return;
  const old = dueOn !== undefined && other ? dueOn : now.dueOn;
  if (old === null) issues.push({ path: "dueOn", key: "work.sent.extendedWithoutDeadline" });
  else if (extension.dueOn <= old) {
    const values = { day: dayMonthYear(old) };
    issues.push({ path: "extendedTo", key: "work.problems.notLater", values });
  } else {
    const requestedOn = extension.requestedOn ?? extension.decidedOn ?? on;
    const decidedOn = extension.decidedOn ?? requestedOn;
    differences.push({ entry: "extendedTo", from: old, to: extension.dueOn });
    events.push(
      { event: { kind: "EXTENSION_REQUESTED", on: at(requestedOn), dueOn: extension.dueOn } },
      {
        event: {
          kind: "EXTENSION_APPROVED",
          on: at(decidedOn),
          requestedOn,
          dueOn: extension.dueOn,
        },
      },
    );
  }
}

function compareAssignee(
  { differences, events }: Findings,
  standing: StandingTask,
  { assigneeId }: SentColumns,
  { position }: SentNames,
  { on }: Days,
): void {
  if (assigneeId === null || assigneeId === standing.assigneeId) return;
  const [from, to] = [position(standing.assigneeId), position(assigneeId)];
  differences.push({ entry: "assigneeId", from, to });
  events.push({ event: { kind: "HANDED_OVER", on, assigneeId } });
}

/** How far work is; what is sent never takes it back. */
const STAGES: readonly TaskStatus[] = ["ASSIGNED", "IN_PROGRESS", "SUBMITTED", "COMPLETED"];

function compareCourse(
  { differences, events, issues }: Findings,
  sent: SentTask,
  now: TaskTimeline,
  { on, at }: Days,
): void {
  const status = sentStatus(sent);
  const { completedOn, stoppedOn, note = null, progress = 0 } = sent;
  const add = (event: TaskEvent, words: string | null = null) =>
    events.push({ event, note: words });
  const becomes = () => differences.push({ entry: "status", from: now.status, to: status });

  if (now.status === "COMPLETED") {
    if (completedOn !== undefined && completedOn !== now.completedOn) {
      const values = { day: dayMonthYear(now.completedOn ?? on) };
      issues.push({ path: "completedOn", key: "work.sent.completedElse", values });
    }
    return;
  }
  if (status === "CANCELLED" || status === "PAUSED") {
    if (status === now.status || now.status === "CANCELLED") return;
    becomes();
    add({ kind: status, on: at(stoppedOn ?? on) }, note);
    return;
  }
  if (now.status === "CANCELLED") return;
  const paused = now.status === "PAUSED";
  const here = paused ? "IN_PROGRESS" : now.status;
  const further = STAGES.indexOf(status) > STAGES.indexOf(here);
  const begun = completedOn === undefined ? on : at(completedOn);
  const goesOn = further || (status === here && status !== "SUBMITTED");
  if (progress > now.progress && goesOn && !completedOn) {
    differences.push({ entry: "progress", from: `${now.progress}`, to: `${progress}` });
    if (here === "ASSIGNED") add({ kind: "ACCEPTED", on });
    add({ kind: "PROGRESSED", on, progress });
  } else if (further && here === "ASSIGNED") add({ kind: "ACCEPTED", on: begun });
  if (!further) return;
  becomes();
  if (paused) add({ kind: "RESUMED", on: begun });
  if ((status === "SUBMITTED" || status === "COMPLETED") && completedOn) {
    const handedIn = at(completedOn);
    if (now.submittedOn !== completedOn)
      add({ kind: "SUBMITTED", on: handedIn, completedOn }, note);
    if (status === "COMPLETED") add({ kind: "CONFIRMED", on: handedIn });
  }
}

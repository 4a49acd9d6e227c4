import { type CivilDate, earlier, later } from "#lib/core/dates.ts";
import { dayMonthYear } from "#lib/core/entries.ts";
import type { FieldIssue } from "#lib/core/errors.ts";
import type { TaskEvent, TaskStatus } from "./schema.ts";

/*
 * Tasks that come from elsewhere with their past: a spreadsheet, another system. What they say
 * becomes the same history that people write here, dated as it happened there.
 */

/** A deadline that was put off; its days as far as they are known. */
export type SentExtension = {
  dueOn: CivilDate;
  requestedOn?: CivilDate | undefined;
  decidedOn?: CivilDate | undefined;
};

/** A task as another register has it; what is undefined, that register does not say. */
export type SentTask = {
  title: string;
  deliverable?: string | undefined;
  decidingAuthority?: string | undefined;
  priority?: "NORMAL" | "HIGH" | undefined;
  /** Codes of the catalogues. */
  department?: string | undefined;
  field?: string | undefined;
  sector?: string | undefined;
  cooperating?: readonly string[] | undefined;
  /** Ids of accounts. */
  leaderId?: number | undefined;
  assigneeId?: number | undefined;
  directive?: SentDirective | undefined;
  assignedOn?: CivilDate | undefined;
  /** The first deadline; an extension does not change it. Null: there is none. */
  dueOn?: CivilDate | null | undefined;
  dueWording?: string | undefined;
  extension?: SentExtension | undefined;
  status?: TaskStatus | undefined;
  /** Percent. */
  progress?: number | undefined;
  completedOn?: CivilDate | undefined;
  /** The day on which it was stopped for good or for a while. */
  stoppedOn?: CivilDate | undefined;
  note?: string | undefined;
};

export type SentDirective = { id: number; receivedOn: CivilDate; issuedOn: CivilDate | null };

/** A line of history to be written. */
export type SentEvent = { event: TaskEvent; note?: string | null };

/** What is to become of a task, or why that cannot be; `path` as the entries of `SentTask`. */
export type SentPlan<Plan> = { ok: true; plan: Plan } | { ok: false; issues: FieldIssue[] };

/** The history that a new task comes with, its department and field by their ids. */
export type SentPast = {
  assignedOn: CivilDate;
  departmentId: number;
  fieldId: number;
};

const refuse = (
  path: keyof SentTask | "extendedTo" | "extensionRequestedOn" | "extensionDecidedOn",
  key: FieldIssue["key"],
  values?: Record<string, string | number>,
): FieldIssue => ({ path, key, ...(values && { values }) });

/** The state that a sent task is in: as it says, else as its days and its progress tell; work with progress has begun. */
export function sentStatus(task: SentTask): TaskStatus {
  const begun = (task.progress ?? 0) > 0 ? "IN_PROGRESS" : "ASSIGNED";
  if (task.status !== undefined) return task.status === "ASSIGNED" ? begun : task.status;
  if (task.completedOn !== undefined) return "COMPLETED";
  return task.stoppedOn === undefined ? begun : "CANCELLED";
}

/** When it was assigned: as it says, else when its directive came in, else today. */
export function sentAssignment(task: SentTask, today: CivilDate): CivilDate {
  return task.assignedOn ?? task.directive?.receivedOn ?? task.directive?.issuedOn ?? today;
}

/** What is known of a task beside what is sent: its assignment, and the deadline and state that it has here. */
export type SentKnown = {
  assignedOn: CivilDate;
  dueOn: CivilDate | null;
  /** Null for a task that is new. */
  status: TaskStatus | null;
};

/**
 * What is wrong with the days and the state that a task says of itself, before anyone looks into
 * the register: nothing is dated in the future or before the assignment, and a finished task says
 * when it was finished, since its lateness is judged by that day. A state that it has here already
 * has its day here too.
 */
export function issuesOfSent(
  task: SentTask,
  { assignedOn, dueOn: standing, status: reached }: SentKnown,
  today: CivilDate,
): FieldIssue[] {
  const status = sentStatus(task);
  const { dueOn = standing, extension, completedOn, stoppedOn } = task;
  const issues: FieldIssue[] = [];
  const add = (...issue: Parameters<typeof refuse>) => issues.push(refuse(...issue));
  const day = dayMonthYear(assignedOn);
  const happened = {
    assignedOn: task.assignedOn,
    completedOn,
    stoppedOn,
    extensionRequestedOn: extension?.requestedOn,
    extensionDecidedOn: extension?.decidedOn,
  };
  for (const [path, on] of Object.entries(happened) as [keyof typeof happened, CivilDate][]) {
    if (on === undefined) continue;
    if (on > today) add(path, "work.problems.inFuture");
    else if (on < assignedOn) add(path, "work.problems.beforeAssignment", { day });
  }
  if (task.dueOn && task.dueOn < assignedOn)
    add("dueOn", "work.problems.dueBeforeAssigned", { day });
  if (extension) {
    if (!dueOn) add("dueOn", "work.sent.extendedWithoutDeadline");
    else if (extension.dueOn <= dueOn) {
      add("extendedTo", "work.problems.notLater", { day: dayMonthYear(dueOn) });
    }
    const { requestedOn, decidedOn } = extension;
    if (requestedOn && decidedOn && decidedOn < requestedOn) {
      add("extensionDecidedOn", "work.sent.decidedBeforeRequest", {
        day: dayMonthYear(requestedOn),
      });
    }
  }
  if (status !== reached) {
    const isDone = status === "COMPLETED" || status === "SUBMITTED";
    const isStopped = status === "CANCELLED" || status === "PAUSED";
    if (isDone && !completedOn) add("completedOn", "work.sent.completionMissing");
    if (isStopped && !stoppedOn) add("stoppedOn", "work.sent.stopMissing");
  }
  if (completedOn && !["COMPLETED", "SUBMITTED"].includes(status)) {
    add("status", "work.sent.completedButOpen", { day: dayMonthYear(completedOn) });
  }
  return issues;
}

/**
 * The days of an extension, as far as they are known: a single day known counts for both. Of one
 * whose days nobody wrote down it is taken that it was asked for and granted in time, on the old
 * deadline (or the last day before it that is not in the future).
 */
export function extensionDays(
  { requestedOn, decidedOn }: SentExtension,
  { assignedOn, oldDueOn, today }: { assignedOn: CivilDate; oldDueOn: CivilDate; today: CivilDate },
): { requestedOn: CivilDate; decidedOn: CivilDate } {
  const inTime = later(assignedOn, earlier(oldDueOn, today));
  const asked = requestedOn ?? decidedOn ?? inTime;
  return { requestedOn: asked, decidedOn: decidedOn ?? asked };
}

/**
 * The history with which a task from elsewhere begins here: its assignment, extension, progress
 * and end, each on its own day (domain rules "Life of a task" and "Overdue is an interval").
 * To be asked only when `issuesOfSent` found nothing.
 */
export function pastOf(
  task: SentTask,
  { assignedOn, departmentId, fieldId }: SentPast,
  today: CivilDate,
): SentEvent[] {
  const status = sentStatus(task);
  const { extension, stoppedOn, assigneeId } = task;
  const dueOn = task.dueOn ?? null;
  const events: SentEvent[] = [
    { event: { kind: "ASSIGNED", on: assignedOn, dueOn, departmentId, fieldId } },
  ];
  const add = (event: TaskEvent, note: string | null = null) => events.push({ event, note });
  if (assigneeId !== undefined) add({ kind: "HANDED_OVER", on: assignedOn, assigneeId });
  if (status !== "ASSIGNED") add({ kind: "ACCEPTED", on: assignedOn });
  let lastOn = assignedOn;
  if (extension && dueOn !== null) {
    const known = { assignedOn, oldDueOn: dueOn, today };
    const { requestedOn, decidedOn } = extensionDays(extension, known);
    add({ kind: "EXTENSION_REQUESTED", on: requestedOn, dueOn: extension.dueOn });
    add({ kind: "EXTENSION_APPROVED", on: decidedOn, requestedOn, dueOn: extension.dueOn });
    lastOn = decidedOn;
  }
  const { progress } = task;
  const running = status === "IN_PROGRESS" || status === "PAUSED";
  if (progress !== undefined && progress > 0 && running) {
    const on = status === "PAUSED" ? later(lastOn, stoppedOn ?? today) : today;
    add({ kind: "PROGRESSED", on, progress });
    lastOn = on;
  }
  events.push(...endOf(task, status, lastOn));
  return events;
}

/** How it ends, or is handed in: on its own day, however late that was written down. */
function endOf(
  { completedOn, stoppedOn, note: words }: SentTask,
  status: TaskStatus,
  lastOn: CivilDate,
): SentEvent[] {
  const note = words ?? null;
  if ((status === "SUBMITTED" || status === "COMPLETED") && completedOn) {
    const on = later(completedOn, lastOn);
    return [
      { event: { kind: "SUBMITTED", on, completedOn }, note },
      ...(status === "COMPLETED" ? [{ event: { kind: "CONFIRMED" as const, on } }] : []),
    ];
  }
  if ((status === "CANCELLED" || status === "PAUSED") && stoppedOn) {
    const on = later(stoppedOn, lastOn);
    return [{ event: { kind: status, on }, note }];
  }
  return [];
}

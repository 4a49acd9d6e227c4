import type { CivilDate } from "#lib/core/dates.ts";
import type { FieldIssue } from "#lib/core/errors.ts";
import { timelineOf } from "./rules.ts";
import { issuesOfSent, pastOf, type SentEvent, type SentTask, sentAssignment } from "./sent.ts";
import {
  changeOf,
  type SentColumns,
  type SentDifference,
  type StandingTask,
} from "./sent-change.ts";
import type { SentCatalogues } from "./sent-queries.ts";

/** What a sent task does to the register. */
export type SentPlan =
  | { outcome: "NEW"; directiveId: number | null; columns: SentColumns; events: SentEvent[] }
  | {
      outcome: "CHANGED";
      standing: StandingTask;
      columns: SentColumns;
      events: SentEvent[];
      differences: SentDifference[];
    }
  | { outcome: "UNCHANGED"; standing: StandingTask }
  | { outcome: "ERROR"; issues: FieldIssue[] };

/**
 * Plans what a sent task comes to: a new task with its past, a change of the one that it is, or
 * nothing.
 * @param standing the task that it is; null when it is new
 */
export function planOf(
  sent: SentTask,
  standing: StandingTask | null,
  catalogues: SentCatalogues,
  today: CivilDate,
): SentPlan {
  const now = standing && timelineOf(standing.events);
  const assignedOn = now?.assignedOn ?? sentAssignment(sent, today);
  const issues = [
    ...referenceIssues(sent, standing, catalogues),
    ...(standing === null && isUndated(sent, assignedOn)
      ? [{ path: "assignedOn", key: "work.sent.assignmentMissing" } as const]
      : issuesOfSent(
          sent,
          { assignedOn, dueOn: now?.originalDueOn ?? null, status: now?.status ?? null },
          today,
        )),
  ];
  if (issues.length > 0) return { outcome: "ERROR", issues };
  if (standing) {
    const change = changeOf(standing, sent, catalogues, today);
    if (!change.ok) return { outcome: "ERROR", issues: change.issues };
    const { differences, events, columns } = change;
    return differences.length === 0
      ? { outcome: "UNCHANGED", standing }
      : { outcome: "CHANGED", standing, columns, events, differences };
  }
  const departmentId = catalogues.departmentId(sent.department ?? "");
  const fieldId = catalogues.fieldId(sent.field ?? "");
  return {
    outcome: "NEW",
    directiveId: sent.directive?.id ?? null,
    events: pastOf(sent, { assignedOn, departmentId, fieldId }, today),
    columns: {
      title: sent.title,
      deliverable: sent.deliverable ?? null,
      decidingAuthority: sent.decidingAuthority ?? null,
      dueWording: sent.dueWording ?? null,
      priority: sent.priority ?? "NORMAL",
      sector: sent.sector ?? null,
      cooperating: (sent.cooperating ?? []).filter((code) => code !== sent.department),
      leaderId: sent.leaderId ?? null,
      assigneeId: sent.assigneeId ?? null,
    },
  };
}

/** A task with days of the past that does not say when it was assigned: not today, then. */
function isUndated(
  { assignedOn, directive, dueOn, completedOn, stoppedOn }: SentTask,
  today: CivilDate,
): boolean {
  if (assignedOn !== undefined || directive) return false;
  return [dueOn, completedOn, stoppedOn].some((day) => day && day < today);
}

/** What a sent task names has to be offered now, unless it stands in the task already. */
function referenceIssues(
  sent: SentTask,
  standing: StandingTask | null,
  { offered }: SentCatalogues,
): FieldIssue[] {
  const issues: FieldIssue[] = [];
  const { department, field, sector, cooperating = [] } = sent;
  if (department === undefined && !standing) {
    issues.push({ path: "department", key: "work.sent.departmentMissing" });
  } else if (
    department !== undefined &&
    department !== standing?.department &&
    offered.department(department) === undefined
  ) {
    issues.push({ path: "department", key: "work.problems.unknownDepartment" });
  }
  if (field === undefined && !standing) {
    issues.push({ path: "field", key: "work.sent.fieldMissing" });
  } else if (
    field !== undefined &&
    field !== standing?.field &&
    offered.field(field) === undefined
  ) {
    issues.push({ path: "field", key: "work.problems.unknownField" });
  }
  if (sector !== undefined && offered.sector(sector) === undefined) {
    issues.push({ path: "sector", key: "work.problems.unknownSector" });
  }
  const kept = standing?.cooperating ?? [];
  if (cooperating.some((code) => !kept.includes(code) && offered.department(code) === undefined)) {
    issues.push({ path: "cooperating", key: "work.problems.unknownDepartment" });
  }
  return issues;
}

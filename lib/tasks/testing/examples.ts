import type { CivilDate } from "#lib/core/dates.ts";
import type { TaskEvent } from "../schema.ts";

/* The words in which the examples of the rules are told. */

export const landUse = { departmentId: 1, fieldId: 11 };
export const justice = { departmentId: 2, fieldId: 11 };
export const petitions = { departmentId: 1, fieldId: 12 };

export function assigned(dueOn: CivilDate | null, on: CivilDate = "2028-01-03"): TaskEvent {
  return { kind: "ASSIGNED", on, dueOn, ...landUse };
}

/** Submitted and confirmed; the confirmation may come later than the work was done. */
export function finished(
  completedOn: CivilDate,
  confirmedOn: CivilDate = completedOn,
): TaskEvent[] {
  return [
    { kind: "SUBMITTED", on: completedOn, completedOn },
    { kind: "CONFIRMED", on: confirmedOn },
  ];
}

export function extended(
  requestedOn: CivilDate,
  grantedOn: CivilDate,
  dueOn: CivilDate,
): TaskEvent[] {
  return [
    { kind: "EXTENSION_REQUESTED", on: requestedOn, dueOn },
    { kind: "EXTENSION_APPROVED", on: grantedOn, requestedOn, dueOn },
  ];
}

export const bare = (
  kind: "PAUSED" | "RESUMED" | "CANCELLED" | "REOPENED" | "RETURNED",
  on: CivilDate,
) => ({ kind, on }) satisfies TaskEvent;

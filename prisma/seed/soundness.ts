import type { CivilDate } from "#lib/core/dates.ts";
import type { TaskEvent, TaskEventKind, TaskStatus } from "#lib/tasks/schema.ts";

/** In which states an event may happen, and which state follows (none: the same one). */
const MOVES: Record<TaskEventKind, { from: readonly TaskStatus[]; to?: TaskStatus }> = {
  ASSIGNED: { from: [] },
  ACCEPTED: { from: ["ASSIGNED"], to: "IN_PROGRESS" },
  REFUSED: { from: ["ASSIGNED"] },
  HANDED_OVER: { from: ["IN_PROGRESS"] },
  PROGRESSED: { from: ["IN_PROGRESS"] },
  SUBMITTED: { from: ["IN_PROGRESS"], to: "SUBMITTED" },
  RETURNED: { from: ["SUBMITTED"], to: "IN_PROGRESS" },
  CONFIRMED: { from: ["SUBMITTED"], to: "COMPLETED" },
  PAUSED: { from: ["IN_PROGRESS"], to: "PAUSED" },
  RESUMED: { from: ["PAUSED"], to: "IN_PROGRESS" },
  CANCELLED: { from: ["ASSIGNED", "IN_PROGRESS", "PAUSED"], to: "CANCELLED" },
  REOPENED: { from: ["COMPLETED"], to: "IN_PROGRESS" },
  TRANSFERRED: { from: ["ASSIGNED", "IN_PROGRESS"] },
  EXTENSION_REQUESTED: { from: ["IN_PROGRESS"] },
  EXTENSION_APPROVED: { from: ["IN_PROGRESS"] },
  EXTENSION_REJECTED: { from: ["IN_PROGRESS"] },
  DEADLINE_CORRECTED: { from: ["ASSIGNED", "IN_PROGRESS"] },
  EDITED: { from: ["ASSIGNED", "IN_PROGRESS"] },
};

/**
 * What is wrong with a history as people would live it, or null: each step from a state that
 * allows it, days in order, work done between assignment and submission, and no submission,
 * pause or end while an extension is undecided.
 */
export function faultOf(events: readonly TaskEvent[]): string | null {
  const [first, ...rest] = events;
  if (first?.kind !== "ASSIGNED") return "does not begin with its assignment";
  if (first.dueOn !== null && first.dueOn < first.on) return "due before it was assigned";
  let status: TaskStatus = "ASSIGNED";
  let last: CivilDate = first.on;
  let dueOn = first.dueOn;
  let asked: CivilDate | null = null;
  for (const event of rest) {
    const { from, to } = MOVES[event.kind];
    if (!from.includes(status)) return `${event.kind} while ${status}`;
    if (event.on < last) return `${event.kind} out of order`;
    last = event.on;
    if (asked !== null && to !== undefined) return `${event.kind} while an extension is undecided`;
    status = to ?? status;
    switch (event.kind) {
      case "SUBMITTED":
        if (event.completedOn > event.on || event.completedOn < first.on) return "done out of time";
        break;
      case "EXTENSION_REQUESTED":
        if (asked !== null || dueOn === null || event.dueOn <= dueOn) return "extension to no end";
        if (event.dueOn <= event.on) return "extension into the past";
        asked = event.on;
        break;
      case "EXTENSION_APPROVED":
        if (asked !== event.requestedOn || event.dueOn < event.on) return "extension out of time";
        dueOn = event.dueOn;
        asked = null;
        break;
      case "EXTENSION_REJECTED":
        if (asked === null) return "nothing to reject";
        asked = null;
        break;
      case "DEADLINE_CORRECTED":
        if (event.dueOn !== null && event.dueOn < first.on) return "due before it was assigned";
        dueOn = event.dueOn;
        break;
    }
  }
  return null;
}

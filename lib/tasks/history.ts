import type { CivilDate } from "#lib/core/dates.ts";
import type { EditedPart, TaskEvent } from "./schema.ts";

/** One value that an event set, and what it was before. */
export type TaskChange =
  | { what: "department" | "field"; from: number | null; to: number }
  | { what: "assignee"; from: number | null; to: number | null }
  | {
      what: "deadline" | "requestedDeadline" | "completion";
      from: CivilDate | null;
      to: CivilDate | null;
    }
  /** Percent. */
  | { what: "progress"; from: number; to: number }
  /** Texts and codes as they were written. */
  | { what: "edited"; part: EditedPart; from: string | null; to: string | null };

type State = {
  departmentId: number | null;
  fieldId: number | null;
  assigneeId: number | null;
  dueOn: CivilDate | null;
  progress: number;
};

/** What each event of a history changed, from what to what; one list for each, in their order. */
export function changesOf(events: readonly TaskEvent[]): TaskChange[][] {
  const state: State = {
    departmentId: null,
    fieldId: null,
    assigneeId: null,
    dueOn: null,
    progress: 0,
  };
  return events.map((event) => changesBy(event, state));
}

/** What one event changes; the state becomes that after it. */
function changesBy(event: TaskEvent, state: State): TaskChange[] {
  switch (event.kind) {
    case "ASSIGNED":
      return [...moved(event, state), ...due(event.dueOn, state)];
    case "TRANSFERRED":
      return moved(event, state);
    case "REFUSED":
      return moved({ departmentId: event.departmentId, fieldId: state.fieldId }, state);
    case "HANDED_OVER": {
      const from = state.assigneeId;
      state.assigneeId = event.assigneeId;
      return [{ what: "assignee", from, to: event.assigneeId }];
    }
    case "PROGRESSED": {
      const from = state.progress;
      state.progress = event.progress;
      return [{ what: "progress", from, to: event.progress }];
    }
    case "SUBMITTED":
      return [{ what: "completion", from: null, to: event.completedOn }];
    case "EXTENSION_REQUESTED":
      return [{ what: "requestedDeadline", from: state.dueOn, to: event.dueOn }];
    case "EDITED":
      return (event.changes ?? []).map(({ what, ...change }) => ({
        what: "edited" as const,
        part: what,
        ...change,
      }));
    case "EXTENSION_APPROVED":
    case "DEADLINE_CORRECTED":
      return due(event.dueOn, state);
    default:
      return [];
  }
}

function moved(to: { departmentId: number; fieldId: number | null }, state: State): TaskChange[] {
  const changes: TaskChange[] = [];
  if (to.departmentId !== state.departmentId) {
    changes.push({ what: "department", from: state.departmentId, to: to.departmentId });
  }
  if (to.fieldId !== null && to.fieldId !== state.fieldId) {
    changes.push({ what: "field", from: state.fieldId, to: to.fieldId });
  }
  state.departmentId = to.departmentId;
  state.fieldId = to.fieldId;
  return changes;
}

function due(to: CivilDate | null, state: State): TaskChange[] {
  const from = state.dueOn;
  state.dueOn = to;
  return from === to ? [] : [{ what: "deadline", from, to }];
}

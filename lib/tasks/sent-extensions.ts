import type { CivilDate } from "#lib/core/dates.ts";
import type { TaskEvent } from "./schema.ts";

/** An extension that was asked for and granted, as its row has it. */
export type GrantedExtension = {
  oldDueOn: CivilDate | null;
  newDueOn: CivilDate;
  requestedOn: CivilDate;
  decidedOn: CivilDate;
};

/** The extensions that new lines of history grant, each with the deadline that it put off. */
export function extensionsGranted(
  past: readonly TaskEvent[],
  added: readonly TaskEvent[],
): GrantedExtension[] {
  let dueOn = past.reduce<CivilDate | null>(deadlineAfter, null);
  const granted: GrantedExtension[] = [];
  for (const event of added) {
    if (event.kind === "EXTENSION_APPROVED") {
      const { requestedOn, on: decidedOn, dueOn: newDueOn } = event;
      granted.push({ oldDueOn: dueOn, newDueOn, requestedOn, decidedOn });
    }
    dueOn = deadlineAfter(dueOn, event);
  }
  return granted;
}

/** The deadline that holds after a line of history. */
function deadlineAfter(dueOn: CivilDate | null, event: TaskEvent): CivilDate | null {
  switch (event.kind) {
    case "ASSIGNED":
    case "DEADLINE_CORRECTED":
    case "EXTENSION_APPROVED":
      return event.dueOn;
    default:
      return dueOn;
  }
}

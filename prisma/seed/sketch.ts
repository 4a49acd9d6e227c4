import type { CivilDate } from "#lib/core/dates.ts";
import type { Level } from "#lib/tasks/schema.ts";

/** The ids of what the register refers to, by code or login. */
export type Reference = {
  departments: ReadonlyMap<string, number>;
  fields: ReadonlyMap<string, number>;
  sectors: ReadonlyMap<string, number>;
  issuingBodies: ReadonlyMap<string, { id: number; level: Level }>;
  users: ReadonlyMap<string, number>;
};

/** What a map holds under a key; throws when it holds nothing. */
export function required<Value>(map: ReadonlyMap<string, Value>, key: string): Value {
  const value = map.get(key);
  if (value === undefined) throw new Error(`Unknown: ${key}`);
  return value;
}

/** Where a task comes from: a directive by its number, one yet to be made up, or nobody's paper. */
export type Source =
  | { kind: "known"; number: string }
  | { kind: "madeUp"; level: Level }
  | { kind: "none" };

/** Finished, told so, and believed. */
export type Outcome = { completedOn: CivilDate; submittedOn: CivilDate; confirmedOn: CivilDate };

export type PlannedExtension = {
  requestedOn: CivilDate;
  dueOn: CivilDate;
  decidedOn: CivilDate;
  approved: boolean;
  objective: boolean;
};

/** How a task will go, whatever day it is now. */
export type Plan = {
  acceptedOn: CivilDate;
  handedOver: boolean;
  /** First given to another department, which refused it. */
  refusal: { by: string; on: CivilDate; transferredOn: CivilDate } | null;
  /** First entered with another deadline (null: with none). */
  correction: { on: CivilDate; wrongDueOn: CivilDate | null } | null;
  editedOn: CivilDate | null;
  extensions: PlannedExtension[];
  pause: { from: CivilDate; to: CivilDate } | null;
  transfer: { on: CivilDate; to: string } | null;
  /** Submissions that came back before the last one. */
  returns: { submittedOn: CivilDate; returnedOn: CivilDate }[];
  /** Null: not finished in any foreseeable time. */
  outcome: Outcome | null;
  cancelledOn: CivilDate | null;
  reopening: { on: CivilDate; outcome: Outcome } | null;
};

/** A task before it has a code, a directive and a history. */
export type Sketch = {
  /** Names its own stream of chance, so that no other task changes it. */
  key: string;
  title: string;
  deliverable: string | null;
  department: string;
  field: string;
  sector: string;
  source: Source;
  assignedOn: CivilDate;
  dueOn: CivilDate | null;
  dueWording: string | null;
};

export type PlannedTask = Sketch & { plan: Plan };

export const OFFICE_DEPARTMENT = "VP_HDND_UBND";

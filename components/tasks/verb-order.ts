import type { TaskVerb } from "#lib/tasks/verbs.ts";

/** The verbs that move a task on, each before those that only follow it. */
const FOREMOST: readonly TaskVerb[] = [
  "approveExtension",
  "rejectExtension",
  "confirm",
  "return",
  "accept",
  "refuse",
  "progress",
  "submit",
  "resume",
  "handOver",
  "transfer",
];

/** Verbs in the order in which they are offered. */
export function inOrder(verbs: readonly TaskVerb[]): TaskVerb[] {
  return [
    ...FOREMOST.filter((verb) => verbs.includes(verb)),
    ...verbs.filter((verb) => !FOREMOST.includes(verb)),
  ];
}

import {
  type Attempt,
  type DeliveryStanding,
  type DeliveryState,
  SEND_PROBLEMS,
  type SendProblem,
} from "./schema.ts";

/** How long after the n-th attempt that failed the next one is made, in seconds; then no more. */
export const RETRY_AFTER_SECONDS = [10, 60, 300, 1_800, 7_200, 21_600, 86_400] as const;

/** How much longer at most, as a share, so that what failed together is not sent together again. */
const JITTER = 0.2;

/**
 * When a delivery is tried again after its attempt number `attempts` (from 1) failed; null when it
 * is given up.
 * @param chance 0 to 1, by which the wait is stretched
 */
export function nextAttemptAfter(attempts: number, now: Date, chance: number): Date | null {
  const seconds = RETRY_AFTER_SECONDS[attempts - 1];
  if (seconds === undefined) return null;
  return new Date(now.getTime() + seconds * (1 + JITTER * chance) * 1_000);
}

/** Where a delivery stands, in a word. */
export function stateOf({ deliveredAt, nextAttemptAt, attempts }: DeliveryStanding): DeliveryState {
  if (deliveredAt) return "delivered";
  if (!nextAttemptAt) return "givenUp";
  return attempts === 0 ? "waiting" : "retrying";
}

/** An outbox message, as far as it is sent on. */
export type Message = { kind: string; data: Readonly<Record<string, unknown>>; createdAt: Date };

/** Where the object of a message is read by the REST interface; null where there is none. */
function pathOf({ taskId, directiveId, month }: Message["data"]): string | null {
  if (taskId !== undefined) return `/api/v1/tasks/${taskId}`;
  if (directiveId !== undefined) return `/api/v1/directives/${directiveId}`;
  return month === undefined ? null : `/api/v1/summary?period=${month}`;
}

/**
 * What is sent of a message: `{id, event, createdAt, data}`. `data` has ids and the address to
 * read the object at, never the object itself: who may see what is decided where it is read.
 * @param origin of the product, without a slash at its end
 */
export function bodyOf(id: string, { kind, data, createdAt }: Message, origin: string): string {
  // What a task's history calls its event would be a second meaning of the word here.
  const { event: change, ...ids } = data;
  const path = pathOf(data);
  return JSON.stringify({
    id,
    event: kind,
    createdAt: createdAt.toISOString(),
    data: {
      ...ids,
      ...(change !== undefined && { change }),
      ...(path !== null && { url: `${origin}${path}` }),
    },
  });
}

/** A problem and its detail as one text, as the log keeps them; null of none. */
export function writtenProblem({ problem, detail }: Attempt): string | null {
  return problem === null ? null : `${problem} ${detail}`.trim();
}

/** The problem and its detail in a text of the log. */
export function readProblem(text: string | null): Pick<Attempt, "problem" | "detail"> {
  if (text === null) return { problem: null, detail: "" };
  const [word = "", ...rest] = text.split(" ");
  const known = SEND_PROBLEMS.find((problem): problem is SendProblem => problem === word);
  return known ? { problem: known, detail: rest.join(" ") } : { problem: "NETWORK", detail: text };
}

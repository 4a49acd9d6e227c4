import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { TooManyAttemptsError } from "#lib/core/errors.ts";
import { type Rate, TooManyRequestsError } from "#lib/core/rate.ts";

/*
 * How often machines may call, counted in this process's memory: a limit protects the server
 * that it is counted on, and nothing is lost when it starts anew. Several processes allow as
 * many times as much (docs/operations.md).
 */

const WINDOW_SECONDS = 60;

/** Different wrong tokens from one address, after which it has to wait. */
export const WRONG_TOKENS = { most: 30, windowSeconds: 15 * 60 } as const;

type Counters = {
  /** By how many requests they allow. */
  byLimit: Map<number, RateLimiterMemory>;
  wrong: RateLimiterMemory;
  /** Which wrong tokens have been counted already. */
  counted: RateLimiterMemory;
  /** Which right ones came from where: they are let in whatever else is sent from there. */
  known: Set<string>;
};

/** Kept of the right ones; beyond that they are learnt anew. */
const MOST_KNOWN = 10_000;

// A bundler may load this module twice; the counts are the process's.
const holder = globalThis as { tokenCounters?: Counters };

function counters(): Counters {
  holder.tokenCounters ??= {
    byLimit: new Map(),
    wrong: new RateLimiterMemory({
      points: WRONG_TOKENS.most,
      duration: WRONG_TOKENS.windowSeconds,
    }),
    counted: new RateLimiterMemory({ points: 1, duration: WRONG_TOKENS.windowSeconds }),
    known: new Set(),
  };
  return holder.tokenCounters;
}

const seconds = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000));

/** Consumes one of what there is. @returns the count, or that there was none left */
async function consume(limiter: RateLimiterMemory, key: string | number) {
  try {
    return { admitted: true, count: await limiter.consume(key) } as const;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return { admitted: false, count: error } as const;
  }
}

/**
 * Counts a token's request.
 * @param perMinute how many it may make in a minute
 * @returns what is left of the minute
 * @throws TooManyRequestsError
 */
export async function countRequest(tokenId: number, perMinute: number): Promise<Rate> {
  const { byLimit } = counters();
  const limiter =
    byLimit.get(perMinute) ??
    new RateLimiterMemory({ points: perMinute, duration: WINDOW_SECONDS });
  byLimit.set(perMinute, limiter);
  const { admitted, count } = await consume(limiter, tokenId);
  const rate: Rate = {
    limit: perMinute,
    windowSeconds: WINDOW_SECONDS,
    remaining: count.remainingPoints,
    resetSeconds: seconds(count),
  };
  if (!admitted) throw new TooManyRequestsError(rate);
  return rate;
}

const sentFrom = (address: string, tokenHash: string) => `${address} ${tokenHash}`;

/** Remembers a right token, so that a guesser beside it does not shut it out. */
export function rememberToken(address: string, tokenHash: string): void {
  const { known } = counters();
  if (known.size >= MOST_KNOWN) known.clear();
  known.add(sentFrom(address, tokenHash));
}

/**
 * Refuses whoever tried too many wrong tokens lately, before it is looked whether this one is
 * right: an address that may not guess learns nothing. @throws TooManyAttemptsError
 */
export async function refuseGuesser(address: string, tokenHash: string): Promise<void> {
  if (counters().known.has(sentFrom(address, tokenHash))) return;
  const count = await counters().wrong.get(address);
  if (count && count.remainingPoints <= 0) throw new TooManyAttemptsError(seconds(count));
}

/**
 * Counts a wrong token against the address that sent it. The same one again is not counted:
 * that is a machine with a revoked token, not one that guesses.
 */
export async function countWrongToken(address: string, tokenHash: string): Promise<void> {
  const first = await consume(counters().counted, sentFrom(address, tokenHash));
  if (first.admitted) await consume(counters().wrong, address);
}

/** Forgets all counts; for tests. */
export function forgetCounts(): void {
  delete holder.tokenCounters;
}

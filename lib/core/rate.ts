import { TooManyAttemptsError } from "./errors.ts";

/** How much of what it may do in a window of time someone has left. */
export type Rate = {
  /** Requests in a window. */
  limit: number;
  windowSeconds: number;
  remaining: number;
  /** Seconds until the window ends, at least 1. */
  resetSeconds: number;
};

/** More requests than may be made; to be tried again when the window ends. */
export class TooManyRequestsError extends TooManyAttemptsError {
  readonly rate: Rate;

  constructor(rate: Rate) {
    super(rate.resetSeconds);
    this.rate = rate;
  }
}

/** The headers that tell it, as draft-ietf-httpapi-ratelimit-headers names them. */
export function rateHeaders(rate: Rate | undefined): Record<string, string> {
  if (!rate) return {};
  return {
    "RateLimit-Policy": `"token";q=${rate.limit};w=${rate.windowSeconds}`,
    RateLimit: `"token";r=${rate.remaining};t=${rate.resetSeconds}`,
  };
}

/** What someone who was let in has left, where they are counted at all. */
export function rateOf(caller: unknown): Rate | undefined {
  return typeof caller === "object" && caller !== null && "rate" in caller
    ? (caller.rate as Rate | undefined)
    : undefined;
}

import type { Messages } from "./i18n/messages/index.ts";

/** The full names of the messages below a part of the catalogue: "errors.notFound.title". */
type KeysOf<Part, Prefix extends string = ""> = Part extends string
  ? never
  : {
      [Key in keyof Part & string]: Part[Key] extends string
        ? `${Prefix}${Key}`
        : KeysOf<Part[Key], `${Prefix}${Key}.`>;
    }[keyof Part & string];

/** A message of the interface and what goes into it, to be said in the person's own language. */
export type Explanation = {
  key: KeysOf<Messages>;
  values?: Record<string, string | number>;
};

/** What is wrong with one entry of a form or a request; `path` as zod writes it, joined by dots. */
export type FieldIssue = Explanation & { path: string };

// Next answers a page that throws an error with such a digest with this status, as after its
// own `notFound()` and `forbidden()`; and the digest is all of an error that a browser gets.
const NOT_FOUND_DIGEST = "NEXT_HTTP_ERROR_FALLBACK;404";
const FORBIDDEN_DIGEST = "NEXT_HTTP_ERROR_FALLBACK;403";

const BRAND = Symbol.for("executive-desk.expected-error");

/**
 * An error that the person can understand and do something about. Only these are told to
 * people; anything else is logged, and they get its id.
 */
export abstract class ExpectedError extends Error {
  abstract readonly code:
    | "NOT_FOUND"
    | "FORBIDDEN"
    | "INVALID_INPUT"
    | "CONFLICT"
    | "STALE"
    | "TOO_MANY_ATTEMPTS";
  /** The status of an HTTP answer. */
  abstract readonly status: 403 | 404 | 409 | 412 | 422 | 429;
  readonly explanation: Explanation;
  // A bundler may load this module twice, and `instanceof` would then miss.
  readonly [BRAND] = true;

  constructor(explanation: Explanation) {
    super(explanation.key);
    this.name = new.target.name;
    this.explanation = explanation;
  }
}

/** There is no such thing, or it is somebody else's: the two are not told apart. */
export class NotFoundError extends ExpectedError {
  readonly code = "NOT_FOUND";
  readonly status = 404;
  readonly digest: string = NOT_FOUND_DIGEST;

  constructor(explanation: Explanation = { key: "errors.notFound.explanation" }) {
    super(explanation);
  }
}

/** The person is known and may not do this. */
export class ForbiddenError extends ExpectedError {
  readonly code = "FORBIDDEN";
  readonly status = 403;
  readonly digest = FORBIDDEN_DIGEST;

  constructor(explanation: Explanation = { key: "errors.forbidden.explanation" }) {
    super(explanation);
  }
}

/** What was entered does not fit, entry by entry. */
export class InvalidInputError extends ExpectedError {
  readonly code = "INVALID_INPUT";
  readonly status = 422;
  readonly issues: readonly FieldIssue[];

  constructor(
    issues: readonly FieldIssue[] = [],
    explanation: Explanation = { key: "errors.invalidInput.explanation" },
  ) {
    super(explanation);
    this.issues = issues;
  }
}

/** Somebody else was faster, or the state no longer allows it. */
export class ConflictError extends ExpectedError {
  readonly code = "CONFLICT";
  readonly status = 409;

  constructor(explanation: Explanation = { key: "errors.conflict.explanation" }) {
    super(explanation);
  }
}

/**
 * Somebody else changed the same thing meanwhile. What was typed is kept; beside it the person
 * sees what stands there now.
 */
export class StaleError extends ExpectedError {
  readonly code = "STALE";
  readonly status = 412;
  /** What stands there now, by the entries of the form, with its `version`. */
  readonly current: Readonly<Record<string, string>>;

  constructor(explanation: Explanation, current: Readonly<Record<string, string>>) {
    super(explanation);
    this.current = current;
  }
}

/** Tried too often; to be tried again after a while. */
export class TooManyAttemptsError extends ExpectedError {
  readonly code = "TOO_MANY_ATTEMPTS";
  readonly status = 429;
  readonly retryAfterSeconds: number;

  constructor(retryAfterSeconds: number) {
    super({
      key: "errors.tooManyAttempts.explanation",
      values: { minutes: Math.ceil(retryAfterSeconds / 60) },
    });
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** True for an error that people are told about as it is. */
export function isExpectedError(error: unknown): error is ExpectedError {
  return error instanceof Error && BRAND in error;
}

/** What can be wrong with an address: the messages `errors.address.*`. */
export type AddressProblem = keyof Messages["errors"]["address"];

export type WrongAddress = { problem: AddressProblem; values: Record<string, string> };

/**
 * Ends a page with status 404 and says what is wrong with its address:
 * `invalidAddress("notAMonth", { name: "period", value: "2026-13" })`. To be called while the
 * page itself renders; below a `loading.tsx` or a Suspense boundary the status would be 200.
 * @param values what the message names: mostly the parameter's `name` and `value`
 */
export function invalidAddress(problem: AddressProblem, values: Record<string, string>): never {
  const detail: WrongAddress = { problem, values };
  const digest = `${NOT_FOUND_DIGEST};${encodeURIComponent(JSON.stringify(detail))}`;
  const error = new NotFoundError({ key: `errors.address.${problem}`, values });
  throw Object.assign(error, { digest });
}

/** What `invalidAddress` had to say, where its digest stands in a text; null where it does not. */
export function wrongAddressIn(text: string): WrongAddress | null {
  const encoded = text.match(new RegExp(`${NOT_FOUND_DIGEST};([\\w%.!~*'()-]+)`))?.[1];
  return encoded === undefined ? null : JSON.parse(decodeURIComponent(encoded));
}

import { createTranslator } from "next-intl";
import type { z } from "zod";
import { UnreadableBodyError } from "./body.ts";
import { isDatabaseAway } from "./db.ts";
import {
  type ExpectedError,
  type Explanation,
  InvalidInputError,
  isExpectedError,
  StaleError,
  TooManyAttemptsError,
} from "./errors.ts";
import type { Locale } from "./i18n/locales.ts";
import { type Messages, messages } from "./i18n/messages/index.ts";
import { log } from "./log.ts";
import { rateHeaders, TooManyRequestsError } from "./rate.ts";

/*
 * Everything that goes wrong in the machine interface, as problem documents (RFC 9457) in the
 * language that the request prefers.
 */

/** A parameter of a request that is wrong, and why. */
export type RequestIssue = {
  path: string;
  problem: keyof Messages["api"]["problem"];
  values?: Record<string, string>;
};

/** A well-formed request that asks for what there is not: answered with 400 and what to correct. */
export class InvalidRequestError extends Error {
  readonly issues: readonly RequestIssue[];

  constructor(issues: readonly RequestIssue[]) {
    super(issues.map(({ path, problem }) => `${path}: ${problem}`).join(", "));
    this.issues = issues;
  }
}

/** What a schema found in a part of a request. Any other error of zod is the product's own. */
export abstract class SchemaError extends Error {
  readonly issues: readonly z.core.$ZodIssue[];

  constructor({ message, issues }: z.ZodError) {
    super(message);
    this.issues = issues;
  }
}

/** A query that does not fit: answered with 400, parameter by parameter. */
export class InvalidQueryError extends SchemaError {}

/** A body that does not fit: answered with 422, entry by entry. */
export class InvalidBodyError extends SchemaError {}

/** A change that has to say which version it looked at, and does not. */
export class PreconditionRequiredError extends Error {}

type Kind = Exclude<keyof Messages["api"], "problem" | "docs">;

const STATUS: Record<Kind, number> = {
  unauthorized: 401,
  invalidRequest: 400,
  malformed: 400,
  forbidden: 403,
  notFound: 404,
  methodNotAllowed: 405,
  conflict: 409,
  stale: 412,
  tooLarge: 413,
  unsupportedMediaType: 415,
  invalidInput: 422,
  preconditionRequired: 428,
  tooManyAttempts: 429,
  unexpected: 500,
  unavailable: 503,
};

const KINDS: Record<ExpectedError["code"], Kind> = {
  NOT_FOUND: "notFound",
  FORBIDDEN: "forbidden",
  INVALID_INPUT: "invalidInput",
  CONFLICT: "conflict",
  STALE: "stale",
  TOO_MANY_ATTEMPTS: "tooManyAttempts",
};

type WrongEntry = { path: string; message: string };

type Members = {
  requestId?: string;
  /** Says why in place of the kind's own sentence. */
  detail?: string | undefined;
  errors?: readonly WrongEntry[] | undefined;
  current?: Readonly<Record<string, string>> | undefined;
  /** The methods that an address does take, separated by commas. */
  allowed?: string;
  headers?: Readonly<Record<string, string>>;
};

/** An answer that says what went wrong. */
export function problem(kind: Kind, locale: Locale, members: Members = {}): Response {
  const translate = createTranslator({ locale, messages: messages[locale], namespace: "api" });
  const { requestId = "", allowed = "", detail, errors, current, headers } = members;
  const status = STATUS[kind];
  return Response.json(
    {
      title: translate(`${kind}.title`),
      status,
      detail: detail ?? translate(`${kind}.detail`, { requestId, allowed }),
      ...(errors && errors.length > 0 && { errors }),
      ...(current && { current }),
    },
    {
      status,
      headers: {
        "Content-Type": "application/problem+json",
        "Cache-Control": "no-store",
        ...(kind === "unauthorized" && { "WWW-Authenticate": "Bearer" }),
        ...headers,
      },
    },
  );
}

/** The answer to an error; what is unexpected is logged under the request's id. */
export function problemOf(error: unknown, request: Request, locale: Locale): Response {
  if (error instanceof InvalidQueryError) {
    return problem("invalidRequest", locale, { errors: error.issues.map(entryOf) });
  }
  if (error instanceof InvalidRequestError) {
    return problem("invalidRequest", locale, { errors: wrongParameters(error, locale) });
  }
  if (error instanceof UnreadableBodyError) return problem(error.problem, locale);
  if (error instanceof PreconditionRequiredError) return problem("preconditionRequired", locale);
  if (error instanceof InvalidBodyError) {
    return problem("invalidInput", locale, { errors: wrongMembers(error, locale) });
  }
  if (isExpectedError(error)) return expectedProblem(error, locale);
  const requestId = request.headers.get("x-request-id") ?? "";
  log.error({ requestId, error, url: new URL(request.url).pathname }, "request failed");
  return problem(isDatabaseAway(error) ? "unavailable" : "unexpected", locale, { requestId });
}

function entryOf(issue: z.core.$ZodIssue): WrongEntry {
  const path = [...issue.path, ...("keys" in issue ? issue.keys : [])].join(".");
  return { path, message: issue.message };
}

function wrongParameters({ issues }: InvalidRequestError, locale: Locale): WrongEntry[] {
  const translate = createTranslator({
    locale,
    messages: messages[locale],
    namespace: "api.problem",
  });
  return issues.map(({ path, problem, values }) => ({
    path,
    message: translate(problem, { first: "", ...values }),
  }));
}

/** A schema names a message of the catalogue, or zod has said it in the language asked for. */
function wrongMembers({ issues }: InvalidBodyError, locale: Locale): WrongEntry[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") {
      const message = sentence({ key: "api.problem.unknownMember" }, locale);
      return issue.keys.map((key) => ({ path: [...issue.path, key].join("."), message }));
    }
    const { path, message } = issue;
    return [{ path: path.join("."), message: sentenceNamed(message, locale) ?? message }];
  });
}

/** A refusal, as the screens say it; what only speaks of pages is said of objects instead. */
function expectedProblem(error: ExpectedError, locale: Locale): Response {
  const { explanation } = error;
  const issues = error instanceof InvalidInputError ? error.issues : [];
  return problem(KINDS[error.code], locale, {
    detail: explanation.key.startsWith("errors.") ? undefined : sentence(explanation, locale),
    errors: issues.map((issue) => ({ path: issue.path, message: sentence(issue, locale) })),
    current: error instanceof StaleError ? error.current : undefined,
    headers: waitHeaders(error),
  });
}

/** When to try again, for what was tried too often. */
function waitHeaders(error: ExpectedError): Record<string, string> {
  if (!(error instanceof TooManyAttemptsError)) return {};
  return {
    "Retry-After": String(error.retryAfterSeconds),
    ...(error instanceof TooManyRequestsError && rateHeaders(error.rate)),
  };
}

/** A message of the interface in words of a language. */
export function sentence({ key, values }: Explanation, locale: Locale): string {
  return createTranslator({ locale, messages: messages[locale] })(key, values);
}

/** The sentence of a message if a text is the name of one; else null. */
function sentenceNamed(text: string, locale: Locale): string | null {
  const translate = createTranslator({ locale, messages: messages[locale] });
  return translate.has(text as Explanation["key"])
    ? sentence({ key: text as Explanation["key"] }, locale)
    : null;
}

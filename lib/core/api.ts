import { createTranslator } from "next-intl";
import { z } from "zod";
import { isDatabaseAway } from "./db.ts";
import { isExpectedError } from "./errors.ts";
import { DEFAULT_LOCALE, isLocale, type Locale } from "./i18n/locales.ts";
import { type Messages, messages } from "./i18n/messages/index.ts";
import { log } from "./log.ts";

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

type Kind = Exclude<keyof Messages["api"], "problem">;

const STATUS: Record<Kind, number> = {
  unauthorized: 401,
  invalidRequest: 400,
  forbidden: 403,
  notFound: 404,
  unexpected: 500,
  unavailable: 503,
};

const ZOD_MESSAGES = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

/** The language of the answer's sentences, as `Accept-Language` prefers; Vietnamese by default. */
function localeOf(request: Request): Locale {
  const preferred = request.headers.get("accept-language")?.slice(0, 2).toLowerCase();
  return isLocale(preferred) ? preferred : DEFAULT_LOCALE;
}

/** An answer that says what went wrong (RFC 9457). */
function problem(
  kind: Kind,
  locale: Locale,
  {
    requestId = "",
    errors,
  }: { requestId?: string; errors?: { path: string; message: string }[] } = {},
): Response {
  const translate = createTranslator({ locale, messages: messages[locale], namespace: "api" });
  const status = STATUS[kind];
  return Response.json(
    {
      title: translate(`${kind}.title`),
      status,
      detail: translate(`${kind}.detail`, { requestId }),
      ...(errors && { errors }),
    },
    {
      status,
      headers: {
        "Content-Type": "application/problem+json",
        ...(kind === "unauthorized" && { "WWW-Authenticate": "Bearer" }),
      },
    },
  );
}

function problemOf(error: unknown, request: Request, locale: Locale): Response {
  if (error instanceof z.ZodError) {
    const errors = error.issues.map((issue) => ({
      path: [...issue.path, ...("keys" in issue ? issue.keys : [])].join("."),
      message: issue.message,
    }));
    return problem("invalidRequest", locale, { errors });
  }
  if (error instanceof InvalidRequestError) {
    const translate = createTranslator({
      locale,
      messages: messages[locale],
      namespace: "api.problem",
    });
    const errors = error.issues.map(({ path, problem, values }) => ({
      path,
      message: translate(problem, { first: "", ...values }),
    }));
    return problem("invalidRequest", locale, { errors });
  }
  if (isExpectedError(error))
    return problem(error.status === 403 ? "forbidden" : "notFound", locale);
  const requestId = request.headers.get("x-request-id") ?? "";
  log.error({ requestId, error, url: new URL(request.url).pathname }, "request failed");
  return problem(isDatabaseAway(error) ? "unavailable" : "unexpected", locale, { requestId });
}

/** A request to the machine interface by someone known. */
export type ApiRequest<Caller, Parameters> = {
  caller: Caller;
  parameters: Parameters;
  /** The query checked by a schema; unknown, repeated and wrong parameters are refused. */
  query: <Schema extends z.ZodType>(schema: Schema) => z.infer<Schema>;
};

function readQuery(url: URL): Record<string, string> {
  const keys = [...url.searchParams.keys()];
  const repeated = keys.filter((key, index) => keys.indexOf(key) !== index);
  if (repeated.length > 0) {
    throw new InvalidRequestError(
      [...new Set(repeated)].map((path) => ({ path, problem: "repeated" })),
    );
  }
  return Object.fromEntries(url.searchParams);
}

/**
 * A handler of the machine interface: knows the caller, answers JSON, and answers everything
 * that goes wrong as a problem document. What is unexpected is logged under the request's id.
 * @param authenticate whoever an `Authorization` header names, or null
 */
export function apiRoute<Caller, Parameters>(
  authenticate: (authorization: string | null) => Promise<Caller | null>,
  answer: (request: ApiRequest<Caller, Parameters>) => Promise<unknown>,
) {
  return async (request: Request, context: { params: Promise<Parameters> }): Promise<Response> => {
    const locale = localeOf(request);
    try {
      const caller = await authenticate(request.headers.get("authorization"));
      if (caller === null) return problem("unauthorized", locale);
      const body = await answer({
        caller,
        parameters: await context.params,
        query: (schema) =>
          schema.parse(readQuery(new URL(request.url)), { error: ZOD_MESSAGES[locale] }),
      });
      return Response.json(body, { headers: { "Cache-Control": "no-store" } });
    } catch (error) {
      return problemOf(error, request, locale);
    }
  };
}

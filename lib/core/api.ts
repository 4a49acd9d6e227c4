import { z } from "zod";
import { readJson } from "./body.ts";
import { DEFAULT_LOCALE, isLocale, type Locale } from "./i18n/locales.ts";
import {
  InvalidBodyError,
  InvalidQueryError,
  InvalidRequestError,
  PreconditionRequiredError,
  problem,
  problemOf,
} from "./problems.ts";
import { rateHeaders, rateOf } from "./rate.ts";

export { InvalidRequestError, type RequestIssue } from "./problems.ts";

const ZOD_MESSAGES = { vi: z.locales.vi().localeError, en: z.locales.en().localeError };

/** The language of the answer's sentences, as `Accept-Language` prefers; Vietnamese by default. */
export function localeOf(request: Request): Locale {
  const preferred = request.headers.get("accept-language")?.slice(0, 2).toLowerCase();
  return isLocale(preferred) ? preferred : DEFAULT_LOCALE;
}

/** How a request is known: which version it looked at, and its own key, by which it is done once. */
export type RequestIdentity = { version: number | undefined; requestKey: string | undefined };

/** A request to the machine interface by someone known. */
export type ApiRequest<Caller, Parameters> = {
  /** As it came. */
  request: Request;
  caller: Caller;
  parameters: Parameters;
  /** The query checked by a schema; unknown, repeated and wrong parameters are refused. */
  query: <Schema extends z.ZodType>(schema: Schema) => z.output<Schema>;
  /** The JSON body checked by a schema, which says itself whether it is strict. */
  body: <Schema extends z.ZodType>(schema: Schema) => Promise<z.output<Schema>>;
  /** What `If-Match` and `Idempotency-Key` say; `versionNeeded` refuses a change without the first. */
  asked: (needs?: { versionNeeded: boolean }) => RequestIdentity;
};

/** An answer that is more than a body with status 200. */
export class Reply {
  readonly body: unknown;
  readonly status: 200 | 201;
  readonly headers: Readonly<Record<string, string>>;

  /**
   * @param version of the one object that is answered, as its `ETag`
   * @param location of what was made: answered with 201
   */
  constructor(body: unknown, about: { version?: number; location?: string } = {}) {
    this.body = body;
    this.status = about.location === undefined ? 200 : 201;
    this.headers = {
      ...(about.version !== undefined && { ETag: `"${about.version}"` }),
      ...(about.location !== undefined && { Location: about.location }),
    };
  }
}

/** Of a call that is told everything in its body. */
const NO_PARAMETERS = z.strictObject({});

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

/** The version in `If-Match`: `"7"`, `W/"7"` or `7`; none where it is missing or `*`. */
function versionIn(request: Request): number | undefined {
  const given = request.headers.get("if-match")?.trim();
  if (given === undefined || given === "*") return undefined;
  const version = /^(?:W\/)?"([1-9]\d{0,8})"$|^([1-9]\d{0,8})$/.exec(given);
  if (!version) throw new InvalidRequestError([{ path: "If-Match", problem: "notAVersion" }]);
  return Number(version[1] ?? version[2]);
}

/** A key belongs to the call that it came with: the same one elsewhere is another request's. */
function requestKeyIn(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key");
  if (key === null) return undefined;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new InvalidRequestError([{ path: "Idempotency-Key", problem: "notAKey" }]);
  }
  return `${request.method} ${new URL(request.url).pathname} ${key}`;
}

function checkQuery<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  locale: Locale,
): z.output<Schema> {
  const query = readQuery(new URL(request.url));
  const parsed = schema.safeParse(query, { error: ZOD_MESSAGES[locale] });
  if (!parsed.success) throw new InvalidQueryError(parsed.error);
  return parsed.data;
}

async function readBody<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  locale: Locale,
): Promise<z.output<Schema>> {
  const parsed = schema.safeParse(await readJson(request), { error: ZOD_MESSAGES[locale] });
  if (!parsed.success) throw new InvalidBodyError(parsed.error);
  return parsed.data;
}

/**
 * A handler of the machine interface: knows the caller, answers JSON, and answers everything
 * that goes wrong as a problem document. What is unexpected is logged under the request's id.
 * @param authenticate whoever an `Authorization` header names, or null; the other headers say
 *   from where the request came
 * @param answer the body of the answer, or a `Reply`; a file as a response of its own
 */
export function apiRoute<Caller, Parameters>(
  authenticate: (authorization: string | null, headers: Headers) => Promise<Caller | null>,
  answer: (request: ApiRequest<Caller, Parameters>) => Promise<unknown>,
) {
  return async (request: Request, context: { params: Promise<Parameters> }): Promise<Response> => {
    const locale = localeOf(request);
    let queryRead = false;
    try {
      const caller = await authenticate(request.headers.get("authorization"), request.headers);
      if (caller === null) return problem("unauthorized", locale);
      const given = await answer({
        request,
        caller,
        parameters: await context.params,
        query: (schema) => {
          queryRead = true;
          return checkQuery(request, schema, locale);
        },
        body: (schema) => {
          if (!queryRead) checkQuery(request, NO_PARAMETERS, locale);
          return readBody(request, schema, locale);
        },
        asked: ({ versionNeeded } = { versionNeeded: false }) => {
          if (versionNeeded && !request.headers.has("if-match")) {
            throw new PreconditionRequiredError();
          }
          return { version: versionIn(request), requestKey: requestKeyIn(request) };
        },
      });
      if (given instanceof Response) return given;
      const { body, status, headers } = given instanceof Reply ? given : new Reply(given);
      const counted = rateHeaders(rateOf(caller));
      return Response.json(body, {
        status,
        headers: { "Cache-Control": "no-store", ...counted, ...headers },
      });
    } catch (error) {
      return problemOf(error, request, locale);
    }
  };
}

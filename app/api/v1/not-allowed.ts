import { localeOf } from "#lib/core/api.ts";
import { problem } from "#lib/core/problems.ts";
import { OPERATIONS } from "./operations/index.ts";

/** An address of the interface as a pattern: `/tasks/{id}` takes any text in place of the id. */
function patternOf(path: string): RegExp {
  return new RegExp(`^/api/v1${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
}

/** Where the description itself stands, which is no call of its own. */
const DOCUMENT = "/api/v1/openapi.json";

/** What an address does take. */
function methodsAt(address: string): string[] {
  if (address === DOCUMENT) return ["GET"];
  const calls = OPERATIONS.filter(({ path }) => patternOf(path).test(address));
  return [...new Set(calls.map(({ method }) => method))].sort();
}

/**
 * Refuses a method that an address does not take, and says which it does. Every route exports
 * it for all the methods that it has no call for; whoever asks learns no more than the document
 * says, so that no token is asked for.
 */
function refuse(request: Request): Response {
  const allowed = methodsAt(new URL(request.url).pathname).join(", ");
  const locale = localeOf(request);
  if (allowed === "") return problem("notFound", locale);
  return problem("methodNotAllowed", locale, { allowed, headers: { Allow: allowed } });
}

export const GET = refuse;
export const POST = refuse;
export const PUT = refuse;
export const PATCH = refuse;
export const DELETE = refuse;

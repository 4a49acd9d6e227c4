import { isExpectedError } from "#lib/core/errors.ts";
import { InvalidQueryError, InvalidRequestError } from "#lib/core/problems.ts";
import { listResponse } from "#lib/exports/files.ts";
import { readFileName } from "#lib/exports/schema.ts";
import { getCurrentUser } from "#lib/users/session.ts";

type Context = { params: Promise<{ file: string }> };

/** A list to be saved: `tasks.xlsx` or `directives.csv`, narrowed as its screen's address is. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const person = await getCurrentUser();
  if (!person || person.mustChangePassword) return refused(401);
  const asked = readFileName((await params).file);
  if (!asked) return refused(404);
  const parameters = Object.fromEntries(new URL(request.url).searchParams);
  const { displayName: name, locale } = person;
  const asker = { viewer: person, person, name, locale };
  try {
    return await listResponse(asker, asked.list, asked.format, parameters, request);
  } catch (error) {
    if (error instanceof InvalidQueryError || error instanceof InvalidRequestError) {
      return refused(400);
    }
    if (isExpectedError(error)) return refused(error.status);
    throw error;
  }
}

function refused(status: number): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

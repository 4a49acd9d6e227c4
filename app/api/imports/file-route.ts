import { isExpectedError } from "#lib/core/errors.ts";
import { importIdSchema } from "#lib/imports/corrections.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { getCurrentUser } from "#lib/users/session.ts";
import { dispositionOf } from "../disposition.ts";

/** An address without parameters has none at all. */
type Context = { params: Promise<{ id?: string } | undefined> };
type Asked = { id: number; query: URLSearchParams };

/**
 * A handler that answers a spreadsheet to be saved. Strangers learn nothing: 404.
 * @param read finds it for the person; `id` is 0 where the address has none
 */
export function fileRoute(
  read: (person: CurrentUser, asked: Asked) => Promise<{ fileName: string; bytes: Uint8Array }>,
): (request: Request, context: Context) => Promise<Response> {
  return async (request, { params }) => {
    const person = await getCurrentUser();
    if (!person || person.mustChangePassword) return refused(401);
    const given = (await params) ?? {};
    const id = importIdSchema.safeParse(given);
    if (given.id !== undefined && !id.success) return refused(404);
    try {
      const asked = { id: id.data?.id ?? 0, query: new URL(request.url).searchParams };
      const { fileName, bytes } = await read(person, asked);
      return new Response(Buffer.from(bytes), {
        headers: {
          "Content-Type": mediaTypeOf(fileName),
          "Content-Disposition": dispositionOf("attachment", fileName),
          "Cache-Control": "private, no-store",
        },
      });
    } catch (error) {
      if (isExpectedError(error)) return refused(error.status);
      throw error;
    }
  };
}

function mediaTypeOf(fileName: string): string {
  return /\.xlsx$/i.test(fileName)
    ? "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    : "text/csv; charset=utf-8";
}

function refused(status: number): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store" } });
}

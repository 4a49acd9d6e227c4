import { getTranslations } from "next-intl/server";
import { ForbiddenError, isExpectedError, NotFoundError } from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { importIdSchema } from "#lib/imports/corrections.ts";
import { mayImportSomething } from "#lib/imports/policy.ts";
import { getImport } from "#lib/imports/queries.ts";
import { applyImport } from "#lib/imports/service.ts";
import type { ApplyLine } from "#lib/imports/views.ts";
import { getCurrentUser } from "#lib/users/session.ts";
import { isOfThisSite } from "../../../upload.ts";

type Context = { params: Promise<{ id: string }> };

const NOT_KEPT = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };

/**
 * Applies a file and tells how far that is, a JSON object a line; the last one is the result, or
 * why nothing was written. Who goes away stops nothing: all rows are written, or none.
 */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const t = await getTranslations();
  try {
    const actor = await getCurrentUser();
    if (!actor) return refused(401, t("account.problems.signedOut"));
    if (actor.mustChangePassword) return refused(401, t("account.problems.changeFirst"));
    if (!mayImportSomething(actor)) throw new ForbiddenError({ key: "imports.mayNot" });
    if (!isOfThisSite(request.headers)) {
      throw new ForbiddenError({ key: "files.problems.otherSite" });
    }
    const asked = importIdSchema.safeParse(await params);
    if (!asked.success) throw new NotFoundError();
    const { id } = await getImport(actor, asked.data.id);
    const lines = told(async (tell) => {
      const { counts, opened } = await applyImport(actor, id, {
        progress: (phase, done, total) => tell({ phase, done, total }),
      });
      tell({ done: true, counts, opened });
    }, messageOf);
    return new Response(lines, {
      headers: { ...NOT_KEPT, "Content-Type": "application/x-ndjson; charset=utf-8" },
    });
  } catch (error) {
    return refused(isExpectedError(error) ? error.status : 500, messageOf(error));
  }

  function messageOf(error: unknown): string {
    if (isExpectedError(error)) return t(error.explanation.key, error.explanation.values);
    const id = crypto.randomUUID();
    log.error({ err: error, requestId: id }, "applying an import failed");
    return t("account.problems.unexpected", { id });
  }
}

function refused(status: number, message: string): Response {
  return Response.json({ message }, { status, headers: NOT_KEPT });
}

/** What work tells while it is done, and at last why it failed, if it did. */
function told(
  work: (tell: (line: ApplyLine) => void) => Promise<void>,
  messageOf: (error: unknown) => string,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let listening = true;
  return new ReadableStream({
    start: (controller) => {
      const tell = (line: ApplyLine) => {
        if (listening) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`));
      };
      // Not awaited: what is told has to go out while the work goes on.
      void work(tell)
        .catch((error: unknown) => tell({ message: messageOf(error) }))
        .finally(() => {
          if (listening) controller.close();
        });
    },
    cancel: () => {
      listening = false;
    },
  });
}

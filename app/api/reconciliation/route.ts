import { getTranslations } from "next-intl/server";
import { ForbiddenError, InvalidInputError, isExpectedError } from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { mayEnterReported } from "#lib/reconciliations/policy.ts";
import { reportedCatalogue } from "#lib/reconciliations/queries.ts";
import { catalogueOf } from "#lib/reconciliations/rules.ts";
import { IMPORT_LIMITS } from "#lib/reconciliations/schema.ts";
import { readSheet } from "#lib/reconciliations/sheet.ts";
import { getCurrentUser } from "#lib/users/session.ts";
import { isOfThisSite, readLimited } from "../files/upload.ts";

function answer(status: number, body: object): Response {
  const headers = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
  return Response.json(body, { status, headers });
}

/**
 * Reads a file or pasted table of reported figures for the form that is being filled in; nothing
 * is kept. Answers the figures, the rows that are wrong, or `{message}`.
 */
export async function POST(request: Request): Promise<Response> {
  const t = await getTranslations();
  try {
    const actor = await getCurrentUser();
    if (!actor) return answer(401, { message: t("account.problems.signedOut") });
    if (actor.mustChangePassword) {
      return answer(401, { message: t("account.problems.changeFirst") });
    }
    if (!mayEnterReported(actor)) throw new ForbiddenError({ key: "account.problems.forbidden" });
    if (!isOfThisSite(request.headers)) {
      throw new ForbiddenError({ key: "reconciliation.problems.otherSite" });
    }
    const bytes = await readLimited(request, IMPORT_LIMITS.bytes);
    if (!bytes) throw new InvalidInputError([], { key: "reconciliation.problems.tooLarge" });
    const known = new Set(catalogueOf(await reportedCatalogue()).map(({ code }) => code));
    return answer(200, await readSheet(bytes, known));
  } catch (error) {
    if (isExpectedError(error)) {
      const { key, values } = error.explanation;
      return answer(error.status, { message: t(key, values) });
    }
    const id = crypto.randomUUID();
    log.error({ err: error, requestId: id }, "reading reported figures failed");
    return answer(500, { message: t("reconciliation.problems.unexpected", { id }) });
  }
}

import { getTranslations } from "next-intl/server";
import { ForbiddenError, isExpectedError } from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { mayProofread } from "#lib/proofreading/policy.ts";
import { draftNameSchema } from "#lib/proofreading/schema.ts";
import { proofreadDraft, refusedDraft } from "#lib/proofreading/service.ts";
import { getCurrentUser } from "#lib/users/session.ts";
import { isOfThisSite, readLimited } from "../files/upload.ts";

function answer(status: number, body: object): Response {
  const headers = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
  return Response.json(body, { status, headers });
}

/**
 * Proofreads a draft: the request's body is the file or the pasted text, the query's `name` what
 * the file is called. Answers the draft's text with the findings, or `{message}` in the person's
 * language. Nothing is kept.
 */
export async function POST(request: Request): Promise<Response> {
  const t = await getTranslations();
  try {
    const viewer = await getCurrentUser();
    if (!viewer) return answer(401, { message: t("account.problems.signedOut") });
    if (viewer.mustChangePassword) {
      return answer(401, { message: t("account.problems.changeFirst") });
    }
    if (!mayProofread(viewer)) throw new ForbiddenError({ key: "account.problems.forbidden" });
    if (!isOfThisSite(request.headers)) {
      throw new ForbiddenError({ key: "proofreading.problems.otherSite" });
    }
    const bytes = await readLimited(request);
    if (!bytes) throw refusedDraft("tooLarge");
    const named = draftNameSchema.safeParse(new URL(request.url).searchParams.get("name"));
    if (!named.success) throw refusedDraft("unknownType");
    return answer(200, await proofreadDraft(viewer, { name: named.data, bytes }));
  } catch (error) {
    if (isExpectedError(error)) {
      const { key, values } = error.explanation;
      return answer(error.status, { message: t(key, values) });
    }
    const id = crypto.randomUUID();
    log.error({ err: error, requestId: id }, "proofreading failed");
    return answer(500, { message: t("proofreading.problems.unexpected", { id }) });
  }
}

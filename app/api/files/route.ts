import { getTranslations } from "next-intl/server";
import { ForbiddenError, isExpectedError } from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { mayUploadFiles } from "#lib/files/policy.ts";
import { refusedFile, storeFile } from "#lib/files/service.ts";
import { getCurrentUser } from "#lib/users/session.ts";
import { isOfThisSite, readLimited } from "./upload.ts";

/** Refusals with a status of their own; any other error has its own anyway. */
const STATUS: Record<string, number> = {
  "files.problems.tooLarge": 413,
  "files.problems.typeNotAllowed": 415,
  "files.problems.contentDiffers": 415,
};

function answer(status: number, body: object): Response {
  const headers = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
  return Response.json(body, { status, headers });
}

/**
 * Takes one file of a form that is being filled in: the request's body is the file, the query's
 * `name` what it is called. Answers what was kept, or `{message}` in the person's language.
 */
export async function POST(request: Request): Promise<Response> {
  const t = await getTranslations();
  try {
    const actor = await getCurrentUser();
    if (!actor) return answer(401, { message: t("account.problems.signedOut") });
    if (actor.mustChangePassword) {
      return answer(401, { message: t("account.problems.changeFirst") });
    }
    if (!mayUploadFiles(actor)) throw new ForbiddenError({ key: "files.problems.mayNot" });
    if (!isOfThisSite(request.headers)) {
      throw new ForbiddenError({ key: "files.problems.otherSite" });
    }
    const bytes = await readLimited(request);
    if (!bytes) throw refusedFile("tooLarge");
    const name = new URL(request.url).searchParams.get("name") ?? "";
    return answer(200, await storeFile(actor, { name, bytes }));
  } catch (error) {
    if (isExpectedError(error)) {
      const { key, values } = error.explanation;
      return answer(STATUS[key] ?? error.status, { message: t(key, values) });
    }
    const id = crypto.randomUUID();
    log.error({ err: error, requestId: id }, "upload failed");
    return answer(500, { message: t("files.problems.unexpected", { id }) });
  }
}

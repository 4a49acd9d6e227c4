import { getTranslations } from "next-intl/server";
import {
  type ExpectedError,
  type Explanation,
  ForbiddenError,
  isExpectedError,
} from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { FILE_LIMITS } from "#lib/files/schema.ts";
import type { CurrentUser, Viewer } from "#lib/users/schema.ts";
import { getCurrentUser } from "#lib/users/session.ts";

/**
 * Whether a request comes from a page of this product, as the browser itself says; other sites
 * can neither leave these headers out nor set them.
 */
export function isOfThisSite(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site === "same-origin";
  const origin = headers.get("origin");
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return origin !== null && URL.canParse(origin) && new URL(origin).host === host;
}

/**
 * The body of a request, read no further than the limit of a file, or `most` bytes.
 * @returns null when it is larger
 */
export async function readLimited(
  request: Request,
  most: number = FILE_LIMITS.bytes,
): Promise<Uint8Array | null> {
  const announced = Number(request.headers.get("content-length") ?? 0);
  if (announced > most) return null;
  const chunks: Uint8Array[] = [];
  let size = 0;
  // Leaving the loop early cancels the stream.
  for await (const chunk of request.body ?? []) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function answer(status: number, body: object): Response {
  const headers = { "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" };
  return Response.json(body, { status, headers });
}

/** A file that a form of this product sends by itself, by someone who may send it. */
export type Upload = {
  actor: CurrentUser;
  bytes: Uint8Array;
  name: string | null;
  query: URLSearchParams;
};

/**
 * A handler whose request's body is a file, or a pasted text, and whose query's `name` says what
 * it is called. It answers what `handle` makes of it, or `{message}` in the person's language.
 */
export function uploadRoute(upload: {
  may: (viewer: Viewer) => boolean;
  mayNot: Explanation["key"];
  otherSite: Explanation["key"];
  /** Said, with the `id` that the log has, when something goes wrong inside. */
  unexpected: Explanation["key"];
  /** What the log calls it. */
  failure: string;
  /** Bytes. */
  most?: number;
  tooLarge: () => ExpectedError;
  handle: (upload: Upload) => Promise<object>;
  /** Statuses of refusals that are not their error's own. */
  statuses?: Readonly<Record<string, number>>;
}): (request: Request) => Promise<Response> {
  return async (request) => {
    const t = await getTranslations();
    try {
      const actor = await getCurrentUser();
      if (!actor) return answer(401, { message: t("account.problems.signedOut") });
      if (actor.mustChangePassword) {
        return answer(401, { message: t("account.problems.changeFirst") });
      }
      if (!upload.may(actor)) throw new ForbiddenError({ key: upload.mayNot });
      if (!isOfThisSite(request.headers)) throw new ForbiddenError({ key: upload.otherSite });
      const bytes = await readLimited(request, upload.most);
      if (!bytes) throw upload.tooLarge();
      const query = new URL(request.url).searchParams;
      const name = query.get("name");
      return answer(200, await upload.handle({ actor, bytes, name, query }));
    } catch (error) {
      if (isExpectedError(error)) {
        const { key, values } = error.explanation;
        return answer(upload.statuses?.[key] ?? error.status, { message: t(key, values) });
      }
      const id = crypto.randomUUID();
      log.error({ err: error, requestId: id }, upload.failure);
      return answer(500, { message: t(upload.unexpected, { id }) });
    }
  };
}

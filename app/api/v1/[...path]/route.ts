import { apiRoute } from "#lib/core/api.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import { viewerOfToken } from "#lib/users/tokens.ts";

/** An address that the interface does not have is answered like everything else in it. */
export const GET = apiRoute(viewerOfToken, async () => {
  throw new NotFoundError();
});
export const POST = GET;
export const PUT = GET;
export const PATCH = GET;
export const DELETE = GET;

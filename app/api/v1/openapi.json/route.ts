import { apiDocument } from "../operations/document.ts";

export { DELETE, PATCH, POST, PUT } from "../not-allowed.ts";

/**
 * The interface's own description. It needs no token: it says what anyone can read in the
 * source, holds no data, and programs fetch it before they have a token.
 */
export async function GET(): Promise<Response> {
  return Response.json(apiDocument(), { headers: { "Cache-Control": "no-cache" } });
}

import { readContent } from "#lib/files/queries.ts";
import { PREVIEWED } from "#lib/files/schema.ts";
import { getFile } from "#lib/tasks/file-queries.ts";
import { getCurrentUser } from "#lib/users/session.ts";
import { dispositionOf } from "../../disposition.ts";

type Context = { params: Promise<{ id: string }> };

/**
 * A file for whoever may see what it belongs to, to be saved; with `?preview=1` to be shown in
 * a frame of our own pages, if browsers show its kind; proxy.ts sees to it that it does nothing
 * there. Strangers learn nothing: 404.
 */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await getCurrentUser();
  if (!viewer || viewer.mustChangePassword) return new Response(null, { status: 401 });
  const file = await getFile(viewer, (await params).id);
  if (!file) return new Response(null, { status: 404 });
  const wanted = new URL(request.url).searchParams.get("preview") === "1";
  const shown = wanted && PREVIEWED.includes(file.mediaType);
  return new Response(Buffer.from(await readContent(file)), {
    headers: {
      "Content-Type": file.mediaType,
      "Content-Disposition": dispositionOf(shown ? "inline" : "attachment", file.name),
      "Cache-Control": "private, no-store",
    },
  });
}

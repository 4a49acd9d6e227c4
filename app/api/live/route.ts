import type { NextRequest } from "next/server";
import { countUnread } from "#lib/notifications/queries.ts";
import { shownTasksSchema, versionsOf } from "#lib/tasks/live.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { getWatchingUser } from "#lib/users/session.ts";

const NOT_KEPT = { headers: { "Cache-Control": "no-store" } };

/**
 * What has changed for whoever is signed in: how many unread notifications there are, and the
 * versions of the tasks on their screen (`?tasks=12,15`).
 */
export async function GET(request: NextRequest): Promise<Response> {
  const user = await getWatchingUser();
  if (!user || user.mustChangePassword) return new Response(null, { status: 401, ...NOT_KEPT });
  if (!hasDesk(user)) return new Response(null, { status: 403, ...NOT_KEPT });
  const asked = request.nextUrl.searchParams.get("tasks") ?? undefined;
  const shown = shownTasksSchema.safeParse(asked);
  if (!shown.success) return new Response(null, { status: 400, ...NOT_KEPT });
  const [unread, tasks] = await Promise.all([countUnread(user), versionsOf(user, shown.data)]);
  return Response.json({ unread, tasks }, NOT_KEPT);
}

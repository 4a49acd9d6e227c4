import type { NextRequest } from "next/server";
import { calendarFeed } from "#lib/agenda/feed.ts";
import { ownerOfCalendarSecret } from "#lib/users/calendar-secret.ts";

/** The deadlines and the work calendar of whoever made this secret link, for calendar programs. */
export async function GET(
  request: NextRequest,
  { params }: { params: Promise<{ secret: string }> },
): Promise<Response> {
  const owner = await ownerOfCalendarSecret((await params).secret);
  const headers = { "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex" };
  if (!owner) return new Response(null, { status: 404, headers });
  const base = (process.env.APP_URL ?? request.nextUrl.origin).replace(/\/$/, "");
  return new Response(await calendarFeed(owner, base), {
    headers: {
      ...headers,
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="calendar.ics"',
    },
  });
}

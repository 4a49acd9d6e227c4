import { NotFoundNotice } from "#components/layout/not-found-notice.tsx";
import { homeOf } from "#lib/users/rules.ts";
import { getCurrentUser } from "#lib/users/session.ts";

export default async function NotFound() {
  const user = await getCurrentUser().catch(() => null);
  return <NotFoundNotice home={user ? homeOf(user.role) : "/"} />;
}

import { ForbiddenNotice } from "#components/layout/forbidden-notice.tsx";
import { homeOf } from "#lib/users/rules.ts";
import { getCurrentUser } from "#lib/users/session.ts";

export default async function Forbidden() {
  const user = await getCurrentUser().catch(() => null);
  return <ForbiddenNotice home={user ? homeOf(user.role) : "/"} />;
}

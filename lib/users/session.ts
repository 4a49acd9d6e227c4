import { cookies, headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { sessionCookieName, sessionSecret } from "./cookies.ts";
import { pathAfterSignIn } from "./rules.ts";
import type { CurrentUser, Viewer } from "./schema.ts";
import { userOfSession } from "./sessions.ts";

/** The session that the request's cookie names, if it is one of ours; whether it holds is not asked. */
export async function sessionIdOfRequest(): Promise<string | null> {
  const token = (await cookies()).get(sessionCookieName())?.value;
  if (!token) return null;
  try {
    return (await decode({ token, secret: sessionSecret() }))?.sub ?? null;
  } catch {
    // Tampered with, expired, or encrypted with another secret.
    return null;
  }
}

/**
 * Whoever makes this request, or null: the one place that says so. Asked of the database once
 * a request; an error there is thrown, never taken for "nobody".
 */
export const getCurrentUser = cache(async (): Promise<CurrentUser | null> => {
  const sessionId = await sessionIdOfRequest();
  return sessionId === null ? null : await userOfSession(sessionId);
});

/** The same for what a screen asks by itself, which is no sign that anybody is there. */
export async function getWatchingUser(): Promise<CurrentUser | null> {
  const sessionId = await sessionIdOfRequest();
  return sessionId === null ? null : await userOfSession(sessionId, { present: false });
}

/** The address asked for, as proxy.ts passes it on. */
async function requestedPath(): Promise<string | null> {
  return pathAfterSignIn((await headers()).get("x-path"));
}

async function signedIn(): Promise<CurrentUser> {
  const user = await getCurrentUser();
  if (user) return user;
  const next = await requestedPath();
  redirect(next ? `/login?next=${encodeURIComponent(next)}` : "/login");
}

/**
 * The signed-in person, for a page: anyone else goes to the sign-in page and comes back
 * afterwards, whoever still has an initial password chooses one first, and who may not see
 * the page gets 403. `requireUser(hasDesk)`.
 */
export async function requireUser(may?: (viewer: Viewer) => boolean): Promise<CurrentUser> {
  const user = await signedIn();
  if (user.mustChangePassword) redirect("/change-password");
  if (may && !may(user)) forbidden();
  return user;
}

/** The signed-in person on the page where an initial password is changed. */
export function requireUserChangingPassword(): Promise<CurrentUser> {
  return signedIn();
}

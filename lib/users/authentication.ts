import { database } from "#lib/core/db.ts";
import { verifyPassword } from "./passwords.ts";
import { type Browser, openSession } from "./sessions.ts";
import { admitAttempt, recordSuccess } from "./throttle.ts";

export type SignInOutcome =
  | { kind: "SIGNED_IN"; sessionId: string; userId: number }
  /** Unknown account or wrong password: nobody is told which. */
  | { kind: "REFUSED" }
  /** The right password of a disabled account. */
  | { kind: "DISABLED" }
  | { kind: "THROTTLED"; retryAfterSeconds: number };

/**
 * Signs someone in: within the limits, by the password, into a session of its own. An account
 * that does not exist takes the same way and the same time as a wrong password.
 */
export async function signIn(
  credentials: { login: string; password: string },
  browser: Browser,
): Promise<SignInOutcome> {
  const { login, password } = credentials;
  const attempt = await admitAttempt(login, browser.address);
  if (!attempt.admitted) {
    return { kind: "THROTTLED", retryAfterSeconds: attempt.retryAfterSeconds };
  }
  const account = await database().user.findUnique({
    where: { login },
    select: { id: true, passwordHash: true, disabledAt: true },
  });
  const matches = await verifyPassword(account?.passwordHash, password);
  if (!account || !matches) return { kind: "REFUSED" };
  if (account.disabledAt) return { kind: "DISABLED" };
  const sessionId = await openSession(account.id, account.passwordHash, browser);
  if (!sessionId) return { kind: "REFUSED" };
  await recordSuccess(attempt.id);
  return { kind: "SIGNED_IN", sessionId, userId: account.id };
}

import { randomUUID } from "node:crypto";
import { encode } from "next-auth/jwt";
import { database } from "#lib/core/db.ts";
import { sessionCookieName, sessionSecret } from "#lib/users/cookies.ts";
import { openSession } from "#lib/users/sessions.ts";

/** Opens a chairman's session in the scratch database. @returns the `Cookie` header of the session */
export async function signInForBench(): Promise<string> {
  const user = await database().user.create({
    data: {
      login: "bench",
      displayName: "Chủ tịch UBND xã",
      role: "CHAIRMAN",
      mustChangePassword: false,
      // No password leads here: the session is opened directly.
      passwordHash: randomUUID(),
    },
  });
  const session = await openSession(user.id, user.passwordHash, {
    address: "127.0.0.1",
    userAgent: "bench",
  });
  if (session === null) throw new Error("The session was not opened");
  const token = await encode({ token: { sub: session }, secret: sessionSecret() });
  return `${sessionCookieName()}=${token}`;
}

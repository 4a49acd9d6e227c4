import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { database, isDatabaseAway } from "#lib/core/db.ts";
import { isLocale } from "#lib/core/i18n/locales.ts";
import { log } from "#lib/core/log.ts";
import { signIn } from "./authentication.ts";
import { chosenLocale, currentBrowser, rememberLocale } from "./browser.ts";
import { overHttps, sessionCookieName, sessionCookieOptions, sessionSecret } from "./cookies.ts";
import { SESSION_HOURS, type SignInProblem, signInSchema } from "./schema.ts";

/** How next-auth hands a reason to the sign-in page: as the `error` of an address. */
class SignInRefusal extends Error {
  constructor(problem: SignInProblem, seconds?: number) {
    super(seconds === undefined ? problem : `${problem}:${seconds}`);
  }
}

/** Sets the browser's own copy of the account's colours, which belongs to the interface. */
type RememberColorScheme = (colorScheme: string) => Promise<void>;

/**
 * Brings the browser's language and colours and the account's together: a language chosen at
 * the sign-in page becomes the account's, otherwise the browser gets what the account has.
 */
async function agreeOnPreferences(userId: number, remember: RememberColorScheme): Promise<void> {
  const chosen = await chosenLocale();
  const { locale, colorScheme } = await database().user.update({
    where: { id: userId },
    data: chosen ? { locale: chosen } : {},
    select: { locale: true, colorScheme: true },
  });
  if (isLocale(locale)) await rememberLocale(locale);
  await remember(colorScheme);
}

/** Checks what was typed and opens a session. @throws SignInRefusal with the reason otherwise */
async function authorize(typed: unknown, remember: RememberColorScheme): Promise<{ id: string }> {
  const parsed = signInSchema.safeParse(typed);
  if (!parsed.success) throw new SignInRefusal("REFUSED");
  const browser = await currentBrowser();
  const outcome = await signIn(parsed.data, browser);
  // Who was refused is not written down: people type their password there by mistake.
  log.info({ event: "sign-in", outcome: outcome.kind, address: browser.address });
  switch (outcome.kind) {
    case "SIGNED_IN":
      await agreeOnPreferences(outcome.userId, remember);
      return { id: outcome.sessionId };
    case "THROTTLED":
      throw new SignInRefusal("THROTTLED", outcome.retryAfterSeconds);
    case "REFUSED":
    case "DISABLED":
      throw new SignInRefusal(outcome.kind);
  }
}

/**
 * next-auth with one provider, and a cookie that holds nothing but the session's id: what the
 * person may do is read from the database at every request.
 */
export function authOptions(remember: RememberColorScheme): NextAuthOptions {
  return {
    secret: sessionSecret(),
    useSecureCookies: overHttps(),
    cookies: { sessionToken: { name: sessionCookieName(), options: sessionCookieOptions() } },
    session: { strategy: "jwt", maxAge: SESSION_HOURS.absolute * 3600 },
    pages: { signIn: "/login", signOut: "/login", error: "/login" },
    providers: [
      CredentialsProvider({
        credentials: { login: {}, password: {} },
        authorize: async (typed) => {
          try {
            return await authorize(typed, remember);
          } catch (error) {
            if (error instanceof SignInRefusal) throw error;
            log.error({ err: error }, "sign-in failed");
            throw new SignInRefusal(isDatabaseAway(error) ? "UNAVAILABLE" : "UNEXPECTED");
          }
        },
      }),
    ],
    callbacks: {
      // At the sign-in `sub` is the id that `authorize` gave, which is the session's.
      jwt: ({ token }) => (token.sub === undefined ? {} : { sub: token.sub }),
    },
    logger: {
      error: (code) => log.error({ event: "next-auth", code }),
      warn: () => {},
      debug: () => {},
    },
  };
}

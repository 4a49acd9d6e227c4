import { cookies, headers } from "next/headers";
import { isLocale, LOCALE_COOKIE, type Locale } from "#lib/core/i18n/locales.ts";
import { clientAddressOf } from "./address.ts";
import { overHttps, sessionCookieName, sessionCookieOptions } from "./cookies.ts";
import type { Browser } from "./sessions.ts";

const ONE_YEAR_IN_SECONDS = 31_536_000;

/** The browser that makes this request. */
export async function currentBrowser(): Promise<Browser> {
  const sent = await headers();
  return { address: clientAddressOf(sent), userAgent: sent.get("user-agent") ?? "" };
}

/** The language chosen in this browser, or null when none was. */
export async function chosenLocale(): Promise<Locale | null> {
  const chosen = (await cookies()).get(LOCALE_COOKIE)?.value;
  return isLocale(chosen) ? chosen : null;
}

/** From now on this browser is answered in that language. Not while a page renders. */
export async function rememberLocale(locale: Locale): Promise<void> {
  (await cookies()).set(LOCALE_COOKIE, locale, {
    path: "/",
    sameSite: "lax",
    secure: overHttps(),
    maxAge: ONE_YEAR_IN_SECONDS,
  });
}

/** Takes the session out of the browser, and the language, which the next person may not speak. */
export async function forgetPerson(): Promise<void> {
  const jar = await cookies();
  jar.set(sessionCookieName(), "", { ...sessionCookieOptions(), maxAge: 0 });
  jar.set(LOCALE_COOKIE, "", { path: "/", sameSite: "lax", secure: overHttps(), maxAge: 0 });
}

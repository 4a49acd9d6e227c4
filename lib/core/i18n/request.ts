import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { BUSINESS_TIME_ZONE } from "../dates.ts";
import { formats } from "./formats.ts";
import { DEFAULT_LOCALE, isLocale, LOCALE_COOKIE } from "./locales.ts";
import { messages } from "./messages/index.ts";

/** The language of a request: what the person chose, else Vietnamese. Never in the address. */
export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = asked ?? (await cookies()).get(LOCALE_COOKIE)?.value;
  const locale = isLocale(chosen) ? chosen : DEFAULT_LOCALE;
  return { locale, messages: messages[locale], formats, timeZone: BUSINESS_TIME_ZONE };
});

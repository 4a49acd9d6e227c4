/** The languages of the interface, the official one first. */
export const LOCALES = ["vi", "en"] as const;
export type Locale = (typeof LOCALES)[number];

export const DEFAULT_LOCALE: Locale = "vi";

/** The cookie that carries a person's language from one request to the next. */
export const LOCALE_COOKIE = "locale";

/** True for a language that the product speaks. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

import type { MantineColorSchemeManager } from "@mantine/core";

export const COLOR_SCHEMES = ["auto", "light", "dark"] as const;
export type ColorScheme = (typeof COLOR_SCHEMES)[number];

/** The cookie that remembers a person's choice, so that the server already sends the right page. */
export const COLOR_SCHEME_COOKIE = "color-scheme";

/** True for a scheme that a person can choose. */
export function isColorScheme(value: unknown): value is ColorScheme {
  return COLOR_SCHEMES.some((scheme) => scheme === value);
}

const ONE_YEAR_IN_SECONDS = 31_536_000;

function write(value: string, seconds: number): void {
  const secure = window.location.protocol === "https:" ? "; secure" : "";
  // Not the CookieStore interface: it is missing where the product runs without https.
  document.cookie = `${COLOR_SCHEME_COOKIE}=${value}; path=/; max-age=${seconds}; samesite=lax${secure}`;
}

/** Keeps Mantine's colour scheme in a cookie instead of the browser's local storage. */
export function cookieColorSchemeManager(): MantineColorSchemeManager {
  return {
    get: (fallback) => {
      if (typeof document === "undefined") return fallback;
      const found = document.cookie.match(/(?:^|; )color-scheme=(\w+)/)?.[1];
      return isColorScheme(found) ? found : fallback;
    },
    set: (value) => write(value, ONE_YEAR_IN_SECONDS),
    clear: () => write("", 0),
    subscribe: () => {},
    unsubscribe: () => {},
  };
}

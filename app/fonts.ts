import { preload } from "react-dom";

// The two weights that every page shows at once, in both subsets.
const FIRST = [
  new URL(
    "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-400-normal.woff2",
    import.meta.url,
  ),
  new URL(
    "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-400-normal.woff2",
    import.meta.url,
  ),
  new URL(
    "@fontsource/be-vietnam-pro/files/be-vietnam-pro-latin-600-normal.woff2",
    import.meta.url,
  ),
  new URL(
    "@fontsource/be-vietnam-pro/files/be-vietnam-pro-vietnamese-600-normal.woff2",
    import.meta.url,
  ),
];

/** Has the browser fetch the fonts that fonts.css will ask for, before it has read that. */
export function preloadFonts(): void {
  for (const { pathname } of FIRST) {
    preload(pathname, { as: "font", type: "font/woff2", crossOrigin: "anonymous" });
  }
}

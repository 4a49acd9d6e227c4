import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";

/** Bát Tràng's cobalt, from glaze to the bottom of the pot. */
const cobalt: MantineColorsTuple = [
  "#eef3fc",
  "#dbe6f9",
  "#b6ccf2",
  "#90b4f4",
  "#6590e0",
  "#3c6cc4",
  "#1f4ea3",
  "#1a4289",
  "#15366f",
  "#0f2852",
];

/** The greys of the dark scheme, as its tokens have them. */
const dark: MantineColorsTuple = [
  "#e4e8ee",
  "#c3cbd6",
  "#a2adbb",
  "#6b7888",
  "#465363",
  "#2b3440",
  "#1e2631",
  "#171d26",
  "#11151c",
  "#0c0f15",
];

export const theme = createTheme({
  black: "#18212d",
  colors: { cobalt, dark },
  primaryColor: "cobalt",
  primaryShade: { light: 6, dark: 5 },
  fontFamily: '"Be Vietnam Pro", "Be Vietnam Fallback", system-ui, sans-serif',
  headings: { fontFamily: "inherit", fontWeight: "600" },
  fontSizes: { xs: "0.8125rem", sm: "0.875rem", md: "0.9375rem", lg: "1.0625rem", xl: "1.25rem" },
  lineHeights: { xs: "1.45", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.45" },
  defaultRadius: "sm",
  radius: { xs: "2px", sm: "4px", md: "6px", lg: "8px", xl: "12px" },
  focusRing: "auto",
  cursorType: "pointer",
  respectReducedMotion: true,
});

const shared = {
  "--mantine-color-body": "var(--paper)",
  "--mantine-color-text": "var(--ink)",
  "--mantine-color-dimmed": "var(--ink-soft)",
  "--mantine-color-placeholder": "var(--ink-soft)",
  "--mantine-color-anchor": "var(--accent)",
  "--mantine-color-default-border": "var(--line-strong)",
  "--mantine-color-error": "var(--meaning-overdue)",
};

/** Mantine's own colours follow the tokens of globals.css, in both schemes. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {},
  light: shared,
  dark: shared,
});

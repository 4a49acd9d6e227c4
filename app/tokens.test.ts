import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");

/** The custom properties of the block that begins with a selector. */
function tokensOf(selector: string): Map<string, string> {
  const start = css.indexOf(`${selector} {`);
  const block = css.slice(start, css.indexOf("}", start));
  const found = block.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g);
  return new Map([...found].map(([, name = "", color = ""]) => [name, color]));
}

const schemes = {
  light: tokensOf(":root"),
  dark: tokensOf(':root[data-mantine-color-scheme="dark"]'),
};

/** Relative luminance of a colour, as WCAG 2 defines it. */
function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, as WCAG 2 defines it: from 1 to 21. */
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const MEANINGS = ["overdue", "due-soon", "done", "none"];
const TEXTS = ["ink", "ink-soft", "accent", ...MEANINGS.map((name) => `meaning-${name}`)];
const GRAPHICS = ["late-carried", "late-new"];

describe("contrast", () => {
  it("is what it is known to be for known colours", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
  });
});

describe.each(["light", "dark"] as const)("%s colours", (scheme) => {
  const tokens = schemes[scheme];
  const color = (name: string): string => {
    const found = tokens.get(name);
    if (!found) throw new Error(`No token ${name} in the ${scheme} scheme`);
    return found;
  };
  const pairs = [
    ...TEXTS.flatMap((text) => [
      [text, "surface"],
      [text, "paper"],
    ]),
    ...MEANINGS.map((name) => [`meaning-${name}`, `meaning-${name}-soft`]),
    ["accent", "accent-soft"],
    ["ink", "accent-soft"],
    ["ink-soft", "accent-soft"],
  ];

  it.each(pairs)("%s on %s reads at 4.5 : 1", (text = "", ground = "") => {
    expect(contrast(color(text), color(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(["accent-fill", "accent-fill-hover"])("white on %s reads at 4.5 : 1", (ground) => {
    expect(contrast("#ffffff", color(ground))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(GRAPHICS)("%s stands out from the page at 3 : 1", (name) => {
    expect(contrast(color(name), color("paper"))).toBeGreaterThanOrEqual(3);
  });

  it("tells carried over from new without colour", () => {
    expect(luminance(color("late-new"))).toBeGreaterThan(luminance(color("late-carried")));
    expect(contrast(color("late-carried"), color("late-new"))).toBeGreaterThanOrEqual(2.2);
  });
});

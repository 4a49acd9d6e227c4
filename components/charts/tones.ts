/** The colours of charts by what they mean, as the theme gives them, and of text on them. */
export const TONES = {
  lateCarried: { fill: "var(--late-carried)", text: "#ffffff" },
  lateNew: { fill: "var(--late-new)", text: "#18212d" },
  accent: { fill: "var(--accent-fill)", text: "#ffffff" },
  accentSoft: {
    fill: "color-mix(in srgb, var(--accent-fill) 45%, var(--paper))",
    text: "var(--ink)",
  },
  soft: { fill: "var(--ink-soft)", text: "var(--paper)" },
  ink: { fill: "var(--ink)", text: "var(--paper)" },
  none: { fill: "var(--line-strong)", text: "var(--ink)" },
} as const;
export type Tone = keyof typeof TONES;

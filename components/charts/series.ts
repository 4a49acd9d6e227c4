import type { Tone } from "./tones.ts";

/** One of the things drawn over the months. */
export type TrendSeries = {
  key: string;
  /** Columns stand on one another; a level is a dashed line without dots. */
  mark: "column" | "line" | "level";
  tone: Tone;
  /** One for each month; null leaves a gap. */
  values: readonly (number | null)[];
};

export const DASHES = { line: undefined, level: "4 3" } as const;

import type { SparkSlot } from "#components/charts/sparkline.tsx";
import type { Indicator, IndicatorValue } from "#lib/indicators/schema.ts";

export { writtenGoal, writtenValue, writtenWithUnit } from "#lib/indicators/written.ts";

export function slotOf({ state, value, demonstration }: IndicatorValue): SparkSlot {
  if (state === "NOT_REPORTED") return { kind: "silent" };
  if (value === null) return { kind: "nothing" };
  return { kind: "value", value, muted: demonstration };
}

/** This month's figure and its difference to the month before, where both were reported. */
export function latestOf({ months }: Indicator): {
  latest: IndicatorValue | undefined;
  difference: number | null;
} {
  const [before, latest] = months.slice(-2);
  const now = latest?.value ?? null;
  const then = before?.value ?? null;
  return { latest, difference: now === null || then === null ? null : now - then };
}

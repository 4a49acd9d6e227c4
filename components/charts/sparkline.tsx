import classes from "./sparkline.module.css";

/** One slot of a sparkline: a number, "nothing" to count, or silence. */
export type SparkSlot =
  | { kind: "value"; value: number; muted: boolean }
  | { kind: "nothing" }
  | { kind: "silent" };

const PITCH = 10;
const BAR = 7;
/** A value of 0 is a line on the ground, which silence has not. */
const LEAST = 1.5;

/** The months of a figure as small columns; the numbers stand beside it. */
export function Sparkline({
  slots,
  height: full = 30,
}: {
  slots: readonly SparkSlot[];
  /** Of the whole, in pixels. */
  height?: number;
}) {
  const values = slots.flatMap((slot) => (slot.kind === "value" ? slot.value : []));
  const largest = Math.max(...values, 0) || 1;
  const path = (muted: boolean) =>
    slots
      .map((slot, index) => {
        if (slot.kind !== "value" || slot.muted !== muted) return "";
        const height = Math.max(LEAST, (Math.max(0, slot.value) / largest) * full);
        return `M${index * PITCH} ${full}h${BAR}v-${height.toFixed(1)}h-${BAR}z`;
      })
      .join("");
  const marks = (kind: "nothing" | "silent", mark: string) =>
    slots.map((slot, index) => (slot.kind === kind ? `M${index * PITCH}${mark}` : "")).join("");
  const width = slots.length * PITCH - (PITCH - BAR);
  return (
    <svg
      className={classes.spark}
      viewBox={`0 0 ${width} ${full}`}
      width={width}
      height={full}
      aria-hidden="true"
    >
      <path className={classes.value} d={path(false)} />
      <path className={classes.muted} d={path(true)} />
      <path className={classes.nothing} d={marks("nothing", ` ${full - 4}h${BAR}`)} />
      <path className={classes.silent} d={marks("silent", ` ${full - 1}m3.5 0v-8`)} />
    </svg>
  );
}

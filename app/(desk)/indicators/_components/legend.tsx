import { useTranslations } from "next-intl";
import { Sparkline, type SparkSlot } from "#components/charts/sparkline.tsx";
import classes from "./legend.module.css";

const SAMPLES = {
  reported: { kind: "value", value: 1, muted: false },
  demonstration: { kind: "value", value: 1, muted: true },
  zero: { kind: "value", value: 0, muted: false },
  nothingArose: { kind: "nothing" },
  notReported: { kind: "silent" },
} as const satisfies Record<string, SparkSlot>;

/** How a month is drawn by what was reported for it. */
export function Legend() {
  const t = useTranslations("indicators.legend");
  const kinds = Object.keys(SAMPLES) as (keyof typeof SAMPLES)[];
  return (
    <ul className={classes.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <Sparkline slots={[SAMPLES[kind]]} height={12} />
          {t(kind)}
        </li>
      ))}
    </ul>
  );
}

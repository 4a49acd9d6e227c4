import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ChartSwitch, ChartView } from "#components/charts/chart-view.tsx";
import { TONES, type Tone } from "#components/charts/tones.ts";
import { FormulaHint } from "#components/ui/formula-hint.tsx";
import { Panel } from "#components/ui/panel.tsx";
import classes from "./block.module.css";

type LegendEntries = readonly { label: string; tone: Tone }[];

/** A titled part of the dashboard that tells how it is counted. */
export function Block({
  title,
  formula,
  legend,
  action,
  children,
}: {
  title: string;
  /** How its figures are counted. */
  formula?: string;
  legend?: ReactNode;
  action?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Panel
      title={title}
      className={classes.block}
      hint={
        <>
          {formula && <FormulaHint name={title} formula={formula} />}
          {legend}
        </>
      }
      action={action}
    >
      {children}
    </Panel>
  );
}

/** A block whose figures are drawn, and shown as a table where the reader prefers that. */
export function ChartBlock({
  name,
  title,
  formula,
  legend = [],
  tables,
  extra,
  children,
}: {
  /** By which the reader's preference is remembered. */
  name: string;
  title: string;
  formula: string;
  legend?: LegendEntries;
  /** The charts that the reader prefers as tables. */
  tables: readonly string[];
  /** Something more to press. */
  extra?: ReactNode;
  children: ReactNode;
}) {
  const t = useTranslations("dashboard.chart");
  const action = (
    <div className={classes.action}>
      <ChartSwitch toTable={t("toTable", { title })} toChart={t("toChart", { title })} />
      {extra}
    </div>
  );
  return (
    <ChartView name={name} asTable={tables.includes(name)}>
      <Block title={title} formula={formula} legend={<Legend entries={legend} />} action={action}>
        {children}
      </Block>
    </ChartView>
  );
}

function Legend({ entries }: { entries: LegendEntries }) {
  if (entries.length === 0) return null;
  return (
    <ul className={classes.legend}>
      {entries.map(({ label, tone }) => (
        <li key={label}>
          <svg width="10" height="10" aria-hidden="true">
            <rect width="10" height="10" rx="1" fill={TONES[tone].fill} />
          </svg>
          {label}
        </li>
      ))}
    </ul>
  );
}

import type { CSSProperties } from "react";
import classes from "./bar-table.module.css";
import { type CountCell, CountLink } from "./count-link.tsx";
import { LazyPlot } from "./lazy-plot.tsx";
import { TONES, type Tone } from "./tones.ts";

type BarPart = CountCell & { count: number };

export type BarRow = {
  key: string;
  label: string;
  /** The whole name where the label is short for it. */
  fullLabel?: string;
  href: string | null;
  /** The reader's own row. */
  own?: boolean;
  /** One for each series, drawn beside each other. */
  parts: readonly BarPart[];
  /** Only where there are several series. */
  total?: CountCell;
};

export type BarSeries = { key: string; label: string; tone: Tone };

/** Width of a character of a label, in ems, with something to spare. */
const EM_PER_CHARACTER = 0.58;
const LONGEST_LABEL_ON_ONE_LINE = 24;
const LONGEST_LINE = 38;
/** From more rows than this on, they stand closer. */
const MANY = 8;

/**
 * A table of which every row is drawn as a bar, its parts after one another. As a chart, the
 * numbers stand on the bars; as a table, in columns: the same cells and links either way, so
 * that they can be read before anything is drawn, by anyone.
 */
export function BarTable({
  caption,
  head,
  series,
  totalLabel,
  rows,
}: {
  caption: string;
  /** What the rows are. */
  head: string;
  series: readonly BarSeries[];
  totalLabel?: string;
  rows: readonly BarRow[];
}) {
  const lengths = rows.map(({ parts }) => parts.reduce((sum, { count }) => sum + count, 0));
  const longest = Math.max(1, ...lengths);
  const longestLabel = Math.max(...rows.map(({ label }) => label.length));
  const twoLines = longestLabel > LONGEST_LABEL_ON_ONE_LINE;
  const characters = Math.min(longestLabel, LONGEST_LINE);
  return (
    <div
      className={classes.frame}
      data-two-lines={twoLines || undefined}
      data-dense={rows.length > MANY || undefined}
      style={
        {
          "--label": `calc(${(characters * EM_PER_CHARACTER).toFixed(2)}em + 12px)`,
        } as CSSProperties
      }
    >
      <LazyPlot
        className={classes.plot}
        kind="bars"
        longest={longest}
        tones={series.map(({ tone }) => tone)}
        rows={rows.map(({ parts }) => parts.map(({ count }) => count))}
      />
      <table className={classes.table}>
        <caption className="spoken">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {series.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
            {totalLabel && <th scope="col">{totalLabel}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.key} row={row} series={series} longest={longest} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({
  row,
  series,
  longest,
}: {
  row: BarRow;
  series: readonly BarSeries[];
  longest: number;
}) {
  let from = 0;
  return (
    <tr data-own={row.own || undefined}>
      <th scope="row" data-tip={row.fullLabel}>
        {row.href ? <a href={row.href}>{row.label}</a> : <span>{row.label}</span>}
      </th>
      {series.length === 1 && row.parts[0] && (
        <td className={classes.only}>
          <CountLink cell={row.parts[0]} />
        </td>
      )}
      {series.length > 1 &&
        row.parts.map((part, index) => {
          const { key, tone } = series[index] ?? { key: index, tone: "none" as const };
          const style = {
            "--from": from / longest,
            "--size": part.count / longest,
            "--fill": TONES[tone].fill,
            "--on-fill": TONES[tone].text,
          } as CSSProperties;
          from += part.count;
          return (
            <td key={key} className={classes.part} style={style}>
              <CountLink cell={part} />
            </td>
          );
        })}
      {row.total && (
        <td className={classes.total}>
          <CountLink cell={row.total} />
        </td>
      )}
    </tr>
  );
}

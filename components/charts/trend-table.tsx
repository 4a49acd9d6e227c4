import type { CSSProperties } from "react";
import { type CountCell, CountLink } from "./count-link.tsx";
import { LazyPlot } from "./lazy-plot.tsx";
import { DASHES, type TrendSeries } from "./series.ts";
import { TONES } from "./tones.ts";
import classes from "./trend-table.module.css";

export type TrendColumn = {
  key: string;
  /** The month and, for where there is room, its year. */
  label: readonly [string, string];
  /** The first of its year here, so that the drawing names the year. */
  startsYear: boolean;
  /** One for each row. */
  cells: readonly CountCell[];
};

export type TrendRow = {
  key: string;
  label: string;
  /** How it is drawn; nothing: only told. */
  drawn: readonly TrendSeries[];
};

/** Characters that a month has room for on a phone, and on half a screen. */
const LONG = 4;
export const LONGER = 5;

/**
 * A table of months, drawn above itself as columns and lines: the drawing stands on the
 * months, whose numbers are its labels. As a table it has a month to a row.
 */
export function TrendTable({
  caption,
  head,
  rows,
  columns,
  domain,
}: {
  caption: string;
  /** What the months are called. */
  head: string;
  rows: readonly TrendRow[];
  columns: readonly TrendColumn[];
  /** What the height of the drawing spans. */
  domain: readonly [number, number];
}) {
  const texts = columns.flatMap(({ cells }) => cells.map(({ text }) => text.length));
  const longest = Math.max(0, ...texts);
  return (
    <div
      className={classes.frame}
      data-long={longest > LONG || undefined}
      data-longer={longest > LONGER || undefined}
      style={{ "--months": columns.length } as CSSProperties}
    >
      <LazyPlot
        className={classes.plot}
        kind="trend"
        domain={domain}
        series={rows.flatMap(({ drawn }) => drawn)}
      />
      <table className={classes.table}>
        <caption className="spoken">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            {rows.map(({ key, label, drawn }) => (
              <th key={key} scope="col" data-told={drawn.length === 0 || undefined}>
                {drawn[0] && <Swatch series={drawn[0]} />}
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {columns.map(({ key, label: [short, rest], startsYear, cells }) => (
            <tr key={key} data-starts-year={startsYear || undefined}>
              <th scope="row">
                {short}
                <span>{rest}</span>
              </th>
              {cells.map((cell, index) => (
                <td key={rows[index]?.key ?? index}>
                  <CountLink cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A sample of how a series is drawn. */
function Swatch({ series: { mark, tone } }: { series: TrendSeries }) {
  const { fill } = TONES[tone];
  return (
    <svg className={classes.swatch} width="14" height="10" aria-hidden="true">
      {mark === "column" ? (
        <rect x="2" width="10" height="10" rx="1" fill={fill} />
      ) : (
        <>
          <path d="M0 5H14" stroke={fill} strokeWidth="2" strokeDasharray={DASHES[mark]} />
          {mark === "line" && <circle cx="7" cy="5" r="3" fill={fill} />}
        </>
      )}
    </svg>
  );
}

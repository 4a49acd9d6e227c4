"use client";

import { Bar, BarChart, ComposedChart, Line, XAxis, YAxis } from "recharts";
import { DASHES, type TrendSeries } from "./series.ts";
import { TONES, type Tone } from "./tones.ts";

type BarsPlotProps = {
  kind: "bars";
  /** The length of the longest bar, which fills the width. */
  longest: number;
  tones: readonly Tone[];
  /** A number for each tone. */
  rows: readonly (readonly number[])[];
};

type TrendPlotProps = {
  kind: "trend";
  series: readonly TrendSeries[];
  domain: readonly [number, number];
};

export type PlotProps = BarsPlotProps | TrendPlotProps;

/** Every drawing of the product, in one chunk. */
export default function Plot(props: PlotProps) {
  switch (props.kind) {
    case "bars":
      return <BarsPlot {...props} />;
    case "trend":
      return <TrendPlot {...props} />;
  }
}

const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };
const FULL_SIZE = { width: "100%", height: "100%" };

/** Lets a drawing without text follow its frame also where nothing measures it, as in print. */
function stretch(svg: SVGSVGElement | null): void {
  svg?.setAttribute("preserveAspectRatio", "none");
}

function BarsPlot({ longest, tones, rows }: BarsPlotProps) {
  const data = rows.map((parts, index) => ({ index, parts }));
  return (
    <BarChart
      ref={stretch}
      responsive
      style={FULL_SIZE}
      layout="vertical"
      data={data}
      margin={NO_MARGIN}
      barCategoryGap="14%"
      accessibilityLayer={false}
    >
      <XAxis type="number" hide domain={[0, longest]} />
      <YAxis type="category" dataKey="index" hide />
      {tones.map((tone, index) => (
        <Bar
          key={tone}
          dataKey={({ parts }: (typeof data)[number]) => parts[index] ?? 0}
          stackId="parts"
          fill={TONES[tone].fill}
          isAnimationActive={false}
        />
      ))}
    </BarChart>
  );
}

/** Room above the highest mark, so that dots are not cut. */
const HEADROOM = { ...NO_MARGIN, top: 8 };

function TrendPlot({ series, domain }: TrendPlotProps) {
  const months = series[0]?.values ?? [];
  const data = months.map((_, index) => ({
    index,
    values: series.map(({ values }) => values[index] ?? null),
  }));
  return (
    <ComposedChart
      ref={stretch}
      responsive
      style={FULL_SIZE}
      data={data}
      margin={HEADROOM}
      barCategoryGap="28%"
      maxBarSize={56}
      accessibilityLayer={false}
    >
      <XAxis type="category" dataKey="index" scale="band" hide />
      <YAxis type="number" domain={[...domain]} hide />
      {series.map(({ key, mark, tone }, index) => {
        const { fill } = TONES[tone];
        const dataKey = ({ values }: (typeof data)[number]) => values[index] ?? null;
        return mark === "column" ? (
          <Bar
            key={key}
            dataKey={dataKey}
            stackId="columns"
            fill={fill}
            isAnimationActive={false}
          />
        ) : (
          <Line
            key={key}
            dataKey={dataKey}
            stroke={fill}
            strokeWidth={2}
            {...(mark === "level" && { strokeDasharray: DASHES.level })}
            dot={
              mark === "line" ? (
                { r: 3.5, fill, stroke: "var(--paper)", strokeWidth: 1 }
              ) : (
                <LevelMark color={fill} />
              )
            }
            activeDot={false}
            isAnimationActive={false}
          />
        );
      })}
    </ComposedChart>
  );
}

/** Half the length of the dash that marks a level in its month, in pixels. */
const HALF_DASH = 12;

/** A level in one month, so that it shows also where no line leads to the next. */
function LevelMark({ cx, cy, color }: { cx?: number; cy?: number; color: string }) {
  if (cx === undefined || !Number.isFinite(cy)) return null;
  return <path d={`M${cx - HALF_DASH} ${cy}h${2 * HALF_DASH}`} stroke={color} strokeWidth={2} />;
}

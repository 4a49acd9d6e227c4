"use client";

import { ChartColumnIcon, TableIcon } from "lucide-react";
import { createContext, type ReactNode, useContext, useState } from "react";
import classes from "./chart-view.module.css";
import { TABLES_COOKIE, withTable } from "./remembered-tables.ts";

type View = "chart" | "table";

const ViewContext = createContext<{ view: View; change: (view: View) => void }>({
  view: "chart",
  change: () => {},
});

const ONE_YEAR_IN_SECONDS = 31_536_000;

function remember(chart: string, view: View): void {
  const before = document.cookie.match(new RegExp(`(?:^|; )${TABLES_COOKIE}=([^;]*)`))?.[1];
  const value = withTable(before, chart, view === "table");
  document.cookie = `${TABLES_COOKIE}=${value}; path=/; max-age=${ONE_YEAR_IN_SECONDS}; samesite=lax`;
}

/** A block that is seen as a chart or as its table, remembered by its name in a cookie. */
export function ChartView({
  name,
  asTable,
  children,
}: {
  name: string;
  asTable: boolean;
  children: ReactNode;
}) {
  const [view, setView] = useState<View>(asTable ? "table" : "chart");
  const change = (next: View) => {
    setView(next);
    remember(name, next);
  };
  return (
    <ViewContext value={{ view, change }}>
      <div className={classes.view} data-chart={name} data-view={view}>
        {children}
      </div>
    </ViewContext>
  );
}

export function useChartView(): View {
  return useContext(ViewContext).view;
}

/** The button that turns the chart around it into its table and back. */
export function ChartSwitch({ toTable, toChart }: { toTable: string; toChart: string }) {
  const { view, change } = useContext(ViewContext);
  const label = view === "chart" ? toTable : toChart;
  const Icon = view === "chart" ? TableIcon : ChartColumnIcon;
  return (
    <button
      type="button"
      className={classes.switch}
      title={label}
      aria-label={label}
      onClick={() => change(view === "chart" ? "table" : "chart")}
    >
      <Icon size={16} strokeWidth={1.75} aria-hidden />
    </button>
  );
}

import { z } from "zod";
import { mayReadSomeReport } from "#lib/reports/policy.ts";
import { listReportMonths } from "#lib/snapshots/queries.ts";
import type { ReportMonth } from "#lib/snapshots/schema.ts";
import { atOnce, exportedList, type ListColumn } from "../list.ts";
import type { Words } from "../words.ts";

/** The months of the register and whether each is closed. */
export const months = exportedList({
  fileName: "ky-bao-cao",
  may: mayReadSomeReport,
  schema: z.strictObject({}),
  read: async ({ t }) => {
    const found = await listReportMonths();
    return {
      title: t("periods.title"),
      conditions: [],
      total: t("exports.months", { count: found.length }),
      columns: columnsIn(t),
      pages: atOnce(found),
    };
  },
});

function columnsIn(t: Words): ListColumn<ReportMonth>[] {
  const state = ({ closing, over }: ReportMonth) =>
    closing ? "closed" : over ? "notClosed" : "running";
  return [
    { label: t("periods.month"), kind: "month", value: ({ month }) => month },
    {
      label: t("periods.state"),
      kind: "text",
      value: (month) => t(`periods.${state(month)}`),
    },
    {
      label: t("exports.columns.closedAt"),
      kind: "instant",
      value: ({ closing }) => closing?.closedAt ?? null,
    },
    {
      label: t("exports.columns.closedBy"),
      kind: "text",
      width: 30,
      value: ({ closing }) => closing?.closedBy ?? null,
    },
    { label: t("exports.columns.reopened"), kind: "count", value: ({ reopened }) => reopened },
  ];
}

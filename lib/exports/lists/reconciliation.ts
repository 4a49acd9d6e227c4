import { formatMonthTitle } from "#lib/core/i18n/format.ts";
import { shownGroups } from "#lib/reconciliations/groups.ts";
import { mayReconcile } from "#lib/reconciliations/policy.ts";
import { getReconciliation, usualMonth } from "#lib/reconciliations/queries.ts";
import { type ReconciledFigure, reconciliationQuerySchema } from "#lib/reconciliations/schema.ts";
import { reportPeriod } from "#lib/snapshots/queries.ts";
import { atOnce, exportedList, type ListColumn } from "../list.ts";
import { readNames, type Words, within } from "../words.ts";

type Row = ReconciledFigure & { group: string; name: string };

/** What a month's report stated beside what the register computes, a row a figure. */
export const reconciliation = exportedList({
  fileName: "doi-chieu-so-lieu",
  may: mayReconcile,
  schema: reconciliationQuerySchema,
  read: async ({ viewer, locale, t }, asked) => {
    const month = asked.month ?? (await usualMonth(viewer));
    const [found, catalogues] = await Promise.all([
      getReconciliation(viewer, await reportPeriod(month)),
      readNames(locale),
    ]);
    const groups = shownGroups(found.figures, catalogues, within(locale).reconciliation);
    const rows = groups.flatMap(({ title, rows: lines }) =>
      lines.flatMap(({ name, figures }) =>
        figures.map((figure): Row => ({ ...figure, group: title, name })),
      ),
    );
    return {
      title: t("reconciliation.title"),
      conditions: [
        formatMonthTitle(month, locale),
        ...(found.source ? [t("reconciliation.source", { source: found.source })] : []),
        ...(found.closed ? [t("reconciliation.closed")] : []),
      ],
      total: t("exports.figures", { count: rows.length }),
      columns: columnsIn(t),
      pages: atOnce(rows),
    };
  },
});

function columnsIn(t: Words): ListColumn<Row>[] {
  return [
    { label: t("exports.columns.group"), kind: "text", width: 26, value: ({ group }) => group },
    {
      label: t("reconciliation.table.name"),
      kind: "text",
      width: 34,
      value: ({ name }) => name,
    },
    {
      label: t("exports.columns.measure"),
      kind: "text",
      width: 24,
      value: ({ measure }) => t(`reconciliation.measures.${measure}`),
    },
    {
      label: t("reconciliation.table.reported"),
      kind: "number",
      value: ({ reported }) => reported,
    },
    {
      label: t("reconciliation.table.computed"),
      kind: "number",
      value: ({ computed }) => computed,
    },
    {
      label: t("exports.columns.difference"),
      kind: "number",
      value: ({ difference }) => difference,
    },
    {
      label: t("exports.columns.agreement"),
      kind: "text",
      width: 20,
      value: ({ reported, difference }) => {
        if (reported === null) return t("reconciliation.table.notReported");
        if (difference === null) return null;
        return t(difference === 0 ? "reconciliation.table.agrees" : "exports.columns.differs");
      },
    },
  ];
}

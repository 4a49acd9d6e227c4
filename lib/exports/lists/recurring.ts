import { z } from "zod";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import { mayPlan } from "#lib/recurrences/policy.ts";
import { listRecurrences } from "#lib/recurrences/queries.ts";
import type { RecurrenceView } from "#lib/recurrences/schema.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { atOnce, exportedList, type ListColumn } from "../list.ts";
import { readNames, type Words } from "../words.ts";

/** The tasks that recur: of all departments, or of those that a vice-chairman is in charge of. */
export const recurring = exportedList({
  fileName: "nhiem-vu-dinh-ky",
  may: mayPlan,
  schema: z.strictObject({}),
  read: async ({ viewer, locale, t }) => {
    const [found, { names }] = await Promise.all([listRecurrences(viewer), readNames(locale)]);
    const going = found.filter(({ stopped }) => !stopped).length;
    return {
      title: t("recurring.title"),
      conditions: [],
      total: t("recurring.count", { count: going }),
      columns: columnsIn(t, names),
      pages: atOnce(found),
    };
  },
});

function columnsIn(t: Words, names: TaskNames): ListColumn<RecurrenceView>[] {
  return [
    { label: t("recurring.form.content"), kind: "text", width: 46, value: ({ title }) => title },
    {
      label: t("recurring.form.department"),
      kind: "text",
      width: 24,
      value: ({ department }) => names.department(department).full,
    },
    {
      label: t("recurring.form.cooperating"),
      kind: "text",
      value: ({ cooperating }) =>
        cooperating.map((code) => names.department(code).label).join(", "),
    },
    {
      label: t("recurring.form.field"),
      kind: "text",
      value: ({ field }) => names.field(field).full,
    },
    { label: t("recurring.form.leader"), kind: "text", value: ({ leader }) => leader },
    {
      label: t("recurring.form.frequency"),
      kind: "text",
      width: 26,
      value: ({ frequency, dueDay }) => t(`recurring.pattern.${frequency}`, { day: dueDay }),
    },
    {
      label: t("recurring.form.leadDays"),
      kind: "count",
      width: 12,
      value: (each) => each.leadDays,
    },
    { label: t("recurring.form.startsOn"), kind: "date", value: ({ startsOn }) => startsOn },
    { label: t("recurring.form.endsOn"), kind: "date", value: ({ endsOn }) => endsOn },
    {
      label: t("exports.columns.next"),
      kind: "text",
      width: 24,
      value: ({ next }) => next.map((day) => formatCivilDate(day)).join(", ") || null,
    },
    { label: t("exports.columns.made"), kind: "count", value: ({ made }) => made },
    {
      label: t("tasks.columns.status"),
      kind: "text",
      width: 14,
      value: ({ stopped }) => t(stopped ? "recurring.stoppedMark" : "exports.columns.going"),
    },
  ];
}

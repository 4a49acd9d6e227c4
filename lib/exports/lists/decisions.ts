import { z } from "zod";
import { NotFoundError } from "#lib/core/errors.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { getDecisions } from "#lib/tasks/desk-queries.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { mayDecide } from "#lib/tasks/policy.ts";
import type { DeskTask, ExtensionToDecide } from "#lib/tasks/views.ts";
import { atOnce, exportedList, type ListColumn } from "../list.ts";
import { readNames, type Words } from "../words.ts";

type Row = DeskTask & { section: "extensions" | "submissions"; asked: ExtensionToDecide | null };

/** What waits for a leader's word: extensions asked for, then work submitted. */
export const decisions = exportedList({
  fileName: "cho-quyet-dinh",
  may: async (viewer) => mayDecide(viewer, await getSettings()),
  schema: z.strictObject({}),
  read: async ({ person, locale, t }) => {
    // What one decides hangs on who one is: there is no such list for a machine.
    if (!person) throw new NotFoundError();
    const [found, { names }] = await Promise.all([getDecisions(person), readNames(locale)]);
    const rows: Row[] = [
      ...found.extensions.map((asked) => ({ ...asked, section: "extensions" as const, asked })),
      ...found.submissions.map((task) => ({
        ...task,
        section: "submissions" as const,
        asked: null,
      })),
    ];
    return {
      title: t("work.decisions.title"),
      conditions: [],
      total: t("tasks.count", { count: rows.length }),
      columns: columnsIn(t, names),
      pages: atOnce(rows),
    };
  },
});

function columnsIn(t: Words, names: TaskNames): ListColumn<Row>[] {
  return [
    {
      label: t("exports.columns.group"),
      kind: "text",
      value: ({ section }) => t(`work.decisions.${section}`),
    },
    { label: t("tasks.columns.code"), kind: "text", width: 14, value: ({ item }) => item.code },
    { label: t("tasks.columns.title"), kind: "text", width: 46, value: ({ item }) => item.title },
    {
      label: t("tasks.columns.department"),
      kind: "text",
      width: 24,
      value: ({ item }) => names.department(item.department).full,
    },
    { label: t("tasks.columns.assignee"), kind: "text", value: ({ item }) => item.assignee },
    { label: t("tasks.columns.dueOn"), kind: "date", value: ({ item }) => item.dueOn },
    { label: t("tasks.columns.daysLate"), kind: "count", value: ({ item }) => item.daysLate },
    {
      label: t("exports.columns.newDueOn"),
      kind: "date",
      value: ({ asked }) => asked?.extension.newDueOn ?? null,
    },
    {
      label: t("exports.columns.requestedOn"),
      kind: "date",
      value: ({ asked }) => asked?.extension.requestedOn ?? null,
    },
    {
      label: t("exports.columns.requestedBy"),
      kind: "text",
      value: ({ asked }) => asked?.extension.requestedBy ?? null,
    },
    {
      label: t("exports.columns.reason"),
      kind: "text",
      width: 36,
      value: ({ asked }) => asked?.extension.reason ?? null,
    },
    {
      label: t("exports.columns.asked"),
      kind: "text",
      value: ({ asked }) => asked && whenAsked(asked, t),
    },
    {
      label: t("exports.columns.earlier"),
      kind: "text",
      width: 30,
      value: ({ asked }) => asked && earlierWords(asked, t),
    },
    {
      label: t("exports.columns.submittedOn"),
      kind: "date",
      value: ({ asked, work }) => (asked ? null : (work.submission?.completedOn ?? null)),
    },
    {
      label: t("exports.columns.note"),
      kind: "text",
      width: 30,
      value: ({ asked, work }) => (asked ? null : (work.submission?.note ?? null)),
    },
  ];
}

function whenAsked({ inTime, extension }: ExtensionToDecide, t: Words): string {
  const when = t(inTime ? "work.decisions.inTime" : "work.decisions.late");
  return extension.objective ? `${when}; ${t("work.decisions.objective")}` : when;
}

function earlierWords({ earlier }: ExtensionToDecide, t: Words): string {
  if (earlier.length === 0) return t("work.decisions.first");
  return earlier
    .map(({ newDueOn, decision, reason }) =>
      t("work.decisions.earlierOne", { day: formatCivilDate(newDueOn), decision, reason }),
    )
    .join("; ");
}

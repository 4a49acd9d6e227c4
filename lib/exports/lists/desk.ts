import { z } from "zod";
import { NotFoundError } from "#lib/core/errors.ts";
import { DESK_SECTIONS, type DeskSection, getDesk } from "#lib/tasks/desk-queries.ts";
import type { TaskNames } from "#lib/tasks/names.ts";
import { doesWork } from "#lib/tasks/policy.ts";
import type { TaskListItem } from "#lib/tasks/views.ts";
import { atOnce, exportedList, type ListColumn } from "../list.ts";
import { readNames, type Words } from "../words.ts";

type Row = TaskListItem & { section: DeskSection };

/** The open work of a department or an officer, section by section as it lies on the desk. */
export const desk = exportedList({
  fileName: "viec-cua-toi",
  may: doesWork,
  schema: z.strictObject({}),
  read: async ({ person, locale, t }) => {
    // Whose work it is hangs on who one is: there is no such list for a machine.
    if (!person) throw new NotFoundError();
    const [found, { names }] = await Promise.all([getDesk(person), readNames(locale)]);
    const rows = DESK_SECTIONS.flatMap((section) =>
      found[section].map(({ item }): Row => ({ ...item, section })),
    );
    return {
      title: t("work.desk.title"),
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
      value: ({ section }) => t(`work.desk.section.${section}`),
    },
    { label: t("tasks.columns.code"), kind: "text", width: 14, value: ({ code }) => code },
    { label: t("tasks.columns.title"), kind: "text", width: 50, value: ({ title }) => title },
    {
      label: t("tasks.columns.department"),
      kind: "text",
      width: 24,
      value: ({ department }) => names.department(department).full,
    },
    { label: t("tasks.columns.dueOn"), kind: "date", value: ({ dueOn }) => dueOn },
    {
      label: t("exports.columns.standing"),
      kind: "text",
      width: 16,
      value: ({ timeliness }) => timeliness && t(`tasks.timeliness.${timeliness}`),
    },
    { label: t("tasks.columns.daysLate"), kind: "count", value: ({ daysLate }) => daysLate },
    {
      label: t("tasks.columns.status"),
      kind: "text",
      width: 18,
      value: ({ status }) => t(`tasks.status.${status}`),
    },
    { label: t("exports.columns.progress"), kind: "count", value: ({ progress }) => progress },
    { label: t("tasks.columns.assignee"), kind: "text", value: ({ assignee }) => assignee },
    {
      label: t("exports.columns.returns"),
      kind: "count",
      value: ({ returnCount }) => returnCount || null,
    },
  ];
}

import { usualCalendar } from "#lib/agenda/policy.ts";
import { listEntries } from "#lib/agenda/queries.ts";
import { daysOfWeek, formatTime, weekOf } from "#lib/agenda/rules.ts";
import { type Entry, LEADERS, weekQuerySchema } from "#lib/agenda/schema.ts";
import { weekdayOf } from "#lib/core/dates.ts";
import { catalogueName, formatCivilDate } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { hasDesk } from "#lib/users/policy.ts";
import { atOnce, exportedList, type ListColumn, refuseUnknown } from "../list.ts";
import type { Words } from "../words.ts";

const WEEKDAYS = ["1", "2", "3", "4", "5", "6", "7"] as const;

/** What the leaders or a department have planned for a week; what is due in it is a list of tasks. */
export const week = exportedList({
  fileName: "lich-cong-tac",
  may: hasDesk,
  schema: weekQuerySchema,
  read: async ({ viewer, person, locale, t, today }, asked) => {
    const departments = await listDepartments();
    const shown = asked.week ?? weekOf(today);
    const calendar = asked.department ?? (person ? usualCalendar(person) : LEADERS);
    if (calendar !== LEADERS) refuseUnknown("department", calendar, departments);
    const department = departments.find(({ code }) => code === calendar) ?? null;
    const days = daysOfWeek(shown);
    const range = { from: days[0] ?? today, to: days[6] ?? today };
    const entries = await listEntries(viewer, department?.id ?? null, range);
    return {
      title: t("agenda.title"),
      conditions: [
        department ? catalogueName(department, locale) : t("agenda.leaders"),
        t("agenda.week", {
          week: shown.slice(6),
          from: formatCivilDate(range.from),
          to: formatCivilDate(range.to),
        }),
      ],
      total: t("exports.entries", { count: entries.length }),
      columns: columnsIn(t),
      pages: atOnce(entries),
    };
  },
});

function columnsIn(t: Words): ListColumn<Entry>[] {
  const time = (minute: number | null) => (minute === null ? null : formatTime(minute));
  return [
    {
      label: t("admin.calendar.weekdayHeading"),
      kind: "text",
      width: 11,
      value: ({ on }) => t(`agenda.weekdays.${WEEKDAYS[weekdayOf(on) - 1] ?? "1"}`),
    },
    { label: t("agenda.day"), kind: "date", value: ({ on }) => on },
    {
      label: t("agenda.form.start"),
      kind: "text",
      width: 10,
      value: ({ startMinute }) => time(startMinute) ?? t("agenda.wholeDay"),
    },
    {
      label: t("agenda.form.end"),
      kind: "text",
      width: 10,
      value: ({ endMinute }) => time(endMinute),
    },
    { label: t("agenda.form.title"), kind: "text", width: 44, value: ({ title }) => title },
    {
      label: t("agenda.form.kind"),
      kind: "text",
      width: 18,
      value: ({ kind }) => t(`agenda.kinds.${kind}`),
    },
    { label: t("agenda.form.place"), kind: "text", width: 24, value: ({ place }) => place },
    {
      label: t("agenda.form.host"),
      kind: "text",
      width: 26,
      value: ({ host }) => host?.name ?? null,
    },
    {
      label: t("agenda.form.participants"),
      kind: "text",
      width: 36,
      value: ({ participants }) => participants,
    },
  ];
}

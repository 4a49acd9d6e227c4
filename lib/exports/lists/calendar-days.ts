import { weekdayOf } from "#lib/core/dates.ts";
import { mayEditCalendar } from "#lib/periods/policy.ts";
import { listCalendarDays } from "#lib/periods/queries.ts";
import { type CalendarDay, calendarQuerySchema } from "#lib/periods/schema.ts";
import { atOnce, exportedList, type ListColumn } from "../list.ts";
import type { Words } from "../words.ts";

/** The days of a year that differ from Monday to Friday. */
export const calendarDays = exportedList({
  fileName: "ngay-nghi-lam-bu",
  may: mayEditCalendar,
  schema: calendarQuerySchema,
  read: async ({ viewer, t, today }, { year = Number(today.slice(0, 4)) }) => {
    const days = await listCalendarDays(viewer, year);
    const holidays = days.filter(({ kind }) => kind === "HOLIDAY").length;
    const worked = days.length - holidays;
    return {
      title: t("admin.calendar.title"),
      conditions: [],
      total: t("admin.calendar.count", { year: `${year}`, holidays, worked }),
      columns: columnsIn(t),
      pages: atOnce(days),
    };
  },
});

function columnsIn(t: Words): ListColumn<CalendarDay>[] {
  return [
    { label: t("admin.calendar.on"), kind: "date", value: ({ on }) => on },
    {
      label: t("admin.calendar.weekdayHeading"),
      kind: "text",
      width: 12,
      value: ({ on }) => t("admin.calendar.weekday", { weekday: `${weekdayOf(on)}` }),
    },
    { label: t("admin.calendar.name"), kind: "text", width: 44, value: ({ name }) => name },
    {
      label: t("admin.calendar.kind"),
      kind: "text",
      width: 16,
      value: ({ kind }) => t(`admin.calendar.kinds.${kind}`),
    },
  ];
}

import { addDays, businessToday, type CivilDate } from "#lib/core/dates.ts";
import { catalogueName } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listIssuingBodies } from "#lib/directives/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { getWorkCalendar } from "#lib/periods/queries.ts";
import { listLeaders, listWorkersByDepartment, type PersonChoice } from "#lib/users/queries.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { mayAssign } from "./policy.ts";

type Choice = { value: string; label: string };

/** How far ahead deadlines are counted in working days; no term reaches further. */
const CALENDAR_DAYS = 500;

/**
 * What whoever registers directives and tasks chooses from: a department that is theirs to assign
 * to leads, any may cooperate.
 */
export async function getRegisterCatalogue(viewer: Viewer, locale: Locale) {
  const today = businessToday();
  const calendarUntil = addDays(today, CALENDAR_DAYS);
  const [bodies, departments, fields, sectors, leaders, workers, calendar] = await Promise.all([
    listIssuingBodies(),
    listDepartments(),
    listFields(),
    listSectors(),
    listLeaders(),
    listWorkersByDepartment(),
    getWorkCalendar(today, calendarUntil),
  ]);
  const active = departments.filter((department) => department.active);
  const person = ({ id, name }: PersonChoice): Choice => ({ value: String(id), label: name });
  const entry = (each: { code: string; name: string; nameEn: string }): Choice => ({
    value: each.code,
    label: catalogueName(each, locale),
  });
  return {
    today,
    bodies: bodies.map(({ code, name }): Choice => ({ value: code, label: name })),
    leadDepartments: active.filter(({ id }) => mayAssign(viewer, id)).map(entry),
    departments: active.map(entry),
    workers: Object.fromEntries(
      Object.entries(workers).map(([code, people]) => [code, people.map(person)]),
    ),
    leaders: leaders.map(person),
    fields: fields.filter(({ active }) => active).map(entry),
    sectors: sectors.map(entry),
    calendar: [...calendar] as (readonly [CivilDate, boolean])[],
    calendarUntil,
  };
}

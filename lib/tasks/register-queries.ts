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

/** No deadline in working days lies further ahead. */
const CALENDAR_DAYS = 500;

/** What whoever registers directives and tasks chooses from: departments that are theirs to assign to. */
export async function getRegisterCatalogue(viewer: Viewer, locale: Locale) {
  const today = businessToday();
  const [bodies, departments, fields, sectors, leaders, workers, calendar] = await Promise.all([
    listIssuingBodies(),
    listDepartments(),
    listFields(),
    listSectors(),
    listLeaders(),
    listWorkersByDepartment(),
    getWorkCalendar(today, addDays(today, CALENDAR_DAYS)),
  ]);
  const person = ({ id, name }: PersonChoice): Choice => ({ value: String(id), label: name });
  const entry = (each: { code: string; name: string; nameEn: string }): Choice => ({
    value: each.code,
    label: catalogueName(each, locale),
  });
  return {
    today,
    bodies: bodies.map(({ code, name }): Choice => ({ value: code, label: name })),
    departments: departments.filter(({ active, id }) => active && mayAssign(viewer, id)).map(entry),
    workers: Object.fromEntries(
      Object.entries(workers).map(([code, people]) => [code, people.map(person)]),
    ),
    leaders: leaders.map(person),
    fields: fields.filter(({ active }) => active).map(entry),
    sectors: sectors.map(entry),
    calendar: [...calendar] as (readonly [CivilDate, boolean])[],
  };
}

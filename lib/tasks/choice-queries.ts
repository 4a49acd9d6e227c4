import { addDays, businessToday, type CivilDate } from "#lib/core/dates.ts";
import { catalogueName } from "#lib/core/i18n/format.ts";
import type { Locale } from "#lib/core/i18n/locales.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import { listIssuingBodies } from "#lib/directives/queries.ts";
import { listFields, listSectors } from "#lib/fields/queries.ts";
import { getWorkCalendar, listClosedPeriods } from "#lib/periods/queries.ts";
import {
  listLeaders,
  listWorkers,
  listWorkersByDepartment,
  type PersonChoice,
} from "#lib/users/queries.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { mayAssign } from "./policy.ts";
import type { CatalogueChoices, Choice, VerbChoices } from "./views.ts";

const personChoice = ({ id, name }: PersonChoice): Choice => ({ value: String(id), label: name });

/**
 * What tasks refer to and is offered for new ones, in the reader's language.
 * @param mayLead whether a department may be given what is entered; any may cooperate
 */
export async function getCatalogueChoices(
  locale: Locale,
  mayLead: (departmentId: number) => boolean,
): Promise<CatalogueChoices> {
  const [leaders, departments, fields, sectors] = await Promise.all([
    listLeaders(),
    listDepartments(),
    listFields(),
    listSectors(),
  ]);
  const entry = (each: { code: string; name: string; nameEn: string }): Choice => ({
    value: each.code,
    label: catalogueName(each, locale),
  });
  const active = departments.filter((department) => department.active);
  return {
    leaders: leaders.map(personChoice),
    departments: active.map(entry),
    leadDepartments: active.filter(({ id }) => mayLead(id)).map(entry),
    fields: fields.filter((field) => field.active).map(entry),
    sectors: sectors.map(entry),
  };
}

/**
 * What the forms of the verbs choose from.
 * @param departmentId whose people can be given the task; null where nobody is to be chosen
 */
export async function getVerbChoices(
  viewer: Viewer,
  departmentId: number | null,
  locale: Locale,
): Promise<VerbChoices> {
  const [workers, catalogue, closed] = await Promise.all([
    departmentId === null ? [] : listWorkers(departmentId),
    getCatalogueChoices(locale, (id) => mayAssign(viewer, id)),
    listClosedPeriods(),
  ]);
  return {
    ...catalogue,
    today: businessToday(),
    closedUntil: closed.at(-1)?.to ?? null,
    workers: workers.map(personChoice),
  };
}

/** How far ahead a term in working days can be counted: so far reaches the calendar handed out. */
const CALENDAR_DAYS = 500;

/** What whoever registers directives and tasks chooses from. */
export async function getRegisterCatalogue(viewer: Viewer, locale: Locale) {
  const today = businessToday();
  const calendarUntil = addDays(today, CALENDAR_DAYS);
  const [catalogue, bodies, workers, calendar] = await Promise.all([
    getCatalogueChoices(locale, (id) => mayAssign(viewer, id)),
    listIssuingBodies(),
    listWorkersByDepartment(),
    getWorkCalendar(today, calendarUntil),
  ]);
  return {
    ...catalogue,
    today,
    bodies: bodies.map(({ code, name }): Choice => ({ value: code, label: name })),
    workers: Object.fromEntries(
      Object.entries(workers).map(([code, people]) => [code, people.map(personChoice)]),
    ),
    calendar: [...calendar] as (readonly [CivilDate, boolean])[],
    calendarUntil,
  };
}

import { type CivilDate, isCivilDate } from "#lib/core/dates.ts";

type Choice = { value: string; label: string };

/** What the form chooses from, as the page gives it. */
export type Catalogue = {
  today: CivilDate;
  bodies: readonly Choice[];
  types: readonly Choice[];
  urgencies: readonly Choice[];
  /** Those that the person may assign tasks to. */
  leadDepartments: readonly Choice[];
  /** All, any of which may cooperate. */
  departments: readonly Choice[];
  /** By the code of a department. */
  workers: Readonly<Record<string, readonly Choice[]>>;
  leaders: readonly Choice[];
  fields: readonly Choice[];
  sectors: readonly Choice[];
  /** Days that differ from Monday to Friday, and whether they are worked. */
  calendar: readonly (readonly [CivilDate, boolean])[];
  /** The last day that the calendar knows of. */
  calendarUntil: CivilDate;
};

/** The same with what the form itself knows. */
export type RegisterChoices = Catalogue & {
  /** Changes when all entries are replaced: fields that keep their own text then begin anew. */
  generation: number;
  day: (text: string | undefined) => CivilDate | null;
};

/** A day of a draft, if it is one. */
export function dayOf(text: string | undefined): CivilDate | null {
  return text && isCivilDate(text) ? text : null;
}

import { addDays, type CivilMonth, firstDayOf, lastDayOf } from "#lib/core/dates.ts";
import { type OverdueSpell, timelineOf } from "#lib/tasks/rules.ts";
import type { Register } from "./register.ts";
import { type Reference, required } from "./sketch.ts";

/**
 * Counts, month by month, the indicators that the register itself answers: tasks given by the
 * city in the year so far and finished, and late tasks.
 */
export function monthFiguresOf(
  register: Register,
  reference: Reference,
): (month: CivilMonth) => ReadonlyMap<string, number> {
  const tasks = register.tasks.map(({ entries, directive }) => ({
    ...timelineOf(entries.map(({ event }) => event)),
    level: directive ? required(reference.issuingBodies, directive.body).level : "COMMUNE",
  }));
  return (month) => {
    const first = firstDayOf(month);
    const last = lastDayOf(month);
    const before = addDays(first, -1);
    const isOpenOn = (day: string) => (spell: OverdueSpell) =>
      spell.fromOn <= day && (spell.toOn === null || spell.toOn > day);
    const carried = tasks.filter(({ spells }) => spells.some(isOpenOn(before)));
    const newly = tasks.filter(
      ({ spells }) =>
        !spells.some(isOpenOn(before)) &&
        spells.some(({ fromOn, continuing }) => !continuing && fromOn >= first && fromOn <= last),
    );
    const city = tasks.filter(
      ({ level, assignedOn, cancelledOn }) =>
        level === "CITY" &&
        assignedOn.slice(0, 4) === month.slice(0, 4) &&
        assignedOn <= last &&
        (cancelledOn === null || cancelledOn > last),
    );
    const done = city.filter(({ completedOn }) => completedOn !== null && completedOn <= last);
    return new Map([
      ["NV_TP_GIAO", city.length],
      ["NV_TP_HOAN_THANH", done.length],
      ["NV_QUA_HAN", carried.length + newly.length],
      ["NV_QUA_HAN_CHUYEN_KY", carried.length],
      ["NV_QUA_HAN_PHAT_SINH", newly.length],
    ]);
  };
}

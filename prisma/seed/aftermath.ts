import { addDays, type CivilDate, civilDate } from "#lib/core/dates.ts";
import { isWorkingDay, workingDayFrom, workingDaysAfter, workingDayUntil } from "./calendar.ts";
import { extensionLate, outcomeOn } from "./plans.ts";
import type { Random } from "./random.ts";
import type { Plan } from "./sketch.ts";

/** How fast the backlog of April melts. */
export type Pace = "fast" | "steady" | "slow";

/** Chances of being finished by the end of each window; the last is beyond any of them. */
const WINDOWS: readonly (readonly [from: string, to: string])[] = [
  ["2026-05-05", "2026-05-29"],
  ["2026-06-01", "2026-06-30"],
  ["2026-07-01", "2026-07-31"],
  ["2026-08-03", "2026-08-28"],
  ["2026-09-03", "2026-09-30"],
  ["2026-10-01", "2026-12-31"],
  ["2027-01-04", "2027-09-30"],
];
const CHANCES: Readonly<Record<Pace, readonly number[]>> = {
  fast: [32, 22, 14, 10, 8, 8, 6],
  steady: [16, 14, 12, 11, 10, 18, 19],
  slow: [8, 8, 8, 8, 8, 22, 38],
};

function workingDayBetween(from: CivilDate, to: CivilDate, random: Random): CivilDate {
  const days: CivilDate[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) days.push(day);
  return random.pick(days);
}

function dayOfFinishing(pace: Pace, random: Random): CivilDate {
  const [from, to] = random.weighted(
    WINDOWS.map((window, index) => [window, CHANCES[pace][index] ?? 0]),
  );
  return workingDayBetween(civilDate(from), civilDate(to), random);
}

const day = (from: string, to: string, random: Random) =>
  workingDayBetween(civilDate(from), civilDate(to), random);

/** What still waits for a leader when April ends. */
type Waiting = "extension" | "return" | null;

/**
 * How a task that is late at the end of April goes on: nothing of it reaches back into April.
 * @param plan what happened before
 */
export function planAfterApril(
  plan: Plan,
  given: { pace: Pace; waits: Waiting; department: string; random: Random },
): Plan {
  const { pace, waits, random } = given;
  if (waits === "return") {
    const submittedOn = day("2026-04-24", "2026-04-29", random);
    const returnedOn = day("2026-05-05", "2026-05-07", random);
    const completedOn = workingDaysAfter(returnedOn, random.integer(3, 15));
    const returns = [{ submittedOn, returnedOn }];
    return { ...plan, returns, outcome: outcomeOn(completedOn, random) };
  }
  const kind =
    waits ??
    random.weighted([
      ["finished", 81],
      ["extension", 9],
      ["transferred", given.department === "PHONG_KT" ? 6 : 0],
      ["paused", 2.5],
      ["cancelled", 3.5],
    ]);
  switch (kind) {
    case "extension": {
      const requestedOn =
        waits === null
          ? day("2026-05-05", "2026-07-10", random)
          : day("2026-04-24", "2026-04-29", random);
      const extension = extensionLate(requestedOn, random);
      if (waits !== null) extension.decidedOn = day("2026-05-05", "2026-05-08", random);
      const end =
        extension.approved && random.chance(0.7)
          ? workingDayUntil(addDays(extension.dueOn, -random.integer(0, 2)))
          : workingDayFrom(addDays(extension.dueOn, random.integer(3, 60)));
      const extensions = [...plan.extensions, extension];
      return { ...plan, extensions, outcome: outcomeOn(end, random) };
    }
    case "transferred": {
      const on = day("2026-05-05", "2026-06-15", random);
      const completedOn = workingDaysAfter(on, random.integer(8, 45));
      return { ...plan, transfer: { on, to: "BAN_QLDA" }, outcome: outcomeOn(completedOn, random) };
    }
    case "paused": {
      const from = day("2026-05-06", "2026-06-15", random);
      const to = workingDayFrom(addDays(from, random.integer(20, 70)));
      const completedOn = workingDaysAfter(to, random.integer(4, 25));
      return { ...plan, pause: { from, to }, outcome: outcomeOn(completedOn, random) };
    }
    case "cancelled":
      return { ...plan, cancelledOn: day("2026-05-06", "2026-07-15", random) };
    default:
      return { ...plan, outcome: outcomeOn(dayOfFinishing(pace, random), random) };
  }
}

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addDays,
  type CivilDate,
  daysBetween,
  lastDayOf,
  monthOf,
  weekdayOf,
} from "#lib/core/dates.ts";
import { isWorkingDay } from "#lib/periods/rules.ts";
import type { WorkCalendar } from "#lib/periods/schema.ts";
import { deadlineOf, nominalDays, occurrencesDue, turnOf } from "./rules.ts";
import { FREQUENCIES, type Pattern, SHIFTS } from "./schema.ts";

const FIRST: CivilDate = "2023-01-01";

// Three years, a leap year among them.
const day = fc.integer({ min: 0, max: 1095 }).map((days) => addDays(FIRST, days));

const pattern: fc.Arbitrary<Pattern> = fc
  .record({
    frequency: fc.constantFrom(...FREQUENCIES),
    dueDay: fc.integer({ min: 1, max: 31 }),
    startsOn: day,
    endsOn: fc.option(day),
  })
  .map(({ dueDay, ...rest }) => ({
    ...rest,
    dueDay: rest.frequency === "WEEKLY" ? ((dueDay - 1) % 7) + 1 : dueDay,
  }));

/** Whether a day is one of the pattern's, asked day by day and as people would say it. */
function isDue({ frequency, dueDay, startsOn, endsOn }: Pattern, date: CivilDate): boolean {
  if (date < startsOn || (endsOn !== null && date > endsOn)) return false;
  if (frequency === "WEEKLY") return weekdayOf(date) === dueDay;
  const isItsDay =
    Number(date.slice(8)) === Math.min(dueDay, Number(lastDayOf(monthOf(date)).slice(8)));
  return isItsDay && (frequency === "MONTHLY" || Number(date.slice(5, 7)) % 3 === 0);
}

const calendar: fc.Arbitrary<WorkCalendar> = fc
  .array(fc.tuple(day, fc.boolean()), { maxLength: 60 })
  .map((days) => new Map(days));

describe("nominalDays", () => {
  test("are those that asking every single day finds", () => {
    fc.assert(
      fc.property(pattern, day, fc.integer({ min: 0, max: 500 }), (given, from, length) => {
        const to = addDays(from, length);
        const expected: CivilDate[] = [];
        for (let date = from; date <= to; date = addDays(date, 1)) {
          if (isDue(given, date)) expected.push(date);
        }
        expect(nominalDays(given, from, to)).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });

  test("of two spans that meet are those of the whole", () => {
    fc.assert(
      fc.property(pattern, day, day, day, (given, a, b, c) => {
        const [from, middle, to] = [a, b, c].sort() as [CivilDate, CivilDate, CivilDate];
        const parts = [
          ...nominalDays(given, from, middle),
          ...nominalDays(given, addDays(middle, 1), to),
        ];
        expect(parts).toEqual(nominalDays(given, from, to));
      }),
    );
  });

  test("come once in each week, month or quarter", () => {
    fc.assert(
      fc.property(pattern, (given) => {
        const days = nominalDays(given, FIRST, addDays(FIRST, 1095));
        const turns = days.map((date) => turnOf(given.frequency, date));
        expect(new Set(turns.map(({ from }) => from)).size).toBe(days.length);
        for (const [index, date] of days.entries()) {
          expect(turns[index]?.from.localeCompare(date)).not.toBe(1);
          expect(turns[index]?.to.localeCompare(date)).not.toBe(-1);
        }
      }),
    );
  });
});

describe("deadlineOf", () => {
  test("is the nearest working day on the side asked for", () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...SHIFTS), calendar, (date, shift, worked) => {
        const deadline = deadlineOf(date, shift, worked);
        expect(isWorkingDay(deadline, worked)).toBe(true);
        const step = shift === "BEFORE" ? -1 : 1;
        expect(daysBetween(date, deadline) * step).toBeGreaterThanOrEqual(0);
        for (let passed = date; passed !== deadline; passed = addDays(passed, step)) {
          expect(isWorkingDay(passed, worked)).toBe(false);
        }
      }),
    );
  });
});

describe("examples", () => {
  const monthly = { frequency: "MONTHLY", startsOn: "2024-01-01", endsOn: null } as const;

  test("the 31st is the last day of shorter months, in leap years too", () => {
    expect(nominalDays({ ...monthly, dueDay: 31 }, "2024-01-01", "2024-04-30")).toEqual([
      "2024-01-31",
      "2024-02-29",
      "2024-03-31",
      "2024-04-30",
    ]);
    expect(nominalDays({ ...monthly, dueDay: 30 }, "2025-02-01", "2025-02-28")).toEqual([
      "2025-02-28",
    ]);
  });

  test("quarters end in March, June, September, December", () => {
    const quarterly = { ...monthly, frequency: "QUARTERLY", dueDay: 15 } as const;
    expect(nominalDays(quarterly, "2026-01-01", "2026-12-31")).toEqual([
      "2026-03-15",
      "2026-06-15",
      "2026-09-15",
      "2026-12-15",
    ]);
  });

  test("a deadline shifted out of the days asked about is not due in them, one shifted in is", () => {
    // Sunday 1 November 2026; Monday is off as well.
    const off: WorkCalendar = new Map([["2026-11-02", false]]);
    const first = { ...monthly, dueDay: 1 };
    const after = { ...first, shift: "AFTER" } as const;
    const before = { ...first, shift: "BEFORE" } as const;
    expect(occurrencesDue(after, "2026-11-01", "2026-11-02", off)).toEqual([]);
    expect(occurrencesDue(after, "2026-11-03", "2026-11-03", off)).toEqual([
      { nominalOn: "2026-11-01", dueOn: "2026-11-03" },
    ]);
    expect(occurrencesDue(before, "2026-10-30", "2026-10-30", off)).toEqual([
      { nominalOn: "2026-11-01", dueOn: "2026-10-30" },
    ]);
  });
});

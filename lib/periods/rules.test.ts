import { describe, expect, it } from "vitest";
import type { CivilDate } from "#lib/core/dates.ts";
import {
  addWorkingDays,
  closedMonthOf,
  isWorkingDay,
  monthContaining,
  periodOf,
  readPeriod,
  spanOf,
  workingDaysBetween,
} from "./rules.ts";
import type { ClosedPeriod, WorkCalendar } from "./schema.ts";

const calendarMonths = { periodFirstDay: 1, firstPeriod: "2025-07" } as const;
const fromThe15th = { periodFirstDay: 15, firstPeriod: "2025-07" } as const;
const today = "2026-11-20";

describe("the span of a reporting month", () => {
  it("is the calendar month, leap Februaries included", () => {
    expect(spanOf("2028-02", calendarMonths)).toEqual({ from: "2028-02-01", to: "2028-02-29" });
    expect(spanOf("2026-04", calendarMonths)).toEqual({ from: "2026-04-01", to: "2026-04-30" });
  });

  it("begins in the month before where periods begin on the 15th", () => {
    expect(spanOf("2026-01", fromThe15th)).toEqual({ from: "2025-12-15", to: "2026-01-14" });
  });

  it.each([calendarMonths, fromThe15th])(
    "contains exactly the days that belong to the month",
    (settings) => {
      for (const month of ["2025-12", "2026-01", "2026-02", "2026-03"] as const) {
        const { from, to } = spanOf(month, settings);
        expect(monthContaining(from, settings)).toBe(month);
        expect(monthContaining(to, settings)).toBe(month);
      }
    },
  );
});

describe("reading a period", () => {
  const read = (asked: { period?: string; asOf?: string }) =>
    readPeriod(asked, calendarMonths, today);

  it("is the running month, as of today, when none is asked for", () => {
    expect(read({})).toEqual({
      ok: true,
      period: { month: "2026-11", from: "2026-11-01", to: "2026-11-30", asOf: today },
    });
  });

  it("is a past month as of its last day", () => {
    expect(read({ period: "2026-04" })).toMatchObject({ period: { asOf: "2026-04-30" } });
  });

  it("is the month of a day, as of that day", () => {
    expect(read({ asOf: "2026-04-15" })).toMatchObject({
      period: { month: "2026-04", from: "2026-04-01", asOf: "2026-04-15" },
    });
  });

  it.each([
    [{ period: "2026-13" }, "NOT_A_MONTH"],
    [{ period: "tháng 4" }, "NOT_A_MONTH"],
    [{ asOf: "2026-02-29" }, "NOT_A_DAY"],
    [{ asOf: "2026-4-1" }, "NOT_A_DAY"],
    [{ period: "2025-06" }, "BEFORE_FIRST"],
    [{ asOf: "2025-06-30" }, "BEFORE_FIRST"],
    [{ period: "2026-12" }, "IN_FUTURE"],
    [{ asOf: "2026-11-21" }, "IN_FUTURE"],
    [{ period: "2026-04", asOf: "2026-04-30" }, "BOTH_GIVEN"],
  ])("refuses %j", (asked, problem) => {
    expect(read(asked)).toEqual({ ok: false, problem });
  });

  it("cuts a running month that began in the month before at today", () => {
    expect(periodOf("2026-12", fromThe15th, today)).toMatchObject({
      from: "2026-11-15",
      asOf: today,
    });
  });
});

describe("working days", () => {
  const calendar: WorkCalendar = new Map<CivilDate, boolean>([
    ["2026-04-30", false],
    ["2026-05-01", false],
    ["2026-05-09", true],
  ]);

  it("are Monday to Friday less holidays, plus days worked in exchange", () => {
    expect(isWorkingDay("2026-04-29", calendar)).toBe(true);
    expect(isWorkingDay("2026-04-30", calendar)).toBe(false);
    expect(isWorkingDay("2026-05-03", calendar)).toBe(false);
    expect(isWorkingDay("2026-05-09", calendar)).toBe(true);
  });

  it("are counted from the day after", () => {
    expect(addWorkingDays("2026-04-28", 1, calendar)).toBe("2026-04-29");
    expect(addWorkingDays("2026-04-29", 1, calendar)).toBe("2026-05-04");
    expect(addWorkingDays("2026-05-08", 1, calendar)).toBe("2026-05-09");
    expect(addWorkingDays("2026-05-08", 0, calendar)).toBe("2026-05-08");
  });

  it("between two days are what adding gives back", () => {
    expect(workingDaysBetween("2026-04-29", "2026-05-04", calendar)).toBe(1);
    expect(workingDaysBetween("2026-05-04", "2026-04-29", calendar)).toBe(0);
  });
});

describe("what was recorded after a closing", () => {
  const closed: ClosedPeriod[] = [
    { month: "2026-03", to: "2026-03-31", closedAt: new Date("2026-04-02T02:00:00Z") },
    { month: "2026-04", to: "2026-04-30", closedAt: new Date("2026-05-03T02:00:00Z") },
  ];
  const late = new Date("2026-05-10T02:00:00Z");

  it.each([
    [["2026-04-30"], late, "2026-04"],
    [["2026-03-31"], late, "2026-03"],
    [["2026-05-01"], late, null],
    // submitted in May, said to have been done in April
    [["2026-05-08", "2026-04-29"], late, "2026-04"],
    // April was open still
    [["2026-04-20"], new Date("2026-05-02T02:00:00Z"), null],
    // long before any closing, and before the first closed month
    [["2026-02-10"], late, "2026-03"],
  ] as const)("%j at %s belongs to %s", (dates, at, month) => {
    expect(closedMonthOf(dates, at, closed)).toBe(month);
  });
});

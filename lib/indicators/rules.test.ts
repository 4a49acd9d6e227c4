import { describe, expect, test } from "vitest";
import { addMonths, type CivilMonth } from "#lib/core/dates.ts";
import {
  aggregate,
  expectedShare,
  figureOf,
  judgementOf,
  progressOf,
  yearToDateOf,
} from "./rules.ts";
import type { IndicatorValue, Target, TargetProgress } from "./schema.ts";

function reported(month: CivilMonth, value: number, more: Partial<IndicatorValue> = {}) {
  return {
    month,
    state: "REPORTED",
    value,
    numerator: null,
    denominator: null,
    cumulative: false,
    demonstration: false,
    ...more,
  } satisfies IndicatorValue;
}

function silent(month: CivilMonth, state: "NOT_REPORTED" | "NOTHING_AROSE"): IndicatorValue {
  return { ...reported(month, 0), state, value: null };
}

const parts = (numerator: number, denominator: number) => ({
  value: (numerator / denominator) * 100,
  numerator,
  denominator,
});

test("a percentage comes from its parts, not from what was typed", () => {
  const typed = { unit: "%", value: 10, numerator: 29, denominator: 29 };
  expect(figureOf(typed)).toBe(100);
  expect(figureOf({ ...typed, denominator: null })).toBe(10);
  expect(figureOf({ ...typed, unit: "vụ" })).toBe(10);
});

test("months add up, zero among them, and those not reported are counted as missing", () => {
  const months = [
    reported("2026-01", 5),
    silent("2026-02", "NOT_REPORTED"),
    reported("2026-03", 0),
    silent("2026-04", "NOTHING_AROSE"),
  ];
  expect(aggregate("SUM", months)).toEqual({ value: 5, missing: 1 });
  expect(aggregate("LAST", months)).toEqual({ value: 0, missing: 1 });
  expect(aggregate("SUM", [silent("2026-01", "NOT_REPORTED")])).toEqual({
    value: null,
    missing: 1,
  });
});

test("a value that covers the year so far replaces the months before it", () => {
  const months = [
    reported("2026-01", 5),
    reported("2026-02", 12, { cumulative: true }),
    reported("2026-03", 3),
  ];
  expect(aggregate("SUM", months).value).toBe(15);
});

test("a ratio divides the sums, and percentages without parts are not put together", () => {
  const january = reported("2026-01", 0, parts(1, 2));
  const february = reported("2026-02", 0, parts(9, 10));
  expect(aggregate("RATIO", [january, february]).value).toBeCloseTo((10 / 12) * 100);
  expect(aggregate("RATIO", [january, reported("2026-02", 100)]).value).toBeNull();
  expect(aggregate("RATIO", [reported("2026-02", 100)]).value).toBe(100);
  expect(aggregate("RATIO", []).value).toBeNull();
});

test("a year begins anew in January", () => {
  const history = ["2025-11", "2025-12", "2026-01", "2026-02"].map((month, index) =>
    reported(month as CivilMonth, index + 1),
  );
  const sums = yearToDateOf("SUM", history, ["2025-12", "2026-01", "2026-02"]);
  expect(sums.map(({ value }) => value)).toEqual([3, 3, 7]);
});

const target: Target = {
  code: "T",
  name: "",
  nameEn: "",
  indicatorCode: "I",
  span: "QUARTER",
  startMonth: "2026-04",
  comparator: "GE",
  value: 17,
  unit: "%",
  baseline: null,
};
const history = Array.from({ length: 9 }, (_, index) => {
  const month = addMonths("2026-01", index);
  return reported(month, 3 * (index + 1), { cumulative: true });
});
const measured = {
  unit: "%",
  aggregation: "LAST",
  departmentCode: "BAN_QLDA",
  sectorCode: "DAU_TU_CONG",
  history,
} as const;

test.each([
  ["before its span", "2026-03", target, null, null],
  ["within its span", "2026-04", target, "NOT_YET", 12],
  ["at the end of its span", "2026-06", target, "MET", 18],
  [
    "after its span, where later months do not help",
    "2026-09",
    { ...target, value: 19 },
    "MISSED",
    18,
  ],
  ["greater than", "2026-06", { ...target, comparator: "GT", value: 18 }, "MISSED", 18],
  ["exactly", "2026-05", { ...target, comparator: "EQ", value: 15 }, "MET", 15],
  [
    "at most, not held but still moving",
    "2026-05",
    { ...target, comparator: "LE", value: 14 },
    "NOT_YET",
    15,
  ],
  ["less than, held", "2026-05", { ...target, comparator: "LT", value: 16 }, "MET", 15],
  ["in words", "2026-06", { ...target, comparator: "QUALITATIVE", value: null }, null, null],
  ["in another unit", "2026-06", { ...target, unit: "tỷ đồng" }, null, null],
] as const)("a target %s", (_, month, goal, standing, actual) => {
  const progress = progressOf(goal, month, measured);
  expect(progress.standing).toBe(standing);
  expect(progress.actual?.value ?? null).toBe(actual);
});

test("a sum that has passed its upper bound cannot come back under it", () => {
  const months = [reported("2026-04", 20), reported("2026-05", 1)];
  const sums = { ...measured, aggregation: "SUM", history: months } as const;
  const limit = { ...target, comparator: "LE", value: 17 } as const;
  expect(progressOf(limit, "2026-05", sums).standing).toBe("MISSED");
});

test("a target without an indicator, or measured by sums of more than its span, is not judged", () => {
  expect(progressOf(target, "2026-06", null)).toMatchObject({ actual: null, standing: null });
  expect(progressOf(target, "2026-06", { ...measured, aggregation: "SUM" }).actual).toBeNull();
});

const yearly: Target = { ...target, span: "YEAR", startMonth: "2026-01", value: 120, unit: "vụ" };
const added = { ...measured, unit: "vụ", aggregation: "SUM" } as const;
const standingAt = (values: readonly number[], goal: Target = yearly): TargetProgress => {
  const months = values.map((value, index) => reported(addMonths("2026-01", index), value));
  return progressOf(goal, months.at(-1)?.month ?? "2026-01", { ...added, history: months });
};

test("an even pace reaches a third of a year's sum by April, and none is asked of what shall be less", () => {
  expect(expectedShare(standingAt([10, 10, 10, 10]), "SUM")).toBeCloseTo(4 / 12);
  expect(expectedShare(standingAt([10], { ...yearly, comparator: "LE" }), "SUM")).toBeNull();
  expect(expectedShare(standingAt([10, 10, 10, 10]), "LAST")).toBeNull();
});

describe("the light of a month", () => {
  const lit = (
    direction: "UP" | "DOWN" | "NONE",
    now: number | null,
    { yearBefore, before }: { yearBefore?: number; before?: number } = {},
    targets: readonly TargetProgress[] = [],
  ) => {
    const value = (given: number | null | undefined) =>
      given === undefined || given === null
        ? silent("2026-04", "NOT_REPORTED")
        : reported("2026-04", given);
    const found = judgementOf(
      {
        code: "I",
        direction,
        aggregation: "SUM",
        months: [value(before), value(now)],
        yearBefore: [value(yearBefore)],
      },
      targets,
    );
    return found && `${found.light} ${found.by}`;
  };

  test("follows the direction against the year before, else the month before", () => {
    expect(lit("UP", 100, { yearBefore: 100, before: 500 })).toBe("GOOD YEAR_BEFORE");
    expect(lit("UP", 90, { yearBefore: 100 })).toBe("WATCH YEAR_BEFORE");
    expect(lit("UP", 89, { yearBefore: 100 })).toBe("BAD YEAR_BEFORE");
    expect(lit("DOWN", 89, { yearBefore: 100 })).toBe("GOOD YEAR_BEFORE");
    expect(lit("DOWN", 111, { before: 100 })).toBe("BAD MONTH_BEFORE");
    expect(lit("DOWN", 1, { before: 0 })).toBe("BAD MONTH_BEFORE");
    expect(lit("UP", 0, { yearBefore: 0 })).toBe("GOOD YEAR_BEFORE");
  });

  test("is out where nothing says what is good", () => {
    expect(lit("NONE", 1, { yearBefore: 2 })).toBeNull();
    expect(lit("UP", 1)).toBeNull();
    expect(lit("UP", null, { yearBefore: 2 })).toBeNull();
  });

  test("is the target's where there is one, by its pace while there is time", () => {
    expect(lit("NONE", 10, {}, [standingAt([40, 30, 30, 30])])).toBe("GOOD TARGET");
    expect(lit("UP", 10, { yearBefore: 1 }, [standingAt([10, 10, 10, 9])])).toBe("WATCH PACE");
    expect(lit("UP", 10, { yearBefore: 99 }, [standingAt([10, 10, 10, 10])])).toBe("GOOD PACE");
    const missed = standingAt(Array.from({ length: 12 }, () => 9));
    expect(lit("UP", 10, {}, [missed])).toBe("BAD TARGET");
    const monthly = standingAt([10], { ...yearly, span: "MONTH", value: 10 });
    expect(lit("UP", 10, {}, [standingAt([9]), monthly])).toBe("GOOD TARGET");
    expect(lit("UP", 10, { yearBefore: 9 }, [{ ...missed, indicatorCode: "J" }])).toBe(
      "GOOD YEAR_BEFORE",
    );
  });
});

import { expect, test } from "vitest";
import { addMonths, type CivilMonth } from "#lib/core/dates.ts";
import { aggregate, figureOf, progressOf, yearToDateOf } from "./rules.ts";
import type { IndicatorValue, Target } from "./schema.ts";

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

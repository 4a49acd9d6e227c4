import { describe, expect, it, test } from "vitest";
import type { CivilDate } from "#lib/core/dates.ts";
import {
  areFractions,
  monthNamedIn,
  readIndicatorValue,
  readMonth,
  readNumber,
  readPercent,
} from "./numbers.ts";

const problem = (name: string) => ({
  problem: expect.objectContaining({ key: `imports.problems.${name}` }),
});

test.each([
  ["1.408", 1408],
  ["97,2", 97.2],
  ["97,2 %", 97.2],
  [1408, 1408],
  [0.1 + 0.2, 0.3],
  [{ percent: 97.18309859 }, 97.1831],
  ["-", null],
  [null, null],
  ["0", 0],
])("%j is the number %s", (cell, value) => {
  expect(readNumber(cell)).toEqual({ value });
});

test.each([
  ["15.78", "number.dotAsDecimal"],
  ["1,408,000", "number.commaAsGroup"],
  ["97,12345", "number.tooManyDecimals"],
  ["khoảng 20", "number.notANumber"],
  [1e12, "number.tooLarge"],
  [{ day: "2026-05-15" as CivilDate }, "number.notANumber"],
  [{ fault: "#DIV/0!" }, "fault"],
])("%j is no number: %s", (cell, name) => {
  expect(readNumber(cell)).toEqual(problem(name));
});

describe("progress", () => {
  const whole = { fractions: false };

  test.each([
    ["85%", 85],
    ["85 %", 85],
    ["85", 85],
    [85, 85],
    ["85,5", 86],
    ["85,4%", 85],
    [{ percent: 85 }, 85],
    [{ percent: 0.4 }, 1],
    [99.9, 99],
    [100, 100],
    [0, 0],
    ["17/20", 85],
    [null, null],
    ["-", null],
  ])("%j is %s", (cell, value) => {
    expect(readPercent(cell, whole)).toEqual({ value });
  });

  it("may stand in fractions of 1 in the whole column", () => {
    expect(readPercent(0.85, { fractions: true })).toEqual({ value: 85 });
    expect(readPercent(0.29, { fractions: true })).toEqual({ value: 29 });
    expect(readPercent("0,4", { fractions: true })).toEqual({ value: 40 });
    expect(readPercent(1, { fractions: true })).toEqual({ value: 100 });
    expect(readPercent("85%", { fractions: true })).toEqual({ value: 85 });
    expect(readPercent({ percent: 85 }, { fractions: true })).toEqual({ value: 85 });
    expect(areFractions([0, 0.5, 1, null])).toBe(true);
    expect(areFractions([0, 1])).toBe(true);
    expect(areFractions([0, 0])).toBe(false);
    expect(areFractions([1, 40])).toBe(false);
    expect(areFractions(["100%", "1%"])).toBe(false);
    expect(areFractions([{ percent: 1 }])).toBe(false);
  });

  test.each([
    ["120%", "percentOutOfRange"],
    [-1, "percentOutOfRange"],
    ["5/0", "percentOutOfRange"],
    ["gần xong", "notAPercent"],
    ["85.5", "notAPercent"],
    [{ fault: "#N/A" }, "fault"],
  ])("%j is refused: %s", (cell, name) => {
    expect(readPercent(cell, whole)).toEqual(problem(name));
  });
});

test.each([
  ["04/2026"],
  ["4/2026"],
  ["T4/2026"],
  ["Tháng 4 năm 2026"],
  ["tháng 04/2026"],
  ["2026-04"],
  ["04-2026"],
  ["Kỳ tháng 4/2026"],
  ["30/4/2026"],
  [{ day: "2026-04-01" as CivilDate }],
  [46113],
])("%j is the month 2026-04", (cell) => {
  expect(readMonth(cell)).toEqual({ value: "2026-04" });
});

it("takes a month without its year only where a year is given", () => {
  expect(readMonth("Tháng 4", 2026)).toEqual({ value: "2026-04" });
  expect(readMonth(4, 2026)).toEqual({ value: "2026-04" });
  expect(readMonth(4)).toEqual(problem("notAMonth"));
  expect(readMonth("13/2026")).toEqual(problem("notAMonth"));
  expect(readMonth("Quý II/2026")).toEqual(problem("notAMonth"));
  expect(readMonth(null)).toEqual({ value: null });
});

it("finds the one month that a heading names", () => {
  expect(monthNamedIn("Thực hiện tháng 4/2026")).toBe("2026-04");
  expect(monthNamedIn("BIỂU SỐ LIỆU THÁNG 04 NĂM 2026")).toBe("2026-04");
  expect(monthNamedIn("So tháng 3/2026 và tháng 4/2026")).toBeNull();
  expect(monthNamedIn("Thực hiện")).toBeNull();
});

it("never mixes up 0, nothing arose and not reported", () => {
  expect(readIndicatorValue(0)).toEqual({ value: { value: 0 } });
  expect(readIndicatorValue("không phát sinh")).toEqual({ value: { state: "NOTHING_AROSE" } });
  expect(readIndicatorValue("chưa báo cáo")).toEqual({ value: { state: "NOT_REPORTED" } });
  expect(readIndicatorValue(null)).toEqual({ value: null });
  expect(readIndicatorValue("nhiều")).toEqual(problem("number.notANumber"));
});

import { describe, expect, test } from "vitest";
import {
  enteredFigure,
  isComputed,
  type Measure,
  problemsOf,
  unusualOf,
  usualOf,
  usualRangeOf,
} from "./entry.ts";
import type { EnteredValue } from "./schema.ts";

const COUNT: Measure = { unit: "hồ sơ", aggregation: "SUM" };
const SHARE: Measure = { unit: "%", aggregation: "RATIO" };
const AGAINST_PLAN: Measure = { unit: "%", aggregation: "LAST" };
const POINTS: Measure = { unit: "điểm %", aggregation: "LAST" };

const nothing = { value: null, numerator: null, denominator: null };
const value = (given: number): EnteredValue => ({ ...nothing, state: "REPORTED", value: given });
const parts = (numerator: number | null, denominator: number | null): EnteredValue => ({
  state: "REPORTED",
  value: null,
  numerator,
  denominator,
});

describe("what can be entered", () => {
  test.each<[string, Measure, EnteredValue, string[]]>([
    ["a count", COUNT, value(1408), []],
    ["0 is a value", COUNT, value(0), []],
    ["no number at all", COUNT, { ...nothing, state: "REPORTED" }, ["value valueMissing"]],
    ["a negative count", COUNT, value(-1), ["value negative"]],
    ["a negative difference", POINTS, value(-0.1), []],
    ["more decimals than are kept", COUNT, value(0.12345), ["value notKept"]],
    ["parts of a count", COUNT, parts(1, 2), ["numerator noParts"]],
    ["a share", SHARE, parts(138, 142), []],
    ["nobody of some", SHARE, parts(0, 142), []],
    ["a typed percentage", SHARE, value(97.1), ["value percentageTyped"]],
    ["a typed rate against a plan", AGAINST_PLAN, value(12.01), ["value percentageTyped"]],
    ["half a share", SHARE, parts(138, null), ["denominator denominatorMissing"]],
    ["the other half", SHARE, parts(null, 142), ["numerator numeratorMissing"]],
    ["of nothing", SHARE, parts(0, 0), ["denominator denominatorNotPositive"]],
    ["of less than nothing", SHARE, parts(1, -2), ["denominator denominatorNotPositive"]],
    ["more than the whole", SHARE, parts(143, 142), ["numerator moreThanWhole"]],
    ["a negative part", SHARE, parts(-1, 142), ["numerator negative"]],
    ["more than the plan", AGAINST_PLAN, parts(110.9, 100), []],
    ["less than the base", AGAINST_PLAN, parts(-3, 100), []],
    ["nothing arose", SHARE, { ...nothing, state: "NOTHING_AROSE" }, []],
    ["not reported", SHARE, { ...nothing, state: "NOT_REPORTED" }, []],
    [
      "nothing arose, and 3",
      COUNT,
      { ...nothing, state: "NOTHING_AROSE", value: 3 },
      ["value numberWithoutReport"],
    ],
  ])("%s", (_, measure, entered, expected) => {
    const problems = problemsOf(measure, entered).map(({ part, problem }) => `${part} ${problem}`);
    expect(problems).toEqual(expected);
  });

  test("a percentage is computed and not rounded", () => {
    expect(isComputed(AGAINST_PLAN)).toBe(true);
    expect(enteredFigure(SHARE, parts(138, 142))).toBe((138 / 142) * 100);
    expect(enteredFigure(COUNT, value(7))).toBe(7);
    expect(enteredFigure(COUNT, { ...nothing, state: "NOTHING_AROSE" })).toBeNull();
  });
});

describe("what is unusual", () => {
  const past = (...values: number[]) => values.map(value);
  const asked = (given: number, ...values: number[]) =>
    unusualOf(COUNT, value(given), usualOf(COUNT, past(...values)));

  test("ten times as much, or a tenth of it, is asked about", () => {
    const months = [1408, 1290, 1511, 1350, 1466];
    expect(asked(1400, ...months)).toBeNull();
    expect(asked(1700, ...months)).toBeNull();
    expect(asked(14080, ...months)).toEqual({ part: "value", problem: "unusual", median: 1408 });
    expect(asked(141, ...months)).toMatchObject({ problem: "unusual" });
  });

  test("fewer than four reported months say nothing", () => {
    expect(asked(99999, 1, 2, 3)).toBeNull();
    const silent = { ...nothing, state: "NOTHING_AROSE" } as const;
    expect(usualOf(COUNT, [silent, ...past(1, 2, 3), silent]).figure).toBeNull();
  });

  test("small counts scatter, equal ones too", () => {
    expect(asked(3, 0, 0, 0, 0, 0)).toBeNull();
    expect(asked(4, 0, 0, 0, 0, 0)).toMatchObject({ problem: "unusual", median: 0 });
    expect(asked(9, 7, 7, 7, 7)).toBeNull();
    expect(asked(70, 7, 7, 7, 7)).not.toBeNull();
  });

  test("one wild month among the twelve does not widen what is usual", () => {
    const range = usualRangeOf([10, 11, 9, 10, 12, 1000], true);
    expect(range?.high).toBeLessThan(30);
  });

  test("a figure that grows month by month is not", () => {
    expect(asked(13, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)).toBeNull();
    expect(asked(1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12)).toBeNull();
  });

  test("only the last twelve reported months count", () => {
    const old = Array.from({ length: 12 }, () => 5000);
    const recent = Array.from({ length: 12 }, (_, index) => 50 + index);
    expect(asked(5000, ...old, ...recent)).not.toBeNull();
  });

  test("decimals where there never were any: 1,408 for 1.408", () => {
    expect(asked(1.408, 0, 1, 2, 3)).toEqual({
      part: "value",
      problem: "unusuallyPrecise",
      median: 1.5,
    });
    expect(unusualOf(COUNT, value(1.5), usualOf(COUNT, past(1.2, 1, 2, 1)))).toBeNull();
  });

  test("a share is judged by its percentage, and by its denominator", () => {
    const months = [parts(93, 100), parts(95, 102), parts(90, 98), parts(97, 101)];
    const usual = usualOf(SHARE, months);
    const of = (numerator: number, denominator: number) =>
      unusualOf(SHARE, parts(numerator, denominator), usual);
    expect(of(94, 100)).toBeNull();
    expect(of(50, 100)).toMatchObject({ part: "numerator", problem: "unusual" });
    expect(of(940, 1000)).toMatchObject({ part: "denominator", median: 100.5 });
  });
});

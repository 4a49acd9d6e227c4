import { expect, test } from "vitest";
import type { CivilDate } from "#lib/core/dates.ts";
import { readTerm } from "./term.ts";

const FRIDAY = "2026-11-20" as CivilDate;
const UNTIL = "2026-12-07" as CivilDate;
const calendar = new Map<CivilDate, boolean>([["2026-11-24" as CivilDate, false]]);

test.each([
  ["trong 10 ngày làm việc", "2026-12-07"],
  ["1 ngày làm việc", "2026-11-23"],
  ["2 NLV", "2026-11-25"],
  ["10 ngay", "2026-11-30"],
  ["5 working days", "2026-11-30"],
  ["100 ngày", "2027-02-28"],
])("%s", (text, day) => {
  expect(readTerm(text, FRIDAY, calendar, UNTIL)).toBe(day);
});

test.each(["", "mười ngày", "10", "15/5", "1000 ngày", "11 ngày làm việc", "999 nlv"])(
  "%s is no term",
  (text) => {
    expect(readTerm(text, FRIDAY, calendar, UNTIL)).toBeNull();
  },
);

import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { addDays, type CivilDate } from "#lib/core/dates.ts";
import type { ReadCell } from "#lib/core/spreadsheet/schema.ts";
import { readDay } from "./days.ts";

const deadline = (cell: ReadCell) => readDay(cell, { context: "deadline", year: 2026 });
const date = (cell: ReadCell) => readDay(cell, { context: "date", year: 2026 });
const problem = (name: string) => ({
  problem: expect.objectContaining({ key: `imports.problems.${name}` }),
});

test.each([
  ["15/05/2026"],
  ["15/5/2026"],
  ["15/5/26"],
  ["15-5-2026"],
  ["15.5.2026"],
  ["15 / 5 / 2026"],
  ["2026-05-15"],
  ["2026-05-15T00:00:00"],
  ["15/05/2026 17:00"],
  ["15052026"],
  ["20260515"],
  ["15/5"],
  ["15-5"],
  ["15-May-26"],
  [46157],
  [46157.71],
  [15052026],
  [{ day: "2026-05-15" as CivilDate }],
])("%j is a plain day, with nothing else said", (cell) => {
  expect(deadline(cell)).toEqual({ day: "2026-05-15", wording: null });
  expect(date(cell)).toEqual({ day: "2026-05-15", wording: null });
});

test.each([
  ["ngày 15 tháng 5 năm 2026", "2026-05-15"],
  ["15 tháng 5", "2026-05-15"],
  ["Ngày 15/5/2026", "2026-05-15"],
  ["17h00 ngày 15/5/2026", "2026-05-15"],
  ["thứ Sáu, ngày 15/5/2026", "2026-05-15"],
])("%j is a day said in words", (text, day) => {
  expect(deadline(text)).toEqual({ day, wording: text });
  expect(date(text)).toEqual({ day, wording: text });
});

describe("the last day of what a deadline names", () => {
  test.each([
    ["trước ngày 15/5", "2026-05-15"],
    ["Trước ngày 15/5/2026", "2026-05-15"],
    ["trước 15/5/2026", "2026-05-15"],
    ["Trước 17h ngày 15/5/2026", "2026-05-15"],
    ["Trước 17:00 ngày 15/5", "2026-05-15"],
    ["trong ngày 15/5", "2026-05-15"],
    ["đến hết ngày 15/5/2026", "2026-05-15"],
    ["Chậm nhất ngày 15/5/2026", "2026-05-15"],
    ["Chậm nhất là ngày 15 tháng 5 năm 2026", "2026-05-15"],
    ["không quá ngày 15/5/2026", "2026-05-15"],
    ["Hoàn thành trước ngày 15/5", "2026-05-15"],
    ["Báo cáo trước ngày 15.5.2026", "2026-05-15"],
    ["15/5/2026 (gia hạn lần 1)", "2026-05-15"],
    ["từ 01/5/2026 đến 15/5/2026", "2026-05-15"],
    ["Từ ngày 1/5 đến hết ngày 15/5/2026", "2026-05-15"],
    ["01/5 - 15/5/2026", "2026-05-15"],
    ["10-15/5/2026", "2026-05-15"],
    ["trong tháng 6/2026", "2026-06-30"],
    ["Tháng 6/2026", "2026-06-30"],
    ["tháng 06 năm 2026", "2026-06-30"],
    ["T6/2026", "2026-06-30"],
    ["06/2026", "2026-06-30"],
    ["cuối tháng 6", "2026-06-30"],
    ["hết tháng 2/2028", "2028-02-29"],
    ["trung tuần tháng 6/2026", "2026-06-20"],
    ["thượng tuần tháng 6", "2026-06-10"],
    ["hạ tuần tháng 6", "2026-06-30"],
    ["nửa đầu tháng 6/2026", "2026-06-15"],
    ["Quý II/2026", "2026-06-30"],
    ["quý 2 năm 2026", "2026-06-30"],
    ["trong quý III", "2026-09-30"],
    ["Hoàn thành trong Quý IV/2026", "2026-12-31"],
    ["Q1/2027", "2027-03-31"],
    ["6 tháng đầu năm 2026", "2026-06-30"],
    ["6 tháng cuối năm", "2026-12-31"],
    ["9 tháng đầu năm 2026", "2026-09-30"],
    ["năm 2026", "2026-12-31"],
    ["hết năm 2026", "2026-12-31"],
    ["trong năm", "2026-12-31"],
    ["2027", "2027-12-31"],
    ["giai đoạn 2026-2030", "2030-12-31"],
  ])("of %j is %s, and the wording is kept", (text, day) => {
    expect(deadline(text)).toEqual({ day, wording: text });
    expect(deadline(text.toUpperCase())).toEqual({ day, wording: text.toUpperCase() });
    expect(deadline(text.normalize("NFD"))).toMatchObject({ day });
  });

  it("is the year's for a year as a number", () => {
    expect(deadline(2026)).toEqual({ day: "2026-12-31", wording: "2026" });
    expect(date(2026)).toEqual(problem("notADay"));
  });
});

test.each([
  "Thường xuyên",
  "thường xuyên, liên tục",
  "Thường xuyên trong năm 2026",
  "hằng tháng",
  "Hàng quý",
  "định kỳ hằng tuần",
  "Không thời hạn",
  "Không có thời hạn",
  "Theo kế hoạch",
])("%j is no deadline, in its own words", (text) => {
  expect(deadline(text)).toEqual({ day: null, wording: text });
});

test.each([["-"], ["–"], ["…"], [null]])("%j is no day and says nothing", (cell) => {
  expect(deadline(cell)).toEqual({ day: null, wording: null });
  expect(date(cell)).toEqual({ day: null, wording: null });
});

test.each([
  ["31/02/2026", "noSuchDay"],
  ["30/2/2026", "noSuchDay"],
  ["29/02/2026", "noSuchDay"],
  ["trước ngày 31/4", "noSuchDay"],
  ["32/13/2026", "noSuchDay"],
  ["00/05/2026", "noSuchDay"],
  ["tháng 13/2026", "noSuchDay"],
  ["05/15/2026", "monthBeforeDay"],
  ["trước ngày 05/15/2026", "monthBeforeDay"],
  ["15/5/1999", "yearOutOfRange"],
  ["15/5/2101", "yearOutOfRange"],
  ["15/5/0206", "yearOutOfRange"],
  ["tháng 6/1998", "yearOutOfRange"],
  ["15/5/2026; 20/6/2026", "severalDays"],
  ["lần 1: 15/5, lần 2: 20/6", "severalDays"],
  ["sau 10 ngày kể từ ngày 15/5/2026", "relativeDay"],
  ["05 ngày làm việc", "relativeDay"],
  ["trong vòng 15 ngày", "relativeDay"],
  ["31/12 hằng năm", "repeatingDay"],
  ["ngày 25 hằng tháng", "repeatingDay"],
  ["trước ngày 20 hàng tháng", "repeatingDay"],
  ["đầu tháng 6", "notADeadline"],
  ["giữa tháng 6/2026", "notADeadline"],
  // It may mean the end of May as well as that of June.
  ["trước tháng 6/2026", "notADeadline"],
  ["tuần 2 tháng 6", "notADeadline"],
  ["khẩn trương", "notADeadline"],
  ["123/UBND-VP ngày 15/5/2026", "notADeadline"],
  ["VB 12 ngày 15/5/2026", "notADeadline"],
  ["Phòng Kinh tế", "notADeadline"],
  [12, "notADeadline"],
  [0, "notADeadline"],
  [true, "notADeadline"],
  [{ percent: 40 }, "notADeadline"],
  [{ fault: "#REF!" }, "fault"],
  [20_001, "yearOutOfRange"],
])("%j is refused as %s", (cell, name) => {
  expect(deadline(cell)).toEqual(problem(name));
});

it("says which day was meant where the month stands first", () => {
  expect(deadline("05/15/2026")).toEqual({
    problem: {
      key: "imports.problems.monthBeforeDay",
      values: { text: "05/15/2026", meant: "15/05/2026" },
    },
  });
});

it("never takes the month for the day", () => {
  expect(deadline("03/04/2026")).toEqual({ day: "2026-04-03", wording: null });
});

test.each([
  ["tháng 6/2026", "notADay"],
  ["Quý II/2026", "notADay"],
  ["hằng tháng", "notADay"],
  ["31/02/2026", "noSuchDay"],
])("a date that is no deadline cannot be %j", (text, name) => {
  expect(date(text)).toEqual(problem(name));
});

it("takes “not yet” for no day", () => {
  expect(date("Chưa hoàn thành")).toEqual({ day: null, wording: "Chưa hoàn thành" });
});

const days = fc.integer({ min: 0, max: 36_000 }).map((count) => addDays("2000-01-01", count));

it("reads every day in every way of writing it", () => {
  fc.assert(
    fc.property(days, fc.constantFrom("/", ".", "-"), fc.boolean(), (day, mark, short) => {
      const [year = "", month = "", number = ""] = day.split("-");
      const [d, m] = short ? [Number(number), Number(month)] : [number, month];
      expect(deadline(`${d}${mark}${m}${mark}${year}`)).toEqual({ day, wording: null });
      expect(deadline({ day })).toEqual({ day, wording: null });
      expect(deadline(`ngày ${d} tháng ${m} năm ${year}`)).toMatchObject({ day });
      expect(deadline(`trước ngày ${d}/${m}/${year}`)).toMatchObject({ day });
    }),
  );
});

it("answers every text, and only with days from 2000 to 2100", () => {
  const words = fc.constantFrom(
    "trước",
    "ngày",
    "tháng",
    "quý",
    "năm",
    "6",
    "31",
    "2026",
    "/",
    "II",
    "hết",
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(words).map((all) => all.join(" ")),
      ),
      (text) => {
        const reading = deadline(text);
        if ("day" in reading && reading.day !== null) {
          expect(reading.day >= "2000-01-01" && reading.day <= "2100-12-31").toBe(true);
        }
      },
    ),
  );
});

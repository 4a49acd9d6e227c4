import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, civilDate } from "../dates.ts";
import { meaningOfBuiltIn, meaningOfCode, numberCell } from "./formats.ts";

describe("the meaning of a format", () => {
  it.each([
    "dd/mm/yyyy",
    "[$-42A]dd/mm/yyyy",
    '"ngày" dd "tháng" mm',
    '"Ngày "d\\-m\\-yy;@',
    "[Red]mm/yyyy",
    "hh:mm dd/mm",
    "mmm",
    "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
  ])("%s is a day", (code) => expect(meaningOfCode(code)).toBe("day"));

  it.each([
    "General",
    "@",
    "#,##0",
    '#,##0 "đồng/ngày"',
    "0.00E+00",
    "[h]:mm",
    "[h]:mm:ss",
    "[mm]:ss",
    "h:mm AM/PM",
    "mm:ss.0",
    '_-* #,##0\\ "d"_-;\\-* #,##0_-',
    "[Red]0",
    '0;0;"dd"',
  ])("%s is a number", (code) => expect(meaningOfCode(code)).toBe("number"));

  it.each(["0%", "0.00%;[Red]-0.00%"])("%s is a percentage", (code) => {
    expect(meaningOfCode(code)).toBe("percent");
  });

  it("goes by the number of those that stand in no file", () => {
    expect([0, 9, 10, 14, 18, 20, 22, 45, 49].map(meaningOfBuiltIn)).toEqual([
      "number",
      "percent",
      "percent",
      "day",
      "number",
      "number",
      "day",
      "number",
      "number",
    ]);
  });
});

describe("a number", () => {
  it("is the day so many days on, in both ways of counting and at any hour", () => {
    const hours = fc.double({ min: 0, max: 0.99999, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 400_000 }), hours, (days, hour) => {
        const day = addDays(civilDate("1900-03-01"), days - 61);
        expect(numberCell(days + hour, "day", false)).toEqual({ day });
        if (days >= 1462) expect(numberCell(days - 1462 + hour, "day", true)).toEqual({ day });
      }),
    );
  });

  it("is no day before 1900, on the 29 February that was none, and after 2999", () => {
    const fault = { fault: "########" };
    for (const serial of [-1, 0, 0.5, 60, 401_769]) {
      expect(numberCell(serial, "day", false)).toEqual(fault);
    }
    expect(numberCell(1, "day", false)).toEqual({ day: "1900-01-01" });
    expect(numberCell(61, "day", false)).toEqual({ day: "1900-03-01" });
    expect(numberCell(401_768, "day", false)).toEqual({ day: "2999-12-31" });
  });

  it("is the percentage that is shown", () => {
    expect(numberCell(0.07, "percent", false)).toEqual({ percent: 7 });
    expect(numberCell(0.285, "percent", false)).toEqual({ percent: 28.5 });
    expect(numberCell(1.15, "percent", false)).toEqual({ percent: 115 });
  });
});

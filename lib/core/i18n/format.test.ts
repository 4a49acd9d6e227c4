import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  catalogueName,
  deadlineDistance,
  formatCivilDate,
  formatDayAndMonth,
  formatMonth,
  formatMonthTitle,
  formatNumber,
  formatRate,
  formatRateNumber,
} from "./format.ts";

/** Tenths of a percent of n/d, rounded half up in whole numbers only. */
function tenthsOfPercent(numerator: number, denominator: number): bigint {
  return (2000n * BigInt(numerator) + BigInt(denominator)) / (2n * BigInt(denominator));
}

describe("formatRate", () => {
  it("shows one decimal, rounded half up", () => {
    expect(formatRate(138 / 142, "vi")).toBe("97,2\u00a0%");
    expect(formatRate(0.9715, "vi")).toBe("97,2\u00a0%");
    expect(formatRate(0.00049, "vi")).toBe("0,0\u00a0%");
    expect(formatRate(0.0005, "vi")).toBe("0,1\u00a0%");
    expect(formatRate(1, "vi")).toBe("100,0\u00a0%");
    expect(formatRate(1 / 3_000_000, "vi")).toBe("0,0\u00a0%");
    expect(formatRate(0.9715, "en")).toBe("97.2%");
  });

  it("shows a dash where there is nothing to divide by", () => {
    expect(formatRate(null, "vi")).toBe("—");
    expect(formatRateNumber(null, "vi")).toBe("—");
  });

  it("leaves the sign out where the unit stands apart", () => {
    expect(formatRateNumber(0.71, "vi")).toBe("71,0");
    expect(formatRateNumber(0.71, "en")).toBe("71.0");
  });

  it("agrees with whole-number arithmetic for every rate, exact halves included", () => {
    const rates = fc
      .integer({ min: 1, max: 2_000_000 })
      .chain((denominator) =>
        fc.tuple(fc.integer({ min: 0, max: denominator }), fc.constant(denominator)),
      );
    const halves = fc
      .integer({ min: 0, max: 999 })
      .map((tenths): [number, number] => [2 * tenths + 1, 2000]);
    fc.assert(
      fc.property(fc.oneof(rates, halves), ([numerator, denominator]) => {
        const digits = tenthsOfPercent(numerator, denominator).toString().padStart(2, "0");
        const expected = `${digits.slice(0, -1)}.${digits.slice(-1)}%`;
        expect(formatRate(numerator / denominator, "en")).toBe(expected);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("formatNumber", () => {
  it("groups and marks decimals as the language does", () => {
    expect(formatNumber(1234.5, "vi", 1)).toBe("1.234,5");
    expect(formatNumber(1234.5, "en", 1)).toBe("1,234.5");
    expect(formatNumber(1_234_567, "vi")).toBe("1.234.567");
    expect(formatNumber(1000, "vi")).toBe("1.000");
  });

  it("rounds half up by the decimal that is written, not by the binary number", () => {
    expect(formatNumber(1.005, "en", 2)).toBe("1.01");
    expect(formatNumber(97.15, "vi", 1)).toBe("97,2");
    expect(formatNumber(-0.25, "vi", 1)).toBe("-0,3");
  });
});

describe("dates", () => {
  it("are written day first", () => {
    expect(formatCivilDate("2026-04-05")).toBe("05/04/2026");
    expect(formatCivilDate(null)).toBe("—");
    expect(formatDayAndMonth("2026-04-05")).toBe("05/04");
    expect(formatMonth("2026-04")).toBe("04/2026");
    expect(formatMonthTitle("2026-04", "vi")).toBe("Tháng 04/2026");
    expect(formatMonthTitle("2026-12", "en")).toBe("December 2026");
  });

  it("have a distance in days", () => {
    expect(deadlineDistance(3)).toEqual({ key: "left", days: 3 });
    expect(deadlineDistance(0)).toEqual({ key: "today", days: 0 });
    expect(deadlineDistance(-12)).toEqual({ key: "late", days: 12 });
  });
});

describe("catalogueName", () => {
  const field = { name: "Kết luận thanh tra", nameEn: "Inspection conclusions" };

  it("is the name in the language, Vietnamese where there is no other", () => {
    expect(catalogueName(field, "vi")).toBe("Kết luận thanh tra");
    expect(catalogueName(field, "en")).toBe("Inspection conclusions");
    expect(catalogueName({ name: "Khác", nameEn: null }, "en")).toBe("Khác");
  });
});

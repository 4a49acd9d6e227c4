import fc from "fast-check";
import { expect, test } from "vitest";
import { isKept, LARGEST_NUMBER, readTypedNumber, writeTypedNumber } from "./typed-number.ts";

test.each([
  ["0", 0],
  ["1408", 1408],
  ["1.408", 1408],
  [" 1.408 ", 1408],
  ["1.408\u00a0", 1408],
  ["97,1", 97.1],
  ["51,326", 51.326],
  ["1,408", 1.408],
  ["0,5", 0.5],
  ["924,8", 924.8],
  ["20.949,9", 20949.9],
  ["1.234.567,89", 1234567.89],
  ["1234567,8901", 1234567.8901],
  ["-3", -3],
  ["−3,5", -3.5],
  ["–3", -3],
  ["-0", 0],
  ["99999999999", LARGEST_NUMBER],
])("%j is %d", (text, value) => {
  expect(readTypedNumber(text)).toEqual({ ok: true, value });
});

test.each([
  // The report of 04/2026 writes 15.78 and means 1.578.
  ["15.78", "dotAsDecimal"],
  ["97.1", "dotAsDecimal"],
  ["0.123", "dotAsDecimal"],
  ["1,408.5", "dotAsDecimal"],
  ["14.08", "dotAsDecimal"],
  ["1234.567", "dotAsDecimal"],
  ["1,408,000", "commaAsGroup"],
  ["1,408,000.5", "commaAsGroup"],
  ["", "notANumber"],
  ["-", "notANumber"],
  ["không", "notANumber"],
  ["12 người", "notANumber"],
  ["97,1 %", "notANumber"],
  ["1e5", "notANumber"],
  ["0x10", "notANumber"],
  ["Infinity", "notANumber"],
  ["1.408.", "notANumber"],
  ["1.40.800", "notANumber"],
  ["1,", "notANumber"],
  [",5", "notANumber"],
  ["1 408", "notANumber"],
  ["007", "notANumber"],
  ["--3", "notANumber"],
  ["+3", "notANumber"],
  ["1/2", "notANumber"],
  ["１４", "notANumber"],
  ["1,23456", "tooManyDecimals"],
  ["100.000.000.000", "tooLarge"],
])("%j is refused: %s", (text, problem) => {
  expect(readTypedNumber(text)).toEqual({ ok: false, problem });
});

test("what is written is read again", () => {
  expect(writeTypedNumber(1408)).toBe("1.408");
  expect(writeTypedNumber(-20949.9)).toBe("-20.949,9");
  const most = LARGEST_NUMBER * 10_000;
  fc.assert(
    fc.property(fc.integer({ min: -most, max: most }), (tenThousandths) => {
      const value = tenThousandths / 10_000 + 0;
      expect(isKept(value)).toBe(true);
      expect(readTypedNumber(writeTypedNumber(value))).toEqual({ ok: true, value });
    }),
  );
});

test("a machine's number is kept only as it is", () => {
  expect(isKept(0.12345)).toBe(false);
  expect(isKept(1e15)).toBe(false);
  expect(isKept(Number.NaN)).toBe(false);
  expect(isKept(51.326)).toBe(true);
});

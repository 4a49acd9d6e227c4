import { expect, test } from "vitest";
import { readNumber, readNumberWords } from "./numbers.ts";
import { plainTextOf } from "./text.ts";
import { tokensOf } from "./tokens.ts";

const readOf = (written: string) => {
  const read = readNumber(written);
  return read && [Number(read.value.units) / 10 ** read.value.scale, read.form];
};

test.each([
  ["1.408", 1408, "strict"],
  ["12.535", 12_535, "strict"],
  ["1.250.000", 1_250_000, "strict"],
  ["1.234,5", 1234.5, "strict"],
  ["97,1", 97.1, "strict"],
  ["51,326", 51.326, "strict"],
  ["02", 2, "strict"],
  ["0", 0, "strict"],
  ["0,12", 0.12, "strict"],
  ["15.78", 15.78, "dotted"],
  ["97.1", 97.1, "dotted"],
])("%s is %f (%s)", (written, value, form) => {
  expect(readOf(written)).toEqual([value, form]);
});

test.each(["1.23.456", "1,2,3", "012", "0912345678", "1.408.", "", "1".repeat(40), "1.2.3"])(
  "%s is no number",
  (written) => {
    expect(readNumber(written)).toBeNull();
  },
);

test.each([
  ["hai", 2],
  ["bốn", 4],
  ["mười lăm", 15],
  ["hai mươi mốt", 21],
  ["năm mươi", 50],
])("%s is %i", (written, value) => {
  expect(readNumberWords(written.split(" "))?.value).toBe(value);
});

test.each(["năm", "không", "nhiều", ""])("%s alone is none", (written) => {
  expect(readNumberWords([written])).toBeNull();
});

const quantities = (text: string) =>
  tokensOf(plainTextOf(text).text).flatMap(({ quantity }) =>
    quantity ? [[Number(quantity.value.units) / 10 ** quantity.value.scale, quantity.measure]] : [],
  );

test.each([
  ["51,326 tỷ đồng", [[51_326_000_000, "money"]]],
  ["924,8 triệu", [[924_800_000, "money"]]],
  ["97,1 %", [[97.1, "percent"]]],
  ["5 phần trăm", [[5, "percent"]]],
  ["6,3 điểm phần trăm", [[6.3, "points"]]],
  ["182,5 ha", [[182.5, "area"]]],
  ["05 (năm) hồ sơ", [[5, "count"]]],
  ["12 (mười hai) hồ sơ", [[12, "count"]]],
  [
    "hai vụ và ba trường hợp",
    [
      [2, "count"],
      [3, "count"],
    ],
  ],
  ["180 ngày công", [[180, "count"]]],
  ["ngày 20/4/2026, quý II/2026, tháng 03/2026, năm 2026, 6 tháng", []],
  ["71-NQ/TW; 05-CTr/TU; 1628/UBND-KGVX; 335/2025/NĐ-CP", []],
  ["khoản 2 Điều 15, thôn 3, đề án 06, nghị quyết 57", []],
  ["2.1. Kết quả", []],
  ["10-15 người, 2021-2026, 24 giờ, chú thích [1], Chính trị1", []],
])("%s", (text, expected) => {
  expect(quantities(text)).toEqual(expected);
});

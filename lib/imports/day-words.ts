/*
 * The words in which deadlines are written, folded: no accents, small letters, single spaces.
 */

/** Deadlines that are none: the whole cell says so. */
export const NO_DEADLINE: ReadonlySet<string> = new Set([
  "khong",
  "khong co",
  "khong co han",
  "khong co thoi han",
  "khong han",
  "khong thoi han",
  "khong quy dinh",
  "khong quy dinh thoi han",
  "khong xac dinh",
  "khong xac dinh thoi han",
  "chua co han",
  "chua co thoi han",
  "chua xac dinh",
  "chua xac dinh thoi han",
  "lien tuc",
  "lau dai",
  "theo ke hoach",
  "theo quy dinh",
  "theo yeu cau",
  "theo tien do",
  "n a",
  "none",
]);

/** Other dates that are none. */
export const NO_DAY: ReadonlySet<string> = new Set([
  "khong",
  "khong co",
  "chua",
  "chua co",
  "chua xong",
  "chua hoan thanh",
  "chua thuc hien",
  "dang thuc hien",
  "n a",
  "none",
]);

/** It comes again and again: one deadline it has none. */
export const REPEATING =
  /\bthuong xuyen\b|\bdinh ky\b|\bhang (?:ngay|tuan|thang|quy|nam)\b|\bmoi (?:ngay|tuan|thang|quy|nam)\b/;

/** Counted from something that the cell does not say. */
export const RELATIVE =
  /\bsau\b|\bke tu\b|\btu khi\b|\bngay lam viec\b|\btrong vong\b|\b\d+ ngay\b(?! *\d)/;

/** "Trong năm", the year not said. */
export const UNSAID_YEAR = /^ *(?:trong|het|cuoi|den het|den cuoi|truoc khi het) nam *$/;

/** Times of the day and days of the week say nothing about the day. */
export const TIMES =
  /\b\d{1,2}(?: ?(?:h|g|gio)(?: ?\d{2}(?!\d))?(?: ?(?:phut|p))?|:\d{2})\b|\bthu (?:hai|ba|tu|nam|sau|bay|[2-7])\b|\bchu nhat\b/g;

/** Words that may stand around a day or a span without changing which day is its last. */
export const ALLOWED_WORDS: ReadonlySet<string> = new Set(
  "ngay truoc trong den het cham nhat muon khong qua vao la han thoi gian hoan thanh xong bao cao gui trinh nop cuoi sang chieu gio hanh chinh buoi luc phai dot giai doan tu nam deadline by until".split(
    " ",
  ),
);

export const ENGLISH_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

type Match = readonly (string | undefined)[];
/** The end of a span: its day ("last" of the month), its month, and its year if it is said. */
type End = readonly [day: string, month: string, year: string | undefined];

const YEAR = String.raw`(?: ?(?:nam|[/.,-])? ?(?:nam )?(\d{4})(?!\d))?`;
const QUARTERS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const said = (text: string | undefined): string => text ?? "";

/** How days and spans are written, tried in this order. */
export const SPANS: readonly { pattern: RegExp; isDay: boolean; endOf: (match: Match) => End }[] = [
  {
    // "6 tháng đầu năm 2026"
    pattern: new RegExp(String.raw`\b(\d{1,2}) thang (dau|cuoi) nam${YEAR}`, "g"),
    isDay: false,
    endOf: ([, months, which, year]) => ["last", which === "dau" ? said(months) : "12", year],
  },
  {
    // "2026-05-15"
    pattern: /\b(\d{4})-(\d{1,2})-(\d{1,2})\b/g,
    isDay: true,
    endOf: ([, year, month, day]) => [said(day), said(month), year],
  },
  {
    // "15 tháng 5 năm 2026"
    pattern: new RegExp(String.raw`\b(\d{1,2}) (?:thang|thg) ?(\d{1,2})\b${YEAR}`, "g"),
    isDay: true,
    endOf: ([, day, month, year]) => [said(day), said(month), year],
  },
  {
    // "15/5/2026", "15/5/26"
    pattern: /\b(\d{1,2}) ?([/.-]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})\b/g,
    isDay: true,
    endOf: ([, day, , month, year]) => [said(day), said(month), year],
  },
  {
    // "hạ tuần tháng 6/2026", "nửa đầu tháng 6": days that the words themselves define
    pattern: new RegExp(
      String.raw`\b(thuong tuan|trung tuan|ha tuan|nua dau|nua cuoi) (?:cua )?thang ?(\d{1,2})\b${YEAR}`,
      "g",
    ),
    isDay: false,
    endOf: ([, part, month, year]) => [
      { "thuong tuan": "10", "trung tuan": "20", "nua dau": "15" }[said(part)] ?? "last",
      said(month),
      year,
    ],
  },
  {
    // "tháng 6/2026", "T6"
    pattern: new RegExp(String.raw`\b(?:thang |thang|thg |t)(\d{1,2})\b${YEAR}`, "g"),
    isDay: false,
    endOf: ([, month, year]) => ["last", said(month), year],
  },
  {
    // "6/2026"
    pattern: /\b(\d{1,2}) ?[/.-] ?(\d{4})\b/g,
    isDay: false,
    endOf: ([, month, year]) => ["last", said(month), year],
  },
  {
    // "15/5", "15/5 năm 2026"
    pattern: /\b(\d{1,2}) ?[/.] ?(\d{1,2})\b(?: nam (\d{4}))?/g,
    isDay: true,
    endOf: ([, day, month, year]) => [said(day), said(month), year],
  },
  {
    // "Quý II/2026", "quý 2 năm 2026"
    pattern: new RegExp(String.raw`\b(?:quy |quy|q)(iv|iii|ii|i|[1-4])\b${YEAR}`, "g"),
    isDay: false,
    endOf: ([, quarter, year]) => [
      "last",
      `${(QUARTERS[said(quarter)] ?? Number(quarter)) * 3}`,
      year,
    ],
  },
  {
    // "năm 2026"
    pattern: /\b(?:nam )?((?:19|2\d)\d{2})\b/g,
    isDay: false,
    endOf: ([, year]) => ["31", "12", year],
  },
];

import { expect, test } from "vitest";
import type { Entry } from "#lib/agenda/schema.ts";
import { type PrintedDay, printSizeOf } from "./print-size.ts";

const entry = (startMinute: number, length: number): Entry => ({
  id: 1,
  version: 1,
  kind: "MEETING",
  title: "á".repeat(length),
  place: "Hội trường tầng 2",
  participants: "Phòng Kinh tế, Ban QLDA, trưởng các thôn",
  host: null,
  on: "2026-11-20",
  startMinute,
  endMinute: null,
});

const week = (entriesOfADay: readonly Entry[]): PrintedDay[] =>
  Array.from({ length: 7 }, () => ({ entries: entriesOfADay, due: null }));

test("a usual week is printed at the usual size, a full one smaller, and none too small to read", () => {
  expect(printSizeOf(week([]))).toBe(8.5);
  expect(printSizeOf(week([entry(480, 30), entry(840, 30)]))).toBe(8.5);
  const full = printSizeOf(week([480, 490, 840, 850].map((start) => entry(start, 110))));
  expect(full).toBeLessThan(8.5);
  expect(printSizeOf(week(Array.from({ length: 20 }, () => entry(480, 300))))).toBe(5);
});

import { describe, expect, test } from "vitest";
import { addDays, type CivilDate, weekdayOf } from "#lib/core/dates.ts";
import {
  addWeeks,
  type CivilWeek,
  daysOfWeek,
  formatTime,
  halfOf,
  isCivilWeek,
  readTypedTime,
  weekOf,
} from "./rules.ts";

describe("weeks", () => {
  test.each<[CivilDate, CivilWeek]>([
    ["2026-11-20", "2026-W47"],
    ["2026-01-01", "2026-W01"],
    ["2025-12-29", "2026-W01"],
    ["2026-12-31", "2026-W53"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2021-01-03", "2020-W53"],
    ["2024-12-30", "2025-W01"],
  ])("%s lies in %s", (date, week) => {
    expect(weekOf(date)).toBe(week);
    expect(daysOfWeek(week)).toContain(date);
  });

  test("every day of forty years lies in its own week, Monday to Sunday", () => {
    for (let day: CivilDate = "2000-01-01"; day < "2040-01-01"; day = addDays(day, 1)) {
      const week = weekOf(day);
      if (!isCivilWeek(week)) throw new Error(`${week} is no week`);
      if (daysOfWeek(week)[weekdayOf(day) - 1] !== day) throw new Error(`${day} is not in ${week}`);
    }
  });

  test("there is a 53rd week in some years only", () => {
    expect(isCivilWeek("2026-W53")).toBe(true);
    expect(isCivilWeek("2025-W53")).toBe(false);
    for (const text of [
      "2026-W00",
      "2026-W54",
      "2026-W7",
      "2026-47",
      "",
      "3026-W01",
      "2026-W47 ",
    ]) {
      expect(isCivilWeek(text)).toBe(false);
    }
  });

  test("one goes from week to week over the end of a year", () => {
    expect(addWeeks("2026-W53", 1)).toBe("2027-W01");
    expect(addWeeks("2027-W01", -1)).toBe("2026-W53");
    expect(addWeeks("2025-W52", 1)).toBe("2026-W01");
  });
});

test.each([
  ["8h", 480],
  ["8h30", 510],
  ["08:30", 510],
  ["8.30", 510],
  ["14 giờ 15", 855],
  ["0830", 510],
  ["830", 510],
  ["14", 840],
  ["0:00", 0],
  ["24:00", null],
  ["8:60", null],
  ["sáng", null],
  ["", null],
])("%s is read as %s minutes", (text, minutes) => {
  expect(readTypedTime(text)).toBe(minutes);
});

test("what begins at noon is in the afternoon, and the whole day begins in the morning", () => {
  expect([null, 0, 719, 720, 1439].map(halfOf)).toEqual([
    "morning",
    "morning",
    "morning",
    "afternoon",
    "afternoon",
  ]);
  expect([0, 510, 1440].map(formatTime)).toEqual(["00:00", "08:30", "24:00"]);
});

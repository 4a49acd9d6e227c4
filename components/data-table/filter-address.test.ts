import { expect, test } from "vitest";
import { readTypedDay } from "#lib/core/typed-day.ts";
import { filterAddress } from "./filter-address.ts";

test.each([
  ["15/5/2026", "2026-05-15"],
  ["15/05/2026", "2026-05-15"],
  [" 15-5-2026 ", "2026-05-15"],
  ["15.5.26", "2026-05-15"],
  ["15052026", "2026-05-15"],
  ["15/5", "2024-05-15"],
  ["29/2", "2024-02-29"],
  ["2026-05-15", "2026-05-15"],
])("%s is a day", (typed, day) => {
  expect(readTypedDay(typed, 2024)).toBe(day);
});

test.each(["", "31/4/2026", "29/2/2026", "5/15/2026", "tháng 5", "15/5/202"])(
  "%s is none",
  (typed) => {
    expect(readTypedDay(typed, 2026)).toBeNull();
  },
);

test("a form becomes an address without what was left empty", () => {
  const entries: [string, string][] = [
    ["status", "ASSIGNED"],
    ["q", " đất đai "],
    ["department", ""],
    ["status", "PAUSED"],
    ["dueFrom", "1/4/2026"],
    ["dueTo", "31/4/2026"],
  ];
  const order = ["q", "department", "status", "dueFrom", "dueTo"];
  expect(filterAddress("/tasks", entries, order, { days: ["dueFrom", "dueTo"], year: 2026 })).toBe(
    "/tasks?q=%C4%91%E1%BA%A5t%20%C4%91ai&status=ASSIGNED,PAUSED&dueFrom=2026-04-01&dueTo=31%2F4%2F2026",
  );
  expect(filterAddress("/tasks", [["q", " "]], order, { days: [], year: 2026 })).toBe("/tasks");
});

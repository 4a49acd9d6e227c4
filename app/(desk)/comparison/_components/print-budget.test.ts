import { expect, test } from "vitest";
import { printedRows } from "./print-budget.ts";

const lists = { becameLate: 2, resolved: 400, moved: 0, assigned: 5, completed: 300 };

test("short lists are printed whole, and what they leave goes to the long ones", () => {
  const rows = printedRows({ tableRows: 12, lists });
  expect(rows).toMatchObject({ becameLate: 2, moved: 0, assigned: 5 });
  expect(rows.resolved).toBeGreaterThan(5);
  expect(Math.abs(rows.resolved - rows.completed)).toBeLessThanOrEqual(1);
});

test("a longer table of departments leaves room for fewer tasks, and never for less than none", () => {
  const sum = (tableRows: number) =>
    Object.values(printedRows({ tableRows, lists })).reduce((total, rows) => total + rows, 0);
  expect(sum(20)).toBeLessThan(sum(10));
  expect(sum(80)).toBe(0);
});

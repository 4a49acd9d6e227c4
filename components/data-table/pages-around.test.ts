import { expect, test } from "vitest";
import { pagesAround } from "./pages-around.ts";

const shown = (current: number, last: number) =>
  pagesAround(current, last)
    .map(({ page }) => page ?? "…")
    .join(" ");

test("all of a few pages", () => {
  expect(shown(1, 1)).toBe("1");
  expect(shown(3, 5)).toBe("1 2 3 4 5");
});

test("the ends and the neighbours of many, gaps only for two pages or more", () => {
  expect(shown(1, 40)).toBe("1 2 … 40");
  expect(shown(4, 40)).toBe("1 2 3 4 5 … 40");
  expect(shown(20, 40)).toBe("1 … 19 20 21 … 40");
  expect(shown(40, 40)).toBe("1 … 39 40");
});

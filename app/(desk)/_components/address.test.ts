import { expect, test } from "vitest";
import { dashboardSearchSchema, periodOfAddress, tabHref } from "./address.ts";

test("an address keeps the period and leaves out what goes without saying", () => {
  expect(tabHref("overview", {})).toBe("/");
  expect(tabHref("overview", { asOf: "2026-04-15" })).toBe("/?asOf=2026-04-15");
  const filter = { sector: "DAT_DAI", department: undefined, withTarget: "1" } as const;
  expect(tabHref("indicators", { period: "2026-04" }, filter)).toBe(
    "/?tab=indicators&period=2026-04&sector=DAT_DAI&withTarget=1",
  );
  expect(periodOfAddress({ period: "2026-04", tab: "indicators" })).toEqual({ period: "2026-04" });
  expect(periodOfAddress({})).toEqual({});
});

test("a form's empty choice is none, a code that cannot be is refused", () => {
  const sent = { tab: "indicators", sector: "", department: "PHONG_KT" };
  expect(dashboardSearchSchema.parse(sent)).toEqual({
    tab: "indicators",
    sector: undefined,
    department: "PHONG_KT",
  });
  expect(dashboardSearchSchema.safeParse({ sector: "x y" }).success).toBe(false);
  expect(dashboardSearchSchema.safeParse({ period: ["2026-03", "2026-04"] }).success).toBe(false);
});

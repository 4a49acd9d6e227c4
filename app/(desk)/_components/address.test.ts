import { expect, test } from "vitest";
import { dashboardHref, dashboardSearchSchema, periodOfAddress } from "./address.ts";

test("the address names the period asked for", () => {
  expect(dashboardHref({})).toBe("/");
  expect(dashboardHref({ asOf: "2026-04-15" })).toBe("/?asOf=2026-04-15");
  expect(periodOfAddress({ period: "2026-04", tab: "overview" })).toEqual({ period: "2026-04" });
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

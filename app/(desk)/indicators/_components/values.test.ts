import { expect, test } from "vitest";
import { slotOf, writtenGoal, writtenValue } from "./values.ts";

test("rates have one decimal, other figures those that they have", () => {
  expect(writtenValue(97.183, "%", "vi")).toBe("97,2");
  expect(writtenValue(51.326, "tỷ đồng", "vi")).toBe("51,326");
  expect(writtenValue(20949.9, "m²", "vi")).toBe("20.949,9");
  expect(writtenValue(0.1 + 0.2, "", "en")).toBe("0.3");
  expect(writtenGoal(90, "%", "vi")).toBe("90\u00a0%");
});

test("a value of 0, nothing that arose and silence are drawn differently", () => {
  const month = {
    month: "2026-04",
    numerator: null,
    denominator: null,
    cumulative: false,
    demonstration: true,
  } as const;
  expect(slotOf({ ...month, state: "REPORTED", value: 0 })).toEqual({
    kind: "value",
    value: 0,
    muted: true,
  });
  expect(slotOf({ ...month, state: "NOTHING_AROSE", value: null }).kind).toBe("nothing");
  expect(slotOf({ ...month, state: "NOT_REPORTED", value: null }).kind).toBe("silent");
});

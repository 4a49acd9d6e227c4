import { expect, test } from "vitest";
import { rememberedTables, withTable } from "./remembered-tables.ts";

test("charts seen as tables are remembered by name, each once", () => {
  const first = withTable(undefined, "aging", true);
  const both = withTable(first, "late-by-field", true);
  expect(rememberedTables(both)).toEqual(["aging", "late-by-field"]);
  expect(withTable(both, "aging", true).split(".").sort()).toEqual(["aging", "late-by-field"]);
  expect(rememberedTables(withTable(both, "aging", false))).toEqual(["late-by-field"]);
  expect(rememberedTables(withTable(first, "aging", false))).toEqual([]);
});

import { expect, test } from "vitest";
import { recogniseTable } from "./table.ts";
import { REGISTERS } from "./testing/registers.ts";

test.each(REGISTERS)("$name", ({ kind, sheet, columns, lines, groups }) => {
  const table = recogniseTable(sheet, kind, () => null);
  expect(table?.columns).toEqual(columns);
  expect(table?.rows.map(({ line }) => line)).toEqual(lines);
  expect(
    Object.fromEntries(
      (table?.rows ?? []).flatMap(({ line, group }) => (group === null ? [] : [[line, group]])),
    ),
  ).toEqual(groups ?? {});
});

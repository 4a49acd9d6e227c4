import { LEVELS } from "#lib/tasks/schema.ts";
import { DEMO_ACCOUNTS } from "../accounts.ts";
import { oneOf } from "../catalogues.ts";
import { readRows } from "../data.ts";
import type { Reference } from "../sketch.ts";

const numbered = (codes: readonly string[]) =>
  new Map(codes.map((code, index) => [code, index + 1]));
const codesOf = (file: string) => readRows(file).map((row) => row.text("code"));

/** Ids as an empty database gives them, for registers that are only looked at. */
export const REFERENCE: Reference = {
  departments: numbered(codesOf("departments.csv")),
  fields: numbered(codesOf("fields.csv")),
  sectors: numbered(codesOf("sectors.csv")),
  issuingBodies: new Map(
    [...readRows("issuing_bodies.csv"), ...readRows("issuing_bodies_more.csv")].map(
      (row, index) => [row.text("code"), { id: index + 1, level: oneOf(LEVELS, row, "level") }],
    ),
  ),
  users: numbered(DEMO_ACCOUNTS.map(({ login }) => login)),
};

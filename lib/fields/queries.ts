import { database } from "#lib/core/db.ts";
import type { Field, Sector } from "./schema.ts";

/** All fields, also those no longer active, in the report's order; the same for everyone. */
export async function listFields(): Promise<Field[]> {
  return database().field.findMany({
    select: {
      id: true,
      code: true,
      name: true,
      short: true,
      nameEn: true,
      shortEn: true,
      active: true,
    },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

/** All sectors in the report's order of chapters; the same for everyone. */
export async function listSectors(): Promise<Sector[]> {
  return database().sector.findMany({
    select: { id: true, code: true, name: true, nameEn: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

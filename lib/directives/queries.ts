import { database } from "#lib/core/db.ts";
import type { IssuingBody } from "./schema.ts";

/** All issuing bodies in the catalogue's order; the same for everyone. */
export async function listIssuingBodies(): Promise<IssuingBody[]> {
  return database().issuingBody.findMany({
    select: { id: true, code: true, name: true, level: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
}

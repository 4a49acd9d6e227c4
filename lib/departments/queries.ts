import { cache } from "react";
import { database } from "#lib/core/db.ts";
import type { Department } from "./schema.ts";

/**
 * All departments, also those no longer active, in the catalogue's order; the same for
 * everyone, read once a request.
 */
export const listDepartments = cache(
  (): Promise<Department[]> =>
    database().department.findMany({
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
    }),
);

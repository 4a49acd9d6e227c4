import { database, type Prisma } from "#lib/core/db.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { keptCheck, keptFile } from "./files.ts";
import { importKindsFor, mayImport } from "./policy.ts";
import { readingSchema } from "./reading.ts";
import type { Counts } from "./schema.ts";
import type { ImportDetail, ImportItem } from "./views.ts";

const COLUMNS = {
  ...{ id: true, kind: true, fileName: true, counts: true, reading: true, storageKey: true },
  ...{ createdAt: true, appliedAt: true, undoneAt: true },
  createdBy: { select: { displayName: true } },
  token: { select: { name: true } },
  undoneBy: { select: { displayName: true } },
  undoneByToken: { select: { name: true } },
} as const satisfies Prisma.ImportSelect;
type Row = Prisma.ImportGetPayload<{ select: typeof COLUMNS }>;

function itemOf({ createdBy, token, undoneBy, undoneByToken, ...row }: Row): ImportItem {
  const { id, kind, fileName, createdAt, appliedAt, undoneAt } = row;
  return {
    ...{ id, kind, fileName, createdAt, appliedAt, undoneAt },
    counts: row.counts as Counts | null,
    createdBy: createdBy?.displayName ?? token?.name ?? null,
    undoneBy: undoneBy?.displayName ?? undoneByToken?.name ?? null,
  };
}

/** The files that came in of the viewer's kinds, the newest first. */
export async function listImports(
  viewer: Viewer,
  { page, size }: { page: number; size: number },
): Promise<{ items: ImportItem[]; total: number }> {
  const where = { kind: { in: importKindsFor(viewer) } };
  const [rows, total] = await Promise.all([
    database().import.findMany({
      where,
      select: COLUMNS,
      orderBy: { id: "desc" },
      skip: (page - 1) * size,
      take: size,
    }),
    database().import.count({ where }),
  ]);
  return { items: rows.map(itemOf), total };
}

async function find(viewer: Viewer, id: number): Promise<Row> {
  const row = await database().import.findUnique({ where: { id }, select: COLUMNS });
  if (!row || !mayImport(viewer, row.kind)) throw new NotFoundError();
  return row;
}

/** A file that came in, with its last check. @throws NotFoundError when it is not the viewer's kind */
export async function getImport(viewer: Viewer, id: number): Promise<ImportDetail> {
  const row = await find(viewer, id);
  const reading = readingSchema.parse(row.reading);
  if (reading.check === null) throw new NotFoundError();
  return { ...itemOf(row), reading, check: await keptCheck(reading.check) };
}

/** The file itself, as it came. @throws NotFoundError when it is not the viewer's kind */
export async function importedFile(
  viewer: Viewer,
  id: number,
): Promise<{ fileName: string; bytes: Uint8Array }> {
  const { fileName, storageKey } = await find(viewer, id);
  return { fileName, bytes: await keptFile(storageKey) };
}

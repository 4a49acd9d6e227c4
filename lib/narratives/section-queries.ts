import type { CivilMonth } from "#lib/core/dates.ts";
import { addMonths } from "#lib/core/dates.ts";
import { database, type Prisma } from "#lib/core/db.ts";
import { ForbiddenError, NotFoundError } from "#lib/core/errors.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { mayMerge, mayWriteSection } from "./policy.ts";
import type { NarrativeSection, WrittenSection } from "./schema.ts";

export const SECTION_COLUMNS = {
  kind: true,
  text: true,
  version: true,
  updatedAt: true,
  department: { select: { code: true } },
  updatedBy: { select: { displayName: true } },
} as const satisfies Prisma.NarrativeSectionSelect;

type SectionRow = Prisma.NarrativeSectionGetPayload<{ select: typeof SECTION_COLUMNS }>;

/** A section as the product speaks of it. */
export function sectionOf(row: SectionRow): WrittenSection {
  const { department, updatedAt, updatedBy, ...rest } = row;
  return {
    ...rest,
    department: department?.code ?? null,
    by: updatedBy.displayName,
    at: updatedAt,
  };
}

/** All that departments and the Office wrote for a month, for whoever merges it. */
export async function listSections(viewer: Viewer, month: CivilMonth): Promise<WrittenSection[]> {
  if (!mayMerge(viewer)) throw new ForbiddenError();
  const rows = await database().narrativeSection.findMany({
    where: { month },
    select: SECTION_COLUMNS,
  });
  return rows.map(sectionOf);
}

/**
 * What one department wrote for a month, or the merged texts (null), and what it wrote for the
 * month before.
 * @throws NotFoundError when the viewer does not write them
 */
export async function getWriting(
  viewer: Viewer,
  month: CivilMonth,
  departmentId: number | null,
): Promise<{ sections: WrittenSection[]; before: NarrativeSection[] }> {
  if (!mayWriteSection(viewer, departmentId)) throw new NotFoundError();
  const previous = addMonths(month, -1);
  const rows = await database().narrativeSection.findMany({
    where: { month: { in: [month, previous] }, departmentId },
    select: { ...SECTION_COLUMNS, month: true },
  });
  const of = (wanted: CivilMonth) =>
    rows.filter((row) => row.month === wanted).map(({ month: _, ...row }) => sectionOf(row));
  return { sections: of(month), before: of(previous) };
}

import { businessDayOf, type CivilMonth } from "#lib/core/dates.ts";
import { database, type Transaction } from "#lib/core/db.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
  StaleError,
} from "#lib/core/errors.ts";
import { formatCivilDate } from "#lib/core/i18n/format.ts";
import { listDepartments } from "#lib/departments/queries.ts";
import type { CurrentUser } from "#lib/users/schema.ts";
import { fieldCodes, unknownFields } from "./fields.ts";
import { refuseClosed } from "./open-month.ts";
import { mayMerge, mayWriteSection, mayWriteSections } from "./policy.ts";
import { knownPeriod } from "./queries.ts";
import { mergedText } from "./rules.ts";
import type { Merge, NarrativeKind, SectionEntry, Unmerge } from "./schema.ts";
import { SECTION_COLUMNS, sectionOf } from "./section-queries.ts";

/** Where a section stands: its month, its kind, and whose it is (null: merged). */
type Place = { month: CivilMonth; kind: NarrativeKind; departmentId: number | null };

/** The id of a section's department. @throws NotFoundError when it is not the actor's to write */
async function writerOf(actor: CurrentUser, department: string | null): Promise<number | null> {
  const found = department === null ? null : await departmentIdOf(department);
  if (mayWriteSection(actor, found)) return found;
  throw mayWriteSections(actor) ? new NotFoundError() : new ForbiddenError();
}

async function departmentIdOf(code: string): Promise<number> {
  const department = (await listDepartments()).find((entry) => entry.code === code);
  if (!department) throw new NotFoundError();
  return department.id;
}

/**
 * Writes a section of an open month in place of what the actor saw there (version 0: nothing).
 * @throws InvalidInputError for a field that does not exist, with its place and the nearest one
 * @throws StaleError when someone else has written meanwhile, with what stands there now
 */
export async function saveSection(
  actor: CurrentUser,
  { month, department, kind, text, version }: SectionEntry,
): Promise<{ version: number; text: string }> {
  const departmentId = await writerOf(actor, department);
  await knownPeriod(month);
  if (departmentId === null && text === "") {
    throw new InvalidInputError([{ path: "text", key: "narratives.problems.mergedEmpty" }]);
  }
  await refuseUnknownFields(text, department);
  const place = { month, kind, departmentId };
  return database().$transaction(async (transaction) => {
    await refuseClosed(transaction, month);
    const written = { text, updatedById: actor.id, updatedAt: new Date() };
    if (version === 0 && departmentId !== null) {
      const { count } = await transaction.narrativeSection.createMany({
        data: [{ ...place, ...written }],
        skipDuplicates: true,
      });
      if (count === 0) await tooLate(transaction, place);
      return { version: 1, text };
    }
    const { count } = await transaction.narrativeSection.updateMany({
      where: { ...place, version },
      data: { ...written, version: { increment: 1 } },
    });
    if (count === 0) await tooLate(transaction, place);
    return { version: version + 1, text };
  });
}

/** Refuses a text with the first field in it that nobody knows. */
async function refuseUnknownFields(text: string, department: string | null): Promise<void> {
  const [departments, indicators] = await Promise.all([
    listDepartments(),
    database().indicator.findMany({ select: { code: true } }),
  ]);
  const codes = fieldCodes(
    departments.map(({ code }) => code),
    indicators.map(({ code }) => code),
  );
  const [unknown] = unknownFields(text, codes, department);
  if (!unknown) return;
  const { code, line, column, nearest } = unknown;
  throw new InvalidInputError([
    {
      path: "text",
      key: "narratives.problems.unknownField",
      values: { field: `{{${code}}}`, line, column, nearest: `{{${nearest}}}` },
    },
  ]);
}

/** Says that someone else was faster: what they left, or that it is gone. */
async function tooLate(transaction: Transaction, place: Place): Promise<never> {
  const row = await transaction.narrativeSection.findFirst({
    where: place,
    select: SECTION_COLUMNS,
  });
  if (!row) throw new ConflictError({ key: "narratives.problems.gone" });
  const { text, version, by, at } = sectionOf(row);
  throw new StaleError(
    { key: "narratives.problems.changed", values: { by } },
    { text, version: `${version}`, by, on: formatCivilDate(businessDayOf(at)) },
  );
}

/**
 * Puts the departments' texts of a section together, in their order and under their names, as the
 * merged one, which then stands in the report in their place.
 * @throws ConflictError when it is merged already, or nobody wrote anything
 */
export async function mergeSections(actor: CurrentUser, { month, kind }: Merge): Promise<void> {
  if (!mayMerge(actor)) throw new ForbiddenError();
  await knownPeriod(month);
  await database().$transaction(async (transaction) => {
    await refuseClosed(transaction, month);
    const parts = await transaction.narrativeSection.findMany({
      where: { month, kind, NOT: { departmentId: null } },
      select: { text: true, department: { select: { code: true, name: true } } },
      orderBy: [{ department: { position: "asc" } }, { departmentId: "asc" }],
    });
    const text = mergedText(
      parts.flatMap((part) => (part.department ? [{ ...part.department, text: part.text }] : [])),
    );
    if (text === "") throw new ConflictError({ key: "narratives.problems.nothingToMerge" });
    const { count } = await transaction.narrativeSection.createMany({
      data: [{ month, kind, departmentId: null, text, updatedById: actor.id }],
      skipDuplicates: true,
    });
    if (count === 0) throw new ConflictError({ key: "narratives.problems.mergedAlready" });
  });
}

/** Takes the merged text back, as the actor saw it, so that the departments' parts stand again. */
export async function unmergeSections(
  actor: CurrentUser,
  { month, kind, version }: Unmerge,
): Promise<void> {
  if (!mayMerge(actor)) throw new ForbiddenError();
  await database().$transaction(async (transaction) => {
    await refuseClosed(transaction, month);
    const place = { month, kind, departmentId: null };
    const { count } = await transaction.narrativeSection.deleteMany({
      where: { ...place, version },
    });
    if (count === 0) await tooLate(transaction, place);
  });
}

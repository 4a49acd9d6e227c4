import type { Transaction } from "#lib/core/db.ts";
import { type FieldIssue, InvalidInputError } from "#lib/core/errors.ts";
import type { Level } from "#prisma/generated/enums.ts";

/** What a task refers to by codes and ids, as they are typed. */
type Given = {
  department: string;
  field: string;
  sector: string | null;
  cooperating: readonly string[];
  leaderId: number | null;
  assigneeId: number | null;
  directive: number | null;
};

/** The same as they are stored. */
export type References = {
  leadDepartmentId: number;
  fieldId: number;
  sectorId: number | null;
  cooperatingIds: number[];
  leaderId: number | null;
  assigneeId: number | null;
  directiveId: number | null;
  level: Level;
};

type Problem =
  | "work.problems.unknownDepartment"
  | "work.problems.unknownField"
  | "work.problems.unknownSector"
  | "work.problems.notALeader"
  | "work.problems.notInDepartment"
  | "work.problems.unknownDirective"
  | "work.problems.cooperatesWithItself";

/**
 * Finds what a task refers to.
 * @param standing what it refers to already: that stays, even where it is no longer offered
 * @throws InvalidInputError that names every reference that leads nowhere
 */
export async function resolveReferences(
  transaction: Transaction,
  given: Given,
  standing: Partial<Pick<Given, "department" | "field" | "cooperating" | "leaderId">> = {},
): Promise<References> {
  const issues: FieldIssue[] = [];
  const note = (path: string, key: Problem) => {
    issues.push({ path, key });
    return null;
  };
  const kept = [standing.department, standing.field, ...(standing.cooperating ?? [])];
  const offered = ({ active, code }: { active: boolean; code: string }) =>
    active || kept.includes(code);
  const departments = await transaction.department.findMany({
    where: { code: { in: [given.department, ...given.cooperating] } },
    select: { id: true, code: true, active: true },
  });
  const idOf = new Map(departments.filter(offered).map(({ id, code }) => [code, id]));
  const found = await transaction.field.findUnique({
    where: { code: given.field },
    select: { id: true, code: true, active: true },
  });
  const field = found && offered(found) ? found : null;
  const sector =
    given.sector === null
      ? null
      : ((await transaction.sector.findUnique({
          where: { code: given.sector },
          select: { id: true },
        })) ?? note("sector", "work.problems.unknownSector"));
  const directive =
    given.directive === null
      ? null
      : ((await transaction.directive.findUnique({
          where: { id: given.directive },
          select: { id: true, level: true },
        })) ?? note("directive", "work.problems.unknownDirective"));
  const leadDepartmentId = idOf.get(given.department) ?? null;
  if (leadDepartmentId === null) note("department", "work.problems.unknownDepartment");
  if (!field) note("field", "work.problems.unknownField");
  if (given.cooperating.some((code) => !idOf.has(code))) {
    note("cooperating", "work.problems.unknownDepartment");
  }
  if (given.cooperating.includes(given.department)) {
    note("cooperating", "work.problems.cooperatesWithItself");
  }
  const { leaderId, assigneeId } = given;
  const chosen = { assigneeId, leaderId: leaderId === standing.leaderId ? null : leaderId };
  await checkPeople(transaction, chosen, leadDepartmentId, note);
  if (issues.length > 0 || leadDepartmentId === null || !field) throw new InvalidInputError(issues);
  return {
    leadDepartmentId,
    fieldId: field.id,
    sectorId: sector?.id ?? null,
    cooperatingIds: given.cooperating.flatMap((code) => idOf.get(code) ?? []),
    leaderId: given.leaderId,
    assigneeId: given.assigneeId,
    directiveId: directive?.id ?? null,
    level: directive?.level ?? "COMMUNE",
  };
}

async function checkPeople(
  transaction: Transaction,
  { leaderId, assigneeId }: Pick<Given, "leaderId" | "assigneeId">,
  leadDepartmentId: number | null,
  note: (path: string, key: Problem) => null,
): Promise<void> {
  if (leaderId !== null) {
    const leaders = await transaction.user.count({
      where: { id: leaderId, role: { in: ["CHAIRMAN", "VICE_CHAIRMAN"] }, disabledAt: null },
    });
    if (leaders === 0) note("leaderId", "work.problems.notALeader");
  }
  if (assigneeId !== null && leadDepartmentId !== null) {
    const works = await worksIn(transaction, assigneeId, leadDepartmentId);
    if (!works) note("assigneeId", "work.problems.notInDepartment");
  }
}

/** Whether an account is of those who do a department's work. */
export async function worksIn(
  transaction: Transaction,
  userId: number,
  departmentId: number,
): Promise<boolean> {
  const found = await transaction.user.count({
    where: {
      ...{ id: userId, departmentId, disabledAt: null },
      role: { in: ["DEPARTMENT_HEAD", "OFFICER"] },
    },
  });
  return found > 0;
}

import type { Transaction } from "#lib/core/db.ts";
import type { Role } from "#lib/users/schema.ts";

/** Whose task it is: what decides who has to know of it. */
export type Concerned = {
  leadDepartmentId: number;
  assigneeId: number | null;
  leaderId: number | null;
};

async function peopleWith(
  transaction: Transaction,
  where: { role: Role; departmentId?: { in: number[] } },
): Promise<number[]> {
  const people = await transaction.user.findMany({
    where: { ...where, disabledAt: null },
    select: { id: true },
  });
  return people.map(({ id }) => id);
}

/** The heads of these departments. */
export function headsOf(
  transaction: Transaction,
  departmentIds: readonly number[],
): Promise<number[]> {
  return peopleWith(transaction, {
    role: "DEPARTMENT_HEAD",
    departmentId: { in: [...departmentIds] },
  });
}

/** Those who do a task: the heads of its department, and whoever of it the task was handed to. */
export async function workersOf(
  transaction: Transaction,
  { leadDepartmentId, assigneeId }: Concerned,
): Promise<number[]> {
  const heads = await headsOf(transaction, [leadDepartmentId]);
  if (assigneeId === null) return heads;
  const assigned = await transaction.user.findMany({
    where: { id: assigneeId, departmentId: leadDepartmentId, disabledAt: null },
    select: { id: true },
  });
  return [...heads, ...assigned.map(({ id }) => id)];
}

/** The people of the Office. */
export function officeOf(transaction: Transaction): Promise<number[]> {
  return peopleWith(transaction, { role: "OFFICE" });
}

/**
 * Who decides about a task: the leader in charge, else the vice-chairmen of its department, else
 * the chairman; always people who can.
 */
export async function leadersOf(
  transaction: Transaction,
  { leadDepartmentId, leaderId }: Concerned,
): Promise<number[]> {
  const leaders = await transaction.user.findMany({
    where: {
      disabledAt: null,
      OR: [
        { role: "CHAIRMAN" },
        {
          role: "VICE_CHAIRMAN",
          portfolio: { departments: { some: { departmentId: leadDepartmentId } } },
        },
      ],
    },
    select: { id: true, role: true },
  });
  const inCharge = leaders.filter(({ id }) => id === leaderId);
  const deputies = leaders.filter(({ role }) => role === "VICE_CHAIRMAN");
  const chosen = [inCharge, deputies].find((some) => some.length > 0) ?? leaders;
  return chosen.map(({ id }) => id);
}

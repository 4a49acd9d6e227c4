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

/** Those who do a task: the heads of its department, and whoever it was handed to. */
export async function workersOf(transaction: Transaction, task: Concerned): Promise<number[]> {
  const heads = await headsOf(transaction, [task.leadDepartmentId]);
  return task.assigneeId === null ? heads : [...heads, task.assigneeId];
}

/** The people of the Office. */
export function officeOf(transaction: Transaction): Promise<number[]> {
  return peopleWith(transaction, { role: "OFFICE" });
}

/** Who decides about a task: the leader in charge, else the vice-chairmen of its department, else the chairman. */
export async function leadersOf(transaction: Transaction, task: Concerned): Promise<number[]> {
  if (task.leaderId !== null) return [task.leaderId];
  const deputies = await transaction.portfolioDepartment.findMany({
    where: { departmentId: task.leadDepartmentId },
    select: { userId: true },
  });
  if (deputies.length > 0) return deputies.map(({ userId }) => userId);
  return peopleWith(transaction, { role: "CHAIRMAN" });
}

import type { Transaction } from "#lib/core/db.ts";
import type { WrittenTask } from "./views.ts";

/**
 * What is written about a task, by the names that an edit uses; catalogue entries by their codes.
 * Nobody's right is asked here.
 */
export async function writtenOf(client: Transaction, id: number): Promise<WrittenTask> {
  const task = await client.task.findUniqueOrThrow({
    where: { id },
    select: {
      title: true,
      deliverable: true,
      productRequired: true,
      decidingAuthority: true,
      dueWording: true,
      priority: true,
      leaderId: true,
      leader: { select: { displayName: true } },
      leadDepartment: { select: { code: true } },
      field: { select: { code: true } },
      sector: { select: { code: true } },
      cooperations: { select: { department: { select: { code: true } } } },
    },
  });
  const { leadDepartment, field, sector, cooperations, leader, ...own } = task;
  return {
    ...own,
    leaderName: leader?.displayName ?? null,
    department: leadDepartment.code,
    field: field.code,
    sector: sector?.code ?? null,
    cooperating: cooperations.map(({ department }) => department.code).sort(),
  };
}

import type { Transaction } from "#lib/core/db.ts";
import { ConflictError } from "#lib/core/errors.ts";
import {
  type DirectiveColumns,
  removeDirectives,
  updateDirectives,
} from "#lib/directives/sent-service.ts";
import type { WrittenRow } from "./kind.ts";

/**
 * Takes back what an import did to directives.
 * @throws ConflictError when tasks or files belong to a new one, or a changed one was changed again
 */
export async function unregisterDirectives(
  transaction: Transaction,
  rows: readonly WrittenRow[],
): Promise<void> {
  if (rows.length === 0) return;
  const ids = rows.map(({ subjectId }) => subjectId);
  await transaction.$queryRaw`
    select id from directive where id = any(${ids}::int[]) order by id for update`;
  const found = await transaction.directive.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      number: true,
      version: true,
      _count: { select: { tasks: true, files: true } },
    },
  });
  const standing = new Map(found.map((directive) => [directive.id, directive]));
  const blocked = rows.flatMap(({ subjectId, version, outcome }) => {
    const directive = standing.get(subjectId);
    if (!directive || directive.version !== version) return [directive?.number ?? `#${subjectId}`];
    const { tasks, files } = directive._count;
    return outcome === "NEW" && tasks + files > 0 ? [directive.number] : [];
  });
  if (blocked.length > 0) {
    const values = { count: blocked.length, some: blocked.slice(0, 5).join(", ") };
    throw new ConflictError({ key: "imports.undo.directives", values });
  }
  await updateDirectives(
    transaction,
    rows.flatMap(({ subjectId, before }) =>
      before === null ? [] : [{ id: subjectId, columns: before as DirectiveColumns }],
    ),
  );
  await removeDirectives(
    transaction,
    rows.filter(({ outcome }) => outcome === "NEW").map(({ subjectId }) => subjectId),
  );
}

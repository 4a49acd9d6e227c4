import { database } from "#lib/core/db.ts";
import { NotFoundError } from "#lib/core/errors.ts";
import type { Viewer } from "#lib/users/schema.ts";
import { mayImport } from "./policy.ts";
import type { WrittenItem } from "./views.ts";

/**
 * What the rows of a file wrote, by some of their lines; a directive that a task brought along
 * goes with the task.
 * @throws NotFoundError when it is not the viewer's kind
 */
export async function listWritten(
  viewer: Viewer,
  importId: number,
  lines: readonly number[],
): Promise<WrittenItem[]> {
  const found = await database().import.findUnique({
    where: { id: importId },
    select: { kind: true },
  });
  if (!found || !mayImport(viewer, found.kind)) throw new NotFoundError();
  const rows = await database().importRow.findMany({
    where: { importId, line: { in: [...lines] } },
    select: { line: true, subject: true, subjectId: true, month: true },
    orderBy: [{ line: "asc" }, { subject: "desc" }],
  });
  const codes = await codesOf(rows);
  return rows.flatMap(({ line, subject, subjectId: id, month }): WrittenItem[] => {
    const code = codes.get(`${subject} ${id}`);
    if (code === undefined) return [];
    if (subject === "task" || subject === "directive") return [{ line, subject, id, code }];
    if (subject === "indicator") return [{ line, subject, code, month: month ?? "" }];
    return [{ line, subject: "account", code }];
  });
}

/** Codes, numbers and logins, by subject and id. */
async function codesOf(
  rows: readonly { subject: string; subjectId: number }[],
): Promise<Map<string, string>> {
  const idsOf = (subject: string) => ({
    in: rows.filter((row) => row.subject === subject).map(({ subjectId }) => subjectId),
  });
  const [tasks, directives, indicators, accounts] = await Promise.all([
    database().task.findMany({
      where: { id: idsOf("task") },
      select: { id: true, code: true },
    }),
    database().directive.findMany({
      where: { id: idsOf("directive") },
      select: { id: true, number: true },
    }),
    database().indicator.findMany({
      where: { id: idsOf("indicator") },
      select: { id: true, code: true },
    }),
    database().user.findMany({
      where: { id: idsOf("account") },
      select: { id: true, login: true },
    }),
  ]);
  return new Map([
    ...tasks.map(({ id, code }) => [`task ${id}`, code] as const),
    ...directives.map(({ id, number }) => [`directive ${id}`, number] as const),
    ...indicators.map(({ id, code }) => [`indicator ${id}`, code] as const),
    ...accounts.map(({ id, login }) => [`account ${id}`, login] as const),
  ]);
}

import { businessToday } from "#lib/core/dates.ts";
import type { Transaction } from "#lib/core/db.ts";
import { ConflictError } from "#lib/core/errors.ts";
import type { SentNewDirective } from "#lib/directives/sent-service.ts";
import type { SentTask } from "#lib/tasks/sent.ts";
import type { SentDifference, SentEntry, StandingTask } from "#lib/tasks/sent-change.ts";
import { planOf } from "#lib/tasks/sent-plan.ts";
import { sentCatalogues, standingTasks, tasksLike } from "#lib/tasks/sent-queries.ts";
import { type SentWrite, writeSent } from "#lib/tasks/sent-service.ts";
import { builtOnTasks, unwriteSent } from "#lib/tasks/sent-undo-service.ts";
import { foldWords } from "../readings.ts";
import type { Entry } from "../schema.ts";
import { unregisterDirectives } from "./directives-undo.ts";
import {
  idleRow,
  inPieces,
  type Kind,
  type PlannedRow,
  rowIssue,
  type WrittenRow,
} from "./kind.ts";
import { bringDirectives, resolveDirectives, settleDirectives } from "./task-directives.ts";
import { type People, type TaskRow, taskRows } from "./task-rows.ts";

/** A task that a row writes, perhaps with the directive that it brings along. */
type Write = { plan: SentWrite; brings: SentNewDirective | null; externalId: string | null };

/** Whose ids the rows of a spreadsheet are, in `external_reference`. */
const SPREADSHEET = "SPREADSHEET";

/** The entries of a row by those of a sent task, where they are called otherwise. */
const ENTRY_OF: Partial<Record<SentEntry, Entry>> = {
  leaderId: "leader",
  assigneeId: "assignee",
  directive: "directiveNumber",
  stoppedOn: "cancelledOn",
  dueWording: "dueOn",
};
const entryOf = (path: string): Entry => ENTRY_OF[path as SentEntry] ?? (path as Entry);

export const tasksKind: Kind<Write> = {
  plan: async (transaction, _actor, { reader, table }) => {
    const today = businessToday();
    const catalogues = await sentCatalogues(transaction);
    const people = await peopleOf(transaction);
    const rows = taskRows(reader, table.rows.map(reader.row), people, today);
    const { brought, unclear } = await resolveDirectives(transaction, rows);
    const paired = await pairUp(transaction, rows);
    settleDirectives(unclear, rows, paired);
    return rows.map((row, index): PlannedRow<Write> => {
      const { reader: read, sent } = row;
      const standing = paired[index] ?? null;
      const label = sent.title || row.code || "";
      const about = { label, known: standing?.code ?? null };
      if (read.issues.length > 0) return { row: idleRow(read, about), write: null };
      const plan = planOf(sent, standing, catalogues, today);
      if (plan.outcome === "ERROR") {
        const own = plan.issues.map(({ path, ...issue }) =>
          rowIssue(issue, entryOf(path), table.columns),
        );
        read.issues.push(...own);
        return { row: idleRow(read, about), write: null };
      }
      if (plan.outcome === "UNCHANGED") return { row: idleRow(read, about), write: null };
      const differences = plan.outcome === "CHANGED" ? plan.differences.map(differenceOf) : [];
      const outcome = plan.outcome === "NEW" ? "new" : "changed";
      return {
        row: { ...idleRow(read, about), outcome, differences },
        write: { plan, brings: brought.get(row) ?? null, externalId: row.externalId },
      };
    });
  },

  write: async (transaction, actor, rows, importId, progress) => {
    const catalogues = await sentCatalogues(transaction);
    const bringing = rows.map(({ line, write: { brings } }) => ({ line, brings }));
    const directives = await bringDirectives(transaction, actor, bringing);
    const written = await inPieces(rows, progress, async (piece) => {
      const plans = piece.map(({ write: { plan, brings } }): SentWrite => {
        if (plan.outcome !== "NEW" || brings === null) return plan;
        return { ...plan, directiveId: directives.idOf(brings) };
      });
      const tasks = await writeSent(transaction, actor, plans, catalogues, importId);
      await refer(
        transaction,
        piece.map(({ write }, index) => ({ write, id: tasks[index]?.id ?? 0 })),
      );
      return tasks.map(({ id, version, before }, index): WrittenRow => {
        const outcome = before === null ? "NEW" : "CHANGED";
        const line = piece[index]?.line ?? 0;
        return { line, outcome, subject: "task", subjectId: id, version, before };
      });
    });
    return { rows: [...directives.rows, ...written] };
  },

  undo: async (transaction, _actor, rows, importId) => {
    const tasks = rows.filter(({ subject }) => subject === "task");
    const standing = await standingTasks(
      transaction,
      tasks.map(({ subjectId }) => subjectId),
      { lock: true },
    );
    await builtOnTasks(
      transaction,
      tasks.map(({ subjectId, outcome }) => ({ id: subjectId, isNew: outcome === "NEW" })),
    );
    const changed = tasks.flatMap(({ subjectId, version }) => {
      const task = standing.get(subjectId);
      return task?.version === version ? [] : [task?.code ?? `#${subjectId}`];
    });
    if (changed.length > 0) {
      const values = { count: changed.length, some: changed.slice(0, 5).join(", ") };
      throw new ConflictError({ key: "imports.undo.changedSince", values });
    }
    const catalogues = await sentCatalogues(transaction);
    const undone = tasks.map(({ subjectId, before }) => ({
      id: subjectId,
      before: before as SentWriteBefore,
    }));
    await unwriteSent(transaction, importId, undone, standing, catalogues);
    await unregisterDirectives(
      transaction,
      rows.filter(({ subject }) => subject === "directive"),
    );
  },
};

type SentWriteBefore = Parameters<typeof unwriteSent>[2][number]["before"];

const differenceOf = ({ entry, from, to }: SentDifference) => ({ entry: entryOf(entry), from, to });

async function peopleOf(transaction: Transaction): Promise<People> {
  const users = await transaction.user.findMany({
    where: { disabledAt: null },
    select: {
      id: true,
      login: true,
      displayName: true,
      role: true,
      department: { select: { code: true } },
    },
  });
  const leaders = users.filter(({ role }) => role === "CHAIRMAN" || role === "VICE_CHAIRMAN");
  const workers = users.flatMap(({ department, ...user }) =>
    department && (user.role === "DEPARTMENT_HEAD" || user.role === "OFFICER")
      ? [{ ...user, department: department.code }]
      : [],
  );
  const called = <User extends { login: string; displayName: string }>(some: readonly User[]) =>
    Map.groupBy(
      some.flatMap((user) =>
        [...new Set([foldWords(user.login), foldWords(user.displayName)])].map((name) => ({
          name,
          user,
        })),
      ),
      ({ name }) => name,
    );
  const leadersCalled = called(leaders);
  const workersCalled = called(workers);
  return {
    leaders: (name) => leadersCalled.get(name)?.map(({ user }) => user) ?? [],
    workers: (name) => workersCalled.get(name)?.map(({ user }) => user) ?? [],
  };
}

// ---- Which task a row is ------------------------------------------------------------

/**
 * The task of the register that each row is, or undefined where it is a new one: by its code, by
 * its own id of an earlier import, else by title, directive and what is said of its beginning. No
 * two rows are the same task.
 */
async function pairUp(
  transaction: Transaction,
  rows: readonly TaskRow[],
): Promise<(StandingTask | undefined)[]> {
  const ids = await externalTasks(transaction, rows);
  const like = await tasksLike(
    transaction,
    rows.map(({ code, sent }) => ({
      code,
      title: sent.title,
      directiveId: sent.directive?.id ?? null,
    })),
  );
  const all = [...new Set([...like.flat(), ...ids.values()])];
  const standing = await standingTasks(transaction, all, { lock: false });
  const taken = new Set<number>();
  const named = new Set<string>();
  const paired: (StandingTask | undefined)[] = rows.map(() => undefined);
  const take = (index: number, task: StandingTask | undefined) => {
    if (!task || taken.has(task.id)) return;
    taken.add(task.id);
    paired[index] = task;
  };
  rows.forEach(({ code, externalId, reader }, index) => {
    const external = externalId === null ? undefined : ids.get(externalId);
    const id = external ?? (code === null ? undefined : like[index]?.[0]);
    take(index, standing.get(id ?? 0));
    const known = code === null || like[index]?.length !== 0;
    const twice = externalId !== null && named.has(externalId);
    if (externalId !== null) named.add(externalId);
    if (!known) {
      reader.refuse("code", { key: "imports.rows.unknownCode", values: { text: code } });
    } else if (twice || (id !== undefined && paired[index] === undefined)) {
      const values = { text: externalId ?? code ?? "" };
      reader.refuse(twice ? "externalId" : "code", { key: "imports.rows.twice", values });
    }
  });
  for (const fits of [isSame, couldBe]) {
    rows.forEach(({ code, externalId, sent }, index) => {
      if (code !== null || externalId !== null || paired[index]) return;
      const candidates = (like[index] ?? []).flatMap((id) => standing.get(id) ?? []);
      take(
        index,
        candidates.find((task) => !taken.has(task.id) && fits(sent, task)),
      );
    });
  }
  return paired;
}

const beginningOf = ({ events: [first] }: StandingTask) =>
  first?.kind === "ASSIGNED" ? first : null;

/** The same title, directive, beginning, department and first deadline. */
function isSame(sent: SentTask, task: StandingTask): boolean {
  const sameDue = (sent.dueOn ?? null) === (beginningOf(task)?.dueOn ?? null);
  return couldBe(sent, task) && sameDue && (sent.department ?? task.department) === task.department;
}

/** Nothing of its beginning says that it is another one, such as last month's report. */
function couldBe(sent: SentTask, task: StandingTask): boolean {
  const first = beginningOf(task);
  if (sent.assignedOn !== undefined && sent.assignedOn !== first?.on) return false;
  const ended = task.events.some(({ kind }) => kind === "CONFIRMED" || kind === "CANCELLED");
  return !ended || sent.dueOn === undefined || sent.dueOn === (first?.dueOn ?? null);
}

/** Tasks that came in with a row's own id. */
async function externalTasks(
  transaction: Transaction,
  rows: readonly TaskRow[],
): Promise<Map<string, number>> {
  const wanted = rows.flatMap(({ externalId }) => externalId ?? []);
  const found = await transaction.$queryRaw<{ externalId: string; taskId: number }[]>`
    select external_id as "externalId", task_id as "taskId" from external_reference
    where system = ${SPREADSHEET} and task_id is not null and external_id = any(${wanted}::text[])`;
  return new Map(found.map(({ externalId, taskId }) => [externalId, taskId]));
}

async function refer(
  transaction: Transaction,
  written: readonly { write: Write; id: number }[],
): Promise<void> {
  const rows = written.flatMap(({ write: { externalId, plan }, id }) =>
    externalId !== null && plan.outcome === "NEW" ? [{ externalId, id }] : [],
  );
  await transaction.externalReference.createMany({
    data: rows.map(({ externalId, id }) => ({ system: SPREADSHEET, externalId, taskId: id })),
  });
}

import { businessToday } from "#lib/core/dates.ts";
import { database, type Transaction } from "#lib/core/db.ts";
import { type FieldIssue, ForbiddenError, InvalidInputError } from "#lib/core/errors.ts";
import { putDirectiveIn } from "#lib/directives/service.ts";
import { notify } from "#lib/notifications/service.ts";
import { idsByLogin } from "#lib/users/logins.ts";
import type { Actor } from "#lib/users/schema.ts";
import type { ExternalDirective, ExternalKey, ExternalTask } from "./external.ts";
import { mayAssign, mayRegister } from "./policy.ts";
import { headsOf } from "./recipients.ts";
import { worksIn } from "./references.ts";
import type { SentTask } from "./sent.ts";
import { planOf } from "./sent-plan.ts";
import { directiveDays, sentCatalogues, standingTasks } from "./sent-queries.ts";
import { type SentWrite, writeSent } from "./sent-service.ts";

/*
 * Tasks and directives of other systems, kept in step under the sender's own ids. Sent twice they
 * change nothing; of several at once with the same id one makes it and the others find it.
 */

export type Put = { id: number; outcome: "NEW" | "CHANGED" | "UNCHANGED" };

/** Holds whatever else is sent under the same id until this is done. */
async function lockKey(
  transaction: Transaction,
  kind: "task" | "directive",
  { system, externalId }: ExternalKey,
): Promise<void> {
  await transaction.$executeRaw`
    select pg_advisory_xact_lock(hashtext(${`external-${kind}`}), hashtext(${`${system}\n${externalId}`}))`;
}

/**
 * Makes or changes the task that a system knows by its own id.
 * @throws ForbiddenError for who may not assign to its department
 * @throws InvalidInputError for what cannot be, by the names that were sent
 */
export async function putExternalTask(
  actor: Actor,
  key: ExternalKey,
  request: ExternalTask,
): Promise<Put> {
  if (!mayRegister(actor)) throw new ForbiddenError({ key: "work.refusal.mayNotAssign" });
  const today = businessToday();
  return database().$transaction(async (transaction) => {
    await lockKey(transaction, "task", key);
    const reference = await transaction.externalReference.findFirst({
      where: { ...key, taskId: { not: null } },
      select: { taskId: true },
    });
    const taskId = reference?.taskId ?? null;
    const known = taskId === null ? [] : [taskId];
    const standing = (await standingTasks(transaction, known, { lock: true })).get(taskId ?? 0);
    const catalogues = await sentCatalogues(transaction);
    const sent = await sentOf(transaction, key.system, request);
    const plan = planOf(sent, standing ?? null, catalogues, today);
    if (plan.outcome === "ERROR") throw new InvalidInputError(inSendersWords(plan.issues));
    const departments = [request.department, ...(standing ? [standing.department] : [])];
    if (!departments.every((code) => mayAssign(actor, catalogues.departmentId(code)))) {
      throw new ForbiddenError({ key: "work.refusal.mayNotAssign" });
    }
    if (plan.outcome === "UNCHANGED") return { id: plan.standing.id, outcome: plan.outcome };
    const [written] = await writeSent(transaction, actor, [plan], catalogues, null);
    if (!written) throw new Error("A plan was not written");
    if (plan.outcome === "NEW") {
      await transaction.externalReference.create({ data: { ...key, taskId: written.id } });
      await tellHeads(transaction, actor, written.id, plan, request);
    }
    return { id: written.id, outcome: plan.outcome };
  });
}

/** What is still to be done is told to whoever is to do it. */
async function tellHeads(
  transaction: Transaction,
  actor: Actor,
  taskId: number,
  plan: Extract<SentWrite, { outcome: "NEW" }>,
  { department, cooperating = [], completedOn, stoppedOn }: ExternalTask,
): Promise<void> {
  if (completedOn !== null || stoppedOn !== null) return;
  const departments = await transaction.department.findMany({
    where: { code: { in: [department, ...cooperating] } },
    select: { id: true },
  });
  const heads = await headsOf(
    transaction,
    departments.map(({ id }) => id),
  );
  const { assigneeId } = plan.columns;
  const userIds = assigneeId === null ? heads : [...heads, assigneeId];
  await notify(transaction, { kind: "ASSIGNED", taskId, userIds, data: { by: actor.displayName } });
}

/** The request as a sent task: people and directives found, what is null not said. */
async function sentOf(
  transaction: Transaction,
  system: string,
  { leader, assignee, directive, directiveExternalId, extension, ...said }: ExternalTask,
): Promise<SentTask> {
  const issues: FieldIssue[] = [];
  const idOf = await idsByLogin([leader, assignee]);
  const [leaderId, assigneeId] = [idOf(leader), idOf(assignee)];
  if (leaderId !== null) {
    const leaders = await transaction.user.count({
      where: { id: leaderId, role: { in: ["CHAIRMAN", "VICE_CHAIRMAN"] }, disabledAt: null },
    });
    if (leaders === 0) issues.push({ path: "leader", key: "work.problems.notALeader" });
  }
  if (assigneeId !== null) {
    const department = await transaction.department.findUnique({
      where: { code: said.department },
      select: { id: true },
    });
    const works = department && (await worksIn(transaction, assigneeId, department.id));
    if (!works) issues.push({ path: "assignee", key: "work.problems.notInDepartment" });
  }
  const directiveId = await directiveMeant(transaction, system, directive, directiveExternalId);
  const days = directiveId && (await directiveDays(transaction, [directiveId])).get(directiveId);
  if (directiveId !== null && !days) {
    const path = directive === null ? "directiveExternalId" : "directive";
    issues.push({ path, key: "work.problems.unknownDirective" });
  }
  if (issues.length > 0) throw new InvalidInputError(issues);
  const given = Object.entries(said).filter(([name, value]) => value !== null || name === "dueOn");
  return {
    ...(Object.fromEntries(given) as SentTask),
    ...(leaderId !== null && { leaderId }),
    ...(assigneeId !== null && { assigneeId }),
    ...(days && { directive: days }),
    ...(extension && {
      extension: {
        dueOn: extension.dueOn,
        requestedOn: extension.requestedOn ?? undefined,
        decidedOn: extension.decidedOn ?? undefined,
      },
    }),
  };
}

/** Id of the directive that a task names, 0 for one that is not here; null where it names none. */
async function directiveMeant(
  transaction: Transaction,
  system: string,
  id: number | null,
  externalId: string | null,
): Promise<number | null> {
  if (id !== null || externalId === null) return id;
  const found = await transaction.externalReference.findFirst({
    where: { system, externalId, directiveId: { not: null } },
    select: { directiveId: true },
  });
  return found?.directiveId ?? 0;
}

const SENDERS_WORDS: Readonly<Record<string, string>> = {
  leaderId: "leader",
  assigneeId: "assignee",
  extendedTo: "extension.dueOn",
  extensionRequestedOn: "extension.requestedOn",
  extensionDecidedOn: "extension.decidedOn",
};

const inSendersWords = (issues: readonly FieldIssue[]): FieldIssue[] =>
  issues.map((issue) => ({ ...issue, path: SENDERS_WORDS[issue.path] ?? issue.path }));

/**
 * Makes or changes the directive that a system knows by its own id; one that is in the register
 * already under its number, body and year is that one from now on.
 */
export async function putExternalDirective(
  actor: Actor,
  key: ExternalKey,
  request: ExternalDirective,
): Promise<Put> {
  if (!mayRegister(actor)) throw new ForbiddenError({ key: "registering.problems.mayNotRegister" });
  return database().$transaction(async (transaction) => {
    await lockKey(transaction, "directive", key);
    const reference = await transaction.externalReference.findFirst({
      where: { ...key, directiveId: { not: null } },
      select: { directiveId: true },
    });
    const put = await putDirectiveIn(transaction, actor, request, reference?.directiveId ?? null);
    if (!reference) {
      await transaction.externalReference.create({ data: { ...key, directiveId: put.id } });
    }
    return put;
  });
}

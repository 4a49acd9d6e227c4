import { type CivilDate, toDatabaseDate } from "#lib/core/dates.ts";
import type { Prisma, Transaction } from "#lib/core/db.ts";
import { insertEvents, insertPhases } from "#lib/tasks/bulk.ts";
import { derivedRecordsOf, eventRecordOf } from "#lib/tasks/records.ts";
import { rebuildTally } from "#lib/tasks/tally.ts";
import { isChaired } from "./history.ts";
import type { DirectiveDraft } from "./knownDirectives.ts";
import { CHAIRMAN_LOGIN, leaderOf, OFFICE_LOGIN } from "./people.ts";
import { phrases } from "./phrases.ts";
import { randomOf } from "./random.ts";
import type { Register, RegisterTask } from "./register.ts";
import { type Reference, required } from "./sketch.ts";

const optional = (date: CivilDate | null) => (date === null ? null : toDatabaseDate(date));

/** Eight in the morning in Vietnam. */
const morningOf = (date: CivilDate) => new Date(`${date}T01:00:00Z`);

/** Names a directive as the database's unique index does. */
const identityOf = (bodyId: number, number: string, issuedOn: string | null) =>
  `${bodyId}/${number}/${issuedOn?.slice(0, 4) ?? ""}`;

/** Writes a register with everything that follows from it into an empty one. */
export async function writeRegister(
  transaction: Transaction,
  register: Register,
  reference: Reference,
): Promise<void> {
  const directiveIds = await writeDirectives(transaction, register.directives, reference);
  const directiveOf = (draft: DirectiveDraft | null) => {
    if (draft === null) return { directiveId: null, level: "COMMUNE" as const };
    const { id: bodyId, level } = required(reference.issuingBodies, draft.body);
    const identity = identityOf(bodyId, draft.number, draft.issuedOn);
    return { directiveId: required(directiveIds, identity), level };
  };
  // Ids are not known yet; what follows from the history does not depend on them.
  await transaction.task.createMany({
    data: register.tasks.map((each) => ({
      ...taskRecordOf(each, reference),
      ...directiveOf(each.directive),
    })),
  });
  const rows = await transaction.task.findMany({ select: { id: true, code: true } });
  const ids = new Map(rows.map(({ code, id }) => [code, id]));
  const tasks = register.tasks.map((each) => {
    const events = each.entries.map(({ event }) => event);
    const id = required(ids, each.code);
    return { ...each, id, derived: derivedRecordsOf(id, events) };
  });

  await insertEvents(
    transaction,
    tasks.flatMap(({ id, entries }) =>
      entries.map(({ event, actor, at, note }, index) => ({
        taskId: id,
        sequence: index + 1,
        ...eventRecordOf(event),
        at,
        actorId: required(reference.users, actor),
        note,
      })),
    ),
  );
  await insertPhases(
    transaction,
    tasks.flatMap(({ derived }) => derived.phases),
  );
  await transaction.overdueSpell.createMany({
    data: tasks.flatMap(({ derived }) => derived.spells),
  });
  await transaction.taskCooperation.createMany({
    data: tasks.flatMap(({ id, task, derived }) =>
      cooperationOf(task.key)
        .map((code) => ({ taskId: id, departmentId: required(reference.departments, code) }))
        .filter(({ departmentId }) => departmentId !== derived.task.leadDepartmentId),
    ),
  });
  await transaction.extension.createMany({
    data: tasks.flatMap(({ id, entries }) => extensionsOf(id, entries, reference)),
  });
  await rebuildTally(transaction);
}

async function writeDirectives(
  transaction: Transaction,
  drafts: readonly DirectiveDraft[],
  reference: Reference,
): Promise<Map<string, number>> {
  await transaction.directive.createMany({
    data: drafts.map(({ body, sector, issuedOn, receivedOn, ...draft }) => {
      const { id: issuingBodyId, level } = required(reference.issuingBodies, body);
      return {
        ...draft,
        issuingBodyId,
        level,
        sectorId: required(reference.sectors, sector),
        issuedOn: optional(issuedOn),
        receivedOn: toDatabaseDate(receivedOn),
        createdAt: morningOf(receivedOn),
        createdById: required(reference.users, OFFICE_LOGIN),
      };
    }),
  });
  const rows = await transaction.directive.findMany({
    select: { id: true, number: true, issuedOn: true, issuingBodyId: true },
  });
  return new Map(
    rows.map(({ id, number, issuedOn, issuingBodyId }) => [
      identityOf(issuingBodyId, number, issuedOn?.toISOString() ?? null),
      id,
    ]),
  );
}

const NO_ID = 0;

function taskRecordOf({ code, task, entries }: RegisterTask, reference: Reference) {
  const random = randomOf(`${task.key}/record`);
  const { task: derived } = derivedRecordsOf(
    NO_ID,
    entries.map(({ event }) => event),
  );
  const lead = [...reference.departments].find(([, id]) => id === derived.leadDepartmentId)?.[0];
  const leader = isChaired(task) ? CHAIRMAN_LOGIN : leaderOf(lead ?? task.department);
  const dueWording = derived.originalDueOn === null ? null : task.dueWording;
  const authority = random.pick(phrases.authorities);
  return {
    ...derived,
    code,
    title: task.title,
    deliverable: task.deliverable,
    sectorId: required(reference.sectors, task.sector),
    leaderId: required(reference.users, leader),
    assigneeId: assigneeOf(entries),
    decidingAuthority: random.chance(0.7) ? authority : null,
    priority: random.chance(0.12) ? ("HIGH" as const) : ("NORMAL" as const),
    dueWording,
    version: entries.length,
    createdAt: entries[0]?.at ?? morningOf(task.assignedOn),
  } satisfies Partial<Prisma.TaskCreateManyInput>;
}

/** Whoever it was handed to last; nobody once another department leads. */
function assigneeOf(entries: RegisterTask["entries"]): number | null {
  const last = entries.findLast(({ event }) =>
    ["HANDED_OVER", "TRANSFERRED", "REFUSED"].includes(event.kind),
  );
  return last?.event.kind === "HANDED_OVER" ? last.event.assigneeId : null;
}

/** Departments that are asked to help. */
function cooperationOf(key: string): string[] {
  const random = randomOf(`${key}/cooperation`);
  const count = random.weighted([
    [0, 42],
    [1, 33],
    [2, 18],
    [3, 7],
  ]);
  const asked = new Set<string>();
  while (asked.size < count) {
    asked.add(
      random.weighted([
        ["PHONG_KT", 22],
        ["PHONG_VHXH", 16],
        ["VP_HDND_UBND", 14],
        ["CONG_AN", 14],
        ["BAN_QLDA", 10],
        ["UBMTTQ_XA", 8],
        ["TT_DVTH", 7],
        ["BCH_QS", 5],
        ["TRAM_YT", 4],
      ]),
    );
  }
  return [...asked];
}

/** The rows of what was asked and, as far as it has been, decided. */
function extensionsOf(taskId: number, entries: RegisterTask["entries"], reference: Reference) {
  const rows: Prisma.ExtensionCreateManyInput[] = [];
  let dueOn: CivilDate | null = null;
  for (const { event, actor, at, note, extension } of entries) {
    const open = rows.at(-1);
    switch (event.kind) {
      case "ASSIGNED":
      case "DEADLINE_CORRECTED":
        dueOn = event.dueOn;
        break;
      case "EXTENSION_REQUESTED":
        if (dueOn === null) throw new Error(`Task ${taskId} has no deadline to extend`);
        rows.push({
          taskId,
          oldDueOn: toDatabaseDate(dueOn),
          newDueOn: toDatabaseDate(event.dueOn),
          reason: note ?? "",
          objective: extension?.objective ?? false,
          requestedOn: toDatabaseDate(event.on),
          requestedAt: at,
          requestedById: required(reference.users, actor),
        });
        break;
      case "EXTENSION_APPROVED":
      case "EXTENSION_REJECTED":
        if (!open) throw new Error(`Task ${taskId} has no extension to decide`);
        if (event.kind === "EXTENSION_APPROVED") dueOn = event.dueOn;
        open.decision = event.kind === "EXTENSION_APPROVED" ? "APPROVED" : "REJECTED";
        open.decidedOn = toDatabaseDate(event.on);
        open.decidedAt = at;
        open.decidedById = required(reference.users, actor);
        open.decisionNote = note;
        break;
    }
  }
  return rows;
}

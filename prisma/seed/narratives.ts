import { z } from "zod";
import {
  addMonths,
  type CivilDate,
  type CivilMonth,
  firstDayOf,
  lastDayOf,
} from "#lib/core/dates.ts";
import { Prisma, type Transaction } from "#lib/core/db.ts";
import { NARRATIVE_KINDS } from "#lib/narratives/schema.ts";
import { lateTasks } from "#lib/tasks/lateness.ts";
import { readData } from "./data.ts";
import { headOf } from "./people.ts";
import { randomOf } from "./random.ts";
import { FIRST_PERIOD } from "./register.ts";
import { type Reference, required } from "./sketch.ts";

const { reasons: WORDS, sections: SECTIONS } = z
  .object({
    reasons: z.record(z.string(), z.array(z.string()).nonempty()),
    sections: z.record(z.string(), z.partialRecord(z.enum(NARRATIVE_KINDS), z.string())),
  })
  .parse(JSON.parse(readData("narratives.json")));

type Weights = readonly (readonly [string, number])[];

/** What holds each department up. */
const HINDRANCES: Readonly<Record<string, Weights>> = {
  BAN_QLDA: [
    ["LAND", 45],
    ["FUNDS", 20],
    ["RULES", 15],
    ["WAITING_FOR_OTHERS", 15],
    ["OWN_FAULT", 5],
  ],
  PHONG_KT: [
    ["LAND", 26],
    ["WAITING_FOR_OTHERS", 20],
    ["STAFF", 18],
    ["RULES", 12],
    ["COMPLEX", 10],
    ["OWN_FAULT", 9],
    ["LATE_ASSIGNMENT", 3],
    ["OTHER", 2],
  ],
};
const USUAL: Weights = [
  ["WAITING_FOR_OTHERS", 28],
  ["STAFF", 22],
  ["LATE_ASSIGNMENT", 16],
  ["OWN_FAULT", 14],
  ["COMPLEX", 10],
  ["FUNDS", 6],
  ["RULES", 4],
];
const OF_PETITIONS: Weights = [
  ["WAITING_FOR_APPLICANT", 35],
  ["COMPLEX", 30],
  ["LAND", 20],
  ["RULES", 15],
];

/** The months whose report a newcomer opens: those published, and the latest two that are over. */
const PUBLISHED_MONTHS = ["2026-03", "2026-04"] as const satisfies readonly CivilMonth[];

/** How much departments have said of a month: all that was asked for long ago, not yet all of the latest. */
const EXPLAINED = { before: 0.92, latest: 0.6 } as const;
const WROTE_LATEST: readonly string[] = ["PHONG_KT", "BAN_QLDA", "TRAM_YT"];

/** Departments write in the first days of the next month. */
const WRITTEN_ON = 3;

function monthsWrittenFor(today: CivilDate): { month: CivilMonth; latest: boolean }[] {
  const over: CivilMonth[] = [];
  for (let month = FIRST_PERIOD; ; month = addMonths(month, 1)) {
    const writtenOn = `${addMonths(month, 1)}-0${WRITTEN_ON}`;
    if (writtenOn > today) break;
    over.push(month);
  }
  const chosen = over.filter(
    (month, index) =>
      PUBLISHED_MONTHS.some((published) => published === month) || index >= over.length - 2,
  );
  return chosen.map((month) => ({ month, latest: month === over.at(-1) }));
}

const writtenAt = (month: CivilMonth) =>
  new Date(`${addMonths(month, 1)}-0${WRITTEN_ON}T03:15:00Z`);

/** Why tasks of the demonstration register were late, and what departments wrote for the reports. */
export async function seedNarratives(
  transaction: Transaction,
  reference: Reference,
  today: CivilDate,
): Promise<void> {
  const kinds = await transaction.lateReasonKind.findMany({ select: { id: true, code: true } });
  const kindIds = new Map(kinds.map(({ id, code }) => [code, id]));
  const said = new Map<number, { kind: string; text: string }>();
  for (const { month, latest } of monthsWrittenFor(today)) {
    const share = latest ? EXPLAINED.latest : EXPLAINED.before;
    const data: Prisma.LateReasonCreateManyInput[] = [];
    for (const { id, code, department, field } of await lateIn(transaction, month)) {
      const random = randomOf(`reason/${code}/${month}`);
      const before = said.get(id);
      if (!random.chance(share)) continue;
      const reason = before && random.chance(0.8) ? before : reasonFor(department, field, random);
      said.set(id, reason);
      data.push({
        taskId: id,
        month,
        kindId: required(kindIds, reason.kind),
        text: reason.text,
        enteredById: required(reference.users, headOf(department)),
        enteredAt: writtenAt(month),
      });
    }
    await transaction.lateReason.createMany({ data });
    await transaction.narrativeSection.createMany({ data: sectionsFor(month, latest, reference) });
  }
}

function lateIn(transaction: Transaction, month: CivilMonth) {
  const period = { from: firstDayOf(month), asOf: lastDayOf(month) };
  return transaction.$queryRaw<{ id: number; code: string; department: string; field: string }[]>(
    Prisma.sql`
      select task.id, task.code, department.code as department, field.code as field
      from (${lateTasks(period)}) as late
      join task on task.id = late.task_id
      join department on department.id = late.first_department_id
      join field on field.id = late.first_field_id
      order by task.id`,
  );
}

function reasonFor(department: string, field: string, random: ReturnType<typeof randomOf>) {
  const weights = field === "DON_THU_KNTC" ? OF_PETITIONS : (HINDRANCES[department] ?? USUAL);
  const kind = random.weighted(weights);
  return { kind, text: random.pick(WORDS[kind] ?? [""]) };
}

function sectionsFor(
  month: CivilMonth,
  latest: boolean,
  reference: Reference,
): Prisma.NarrativeSectionCreateManyInput[] {
  return Object.entries(SECTIONS)
    .filter(([department]) => !latest || WROTE_LATEST.includes(department))
    .flatMap(([department, texts]) =>
      NARRATIVE_KINDS.flatMap((kind) => {
        const text = texts[kind];
        if (text === undefined) return [];
        return [
          {
            month,
            kind,
            text,
            departmentId: required(reference.departments, department),
            updatedById: required(reference.users, headOf(department)),
            updatedAt: writtenAt(month),
          },
        ];
      }),
    );
}

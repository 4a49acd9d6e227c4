import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { type CivilDate, type CivilMonth, fromDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { getSettings } from "#lib/periods/queries.ts";
import { periodOf } from "#lib/periods/rules.ts";
import { approveExtension, requestExtension } from "#lib/tasks/extensions.ts";
import * as lead from "#lib/tasks/lead-service.ts";
import { registerDirective } from "#lib/tasks/register.ts";
import { taskEventSchema } from "#lib/tasks/schema.ts";
import * as service from "#lib/tasks/service.ts";
import { DEPARTMENTS, FIELDS, givenCatalogues } from "#lib/tasks/testing/given.ts";
import { latenessInPeriod, liveThrough } from "#lib/tasks/testing/simulation.ts";
import { newTaskSchema } from "#lib/tasks/verbs.ts";
import type { Actor } from "#lib/users/schema.ts";
import { getSummary } from "./queries.ts";

/* From a directive's arrival to its last task's confirmation, by the people who do it; after each
 * step the figures of the months are held against the day-by-day simulation. */

await testDatabase();

const MONTHS: CivilMonth[] = ["2026-09", "2026-10", "2026-11"];
const people = {} as Record<"office" | "chairman" | "head" | "officeHead" | "projects", Actor>;
const ids: number[] = [];

async function person(role: Actor["role"], departmentId: number | null = null): Promise<Actor> {
  const { id, displayName } = await database().user.create({
    data: {
      login: `${role.toLowerCase()}.${departmentId ?? 0}`,
      displayName: role,
      role,
      departmentId,
      passwordHash: "-",
    },
  });
  return { id, displayName, role, departmentId, portfolioDepartmentIds: [] };
}

const today = (day: string) => vi.stubEnv("BUSINESS_TODAY", day);

beforeAll(async () => {
  await givenCatalogues();
  await database().department.update({ where: { id: 2 }, data: { kind: "OFFICE" } });
  people.office = await person("OFFICE");
  people.chairman = await person("CHAIRMAN");
  people.head = await person("DEPARTMENT_HEAD", 1);
  people.officeHead = await person("DEPARTMENT_HEAD", 2);
  people.projects = await person("DEPARTMENT_HEAD", 3);
});
afterAll(() => {
  vi.unstubAllEnvs();
});

const note = () => ({ on: null, note: null });
const because = (reason: string) => ({ on: null, note: reason });
const submission = (completedOn: string) => ({
  ...note(),
  files: [],
  completedOn: completedOn as CivilDate,
});
const task = (index: number) => ids[index] ?? 0;
const extension = async (index: number) =>
  (
    await database().extension.findFirstOrThrow({
      where: { taskId: task(index), decision: null },
      select: { id: true },
    })
  ).id;
const ask = (index: number, dueOn: string) =>
  requestExtension(people.head, task(index), {
    on: null,
    note: "Chờ ý kiến sở chuyên ngành",
    dueOn: dueOn as CivilDate,
    objective: true,
    files: [],
  });
const given = (title: string, dueOn: string) =>
  newTaskSchema.parse({ title, dueOn, department: "PHONG_KT", field: "TBKL" });

/** The day, what is done on it, and the step. */
const STEPS: [CivilDate, string, () => Promise<unknown>][] = [
  [
    "2026-09-01",
    "the Office registers a directive with five tasks",
    async () => {
      const registered = await registerDirective(people.office, {
        directive: {
          number: "88/UBND",
          issuedOn: "2026-08-28",
          issuingBody: "UBND_TP",
          type: "OFFICIAL_LETTER",
          abstract: "V/v rà soát đất đai",
          signerPosition: null,
          receivedOn: null,
          urgency: "NORMAL",
          sector: null,
        },
        files: [],
        tasks: [
          given("trả lại một lần", "2026-09-20"),
          given("gia hạn đúng lúc", "2026-09-25"),
          given("gia hạn khi đã muộn", "2026-09-15"),
          given("từ chối rồi giao lại", "2026-09-30"),
          given("chuyển đơn vị khi đang muộn", "2026-09-10"),
        ],
      });
      ids.push(...registered.tasks.map(({ id }) => id));
    },
  ],
  ...[0, 1, 2, 4].map((index): [CivilDate, string, () => Promise<unknown>] => [
    "2026-09-02",
    `the department accepts task ${index}`,
    () => service.acceptTask(people.head, task(index), note()),
  ]),
  [
    "2026-09-03",
    "refuses one",
    () => service.refuseTask(people.head, task(3), because("Không đúng chức năng")),
  ],
  [
    "2026-09-04",
    "the Office gives it to another",
    () =>
      lead.transferTask(people.office, task(3), {
        ...note(),
        department: "BAN_QLDA",
        field: null,
      }),
  ],
  ["2026-09-05", "which accepts", () => service.acceptTask(people.projects, task(3), note())],
  [
    "2026-09-18",
    "work is submitted",
    () => service.submitTask(people.head, task(0), submission("2026-09-17")),
  ],
  [
    "2026-09-22",
    "and returned when its deadline has passed",
    () => lead.returnTask(people.chairman, task(0), because("Thiếu số liệu")),
  ],
  ["2026-09-24", "an extension is asked for in time", () => ask(1, "2026-10-10")],
  [
    "2026-09-28",
    "and granted when the deadline has passed",
    async () => approveExtension(people.chairman, await extension(1), note()),
  ],
  ["2026-10-01", "another is asked for late", () => ask(2, "2026-10-20")],
  [
    "2026-10-05",
    "and granted",
    async () => approveExtension(people.chairman, await extension(2), note()),
  ],
  [
    "2026-10-08",
    "a late task goes to another department",
    () =>
      lead.transferTask(people.chairman, task(4), {
        ...note(),
        department: "BAN_QLDA",
        field: "DON_THU",
      }),
  ],
  [
    "2026-10-12",
    "the returned work is submitted again",
    () => service.submitTask(people.head, task(0), submission("2026-10-09")),
  ],
  ["2026-10-13", "and confirmed", () => lead.confirmTask(people.chairman, task(0), note())],
  ["2026-10-14", "one is paused", () => lead.pauseTask(people.office, task(4), because("Chờ"))],
  ["2026-10-26", "and resumed", () => lead.resumeTask(people.office, task(4), note())],
  [
    "2026-10-30",
    "the extended ones are done, one in time and one late",
    async () => {
      await service.submitTask(people.head, task(1), submission("2026-10-10"));
      await service.submitTask(people.head, task(2), submission("2026-10-28"));
      await lead.confirmTask(people.chairman, task(1), note());
      await lead.confirmTask(people.chairman, task(2), note());
    },
  ],
  [
    "2026-11-03",
    "one is stopped",
    () => lead.cancelTask(people.chairman, task(4), because("Thôi")),
  ],
  [
    "2026-11-10",
    "the last is done",
    async () => {
      await service.submitTask(people.projects, task(3), submission("2026-11-09"));
      await lead.confirmTask(people.chairman, task(3), note());
    },
  ],
  [
    "2026-11-20",
    "and one is opened again",
    () => lead.reopenTask(people.chairman, task(1), because("Kiểm tra lại")),
  ],
];

/** How the simulation counts the late tasks of a month, as `getSummary` does. */
async function simulated(month: CivilMonth, day: CivilDate) {
  const { from, asOf } = periodOf(month, await getSettings(), day);
  const rows = await database().taskEvent.findMany({
    orderBy: [{ taskId: "asc" }, { sequence: "asc" }],
  });
  const lives = ids.map((id) =>
    liveThrough(
      rows
        .filter(({ taskId }) => taskId === id)
        .map(({ kind, on, data }) =>
          taskEventSchema.parse({ ...Object(data), kind, on: fromDatabaseDate(on) }),
        ),
      day,
    ),
  );
  const late = lives.flatMap((life) => latenessInPeriod(life, from, asOf) ?? []);
  const count = (which: (one: (typeof late)[number]) => boolean) => late.filter(which).length;
  const cells = DEPARTMENTS.flatMap((department) =>
    FIELDS.map((field) => {
      const first = (one: (typeof late)[number]) =>
        one.first.departmentId === department.id && one.first.fieldId === field.id;
      const last = (one: (typeof late)[number]) =>
        one.last.departmentId === department.id && one.last.fieldId === field.id;
      return {
        department: department.code,
        field: field.code,
        carriedOver: count((one) => one.carriedOver && first(one)),
        newlyOverdue: count((one) => !one.carriedOver && first(one)),
        outstanding: count((one) => one.resolvedBy === null && last(one)),
        resolved: count((one) => one.resolvedBy !== null && last(one)),
      };
    }),
  ).filter(
    ({ carriedOver, newlyOverdue, outstanding, resolved }) =>
      carriedOver + newlyOverdue + outstanding + resolved > 0,
  );
  return {
    late: late.length,
    carriedOver: count(({ carriedOver }) => carriedOver),
    outstanding: count(({ resolvedBy }) => resolvedBy === null),
    completed: count(({ resolvedBy }) => resolvedBy === "COMPLETED"),
    extended: count(({ resolvedBy }) => resolvedBy === "EXTENDED"),
    cells,
  };
}

async function counted(month: CivilMonth, day: CivilDate) {
  const { overdue } = await getSummary(people.chairman, periodOf(month, await getSettings(), day));
  const { late, carriedOver, outstanding, resolved } = overdue.total;
  return {
    late,
    carriedOver,
    outstanding,
    completed: resolved.completed,
    extended: resolved.extended,
    cells: overdue.matrix
      .map((cell) => ({
        department: cell.department,
        field: cell.field,
        carriedOver: cell.carriedOver,
        newlyOverdue: cell.newlyOverdue,
        outstanding: cell.outstanding,
        resolved: cell.resolved.total,
      }))
      .filter(
        (cell) => cell.carriedOver + cell.newlyOverdue + cell.outstanding + cell.resolved > 0,
      ),
  };
}

const byPlace = (a: { department: string; field: string }, b: typeof a) =>
  `${a.department}/${a.field}` < `${b.department}/${b.field}` ? -1 : 1;

it.each(STEPS)("%s: %s", async (day, _what, step) => {
  today(day);
  await step();
  for (const month of MONTHS.filter((each) => `${each}-01` <= day)) {
    const expected = await simulated(month, day);
    const got = await counted(month, day);
    got.cells.sort(byPlace);
    expected.cells.sort(byPlace);
    expect(got, month).toEqual(expected);
  }
});

it("counts in October what was late in it", async () => {
  // Carried over: 0 (late since 21 September), 2 (since the 16th) and 4 (since the 11th). New: 3
  // (due on 30 September), and 1, whose completion in time was taken back.
  expect(await counted("2026-10", "2026-10-31")).toMatchObject({ late: 5, carriedOver: 3 });
});

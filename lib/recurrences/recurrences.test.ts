import { beforeEach, describe, expect, test, vi } from "vitest";
import { type CivilDate, fromDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import {
  ConflictError,
  ForbiddenError,
  InvalidInputError,
  NotFoundError,
} from "#lib/core/errors.ts";
import { log } from "#lib/core/log.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenCatalogues } from "#lib/tasks/testing/given.ts";
import type { Actor } from "#lib/users/schema.ts";
import { givenAccount } from "#lib/users/testing/accounts.ts";
import { makeOccurrences } from "./occurrences.ts";
import { listRecurrences } from "./queries.ts";
import { type NewRecurrence, newRecurrenceSchema, recurrenceSeenSchema } from "./schema.ts";
import { changeRecurrence, createRecurrence, stopRecurrence } from "./service.ts";

await testDatabase();
await givenCatalogues();
process.env.BUSINESS_TODAY = "2026-11-20";

const accounts = {
  office: await givenAccount({ role: "OFFICE" }),
  deputy: await givenAccount({ role: "VICE_CHAIRMAN" }),
  head: await givenAccount({ role: "DEPARTMENT_HEAD", departmentId: 1 }),
};
const acting = (role: Actor["role"], id: number, portfolio: number[] = []): Actor => ({
  role,
  id,
  departmentId: role === "DEPARTMENT_HEAD" ? 1 : null,
  portfolioDepartmentIds: portfolio,
  displayName: "Vị trí",
});
const office = acting("OFFICE", accounts.office.id);
const deputy = acting("VICE_CHAIRMAN", accounts.deputy.id, [1]);
const head = acting("DEPARTMENT_HEAD", accounts.head.id);

/** A report due every Friday, made five days before. */
const WEEKLY = {
  title: "Báo cáo trật tự xây dựng tuần",
  department: "PHONG_KT",
  cooperating: "VP_UBND",
  field: "TBKL",
  sector: "DAT_DAI",
  frequency: "WEEKLY",
  dueDay: "5",
  leadDays: "5",
  startsOn: "2026-11-01",
};

function entered(given: Partial<Record<keyof NewRecurrence, string>> = {}): NewRecurrence {
  return newRecurrenceSchema.parse({ ...WEEKLY, ...given });
}

/** What the register held before the test: history is never deleted. */
let before = { task: 0, recurrence: 0 };
const isNew = () => ({ id: { gt: before.task } });

async function deadlines(): Promise<CivilDate[]> {
  const tasks = await database().task.findMany({ where: isNew(), orderBy: { dueOn: "asc" } });
  return tasks.flatMap(({ dueOn }) => (dueOn ? [fromDatabaseDate(dueOn)] : []));
}

/** The recurring tasks of this test that someone plans. */
async function planned(viewer: Actor) {
  return (await listRecurrences(viewer)).filter(({ id }) => id > before.recurrence);
}

beforeEach(async () => {
  vi.restoreAllMocks();
  await database().recurrence.updateMany({ data: { stoppedAt: new Date() } });
  const [task, recurrence] = await Promise.all([
    database().task.aggregate({ _max: { id: true } }),
    database().recurrence.aggregate({ _max: { id: true } }),
  ]);
  before = { task: task._max.id ?? 0, recurrence: recurrence._max.id ?? 0 };
});

describe("makeOccurrences", () => {
  test("makes each task ahead of its deadline, with all that it is to have", async () => {
    await createRecurrence(office, entered({ leaderId: String(accounts.deputy.id) }));
    expect(await makeOccurrences("2026-11-20")).toBe(1);
    expect(await makeOccurrences("2026-11-21")).toBe(0);
    expect(await makeOccurrences("2026-11-22")).toBe(1);
    expect(await deadlines()).toEqual(["2026-11-20", "2026-11-27"]);
    const [task] = await database().task.findMany({
      where: isNew(),
      include: { cooperations: true, events: true, occurrence: true, notifications: true },
    });
    expect(task).toMatchObject({
      title: WEEKLY.title,
      leadDepartmentId: 1,
      fieldId: 11,
      sectorId: 21,
      leaderId: accounts.deputy.id,
      status: "ASSIGNED",
      cooperations: [{ departmentId: 2 }],
      events: [{ kind: "ASSIGNED", actorId: null }],
      occurrence: { nominalOn: new Date("2026-11-20") },
      notifications: [{ userId: accounts.head.id, kind: "ASSIGNED" }],
    });
  });

  test("never twice: run again, and by two workers at once", async () => {
    await createRecurrence(office, entered());
    await createRecurrence(office, entered({ title: "Khác", dueDay: "4" }));
    const made = await Promise.all([
      makeOccurrences("2026-11-24"),
      makeOccurrences("2026-11-24"),
      makeOccurrences("2026-11-24"),
    ]);
    expect(made.reduce((sum, count) => sum + count)).toBe(2);
    expect(await makeOccurrences("2026-11-24")).toBe(0);
    expect(await deadlines()).toEqual(["2026-11-26", "2026-11-27"]);
  });

  test("once a week, also where the day was changed after the task was made", async () => {
    const { id } = await createRecurrence(office, entered({ dueDay: "4" }));
    await makeOccurrences("2026-11-24");
    await changeRecurrence(office, { ...entered({ dueDay: "5" }), id, version: 1 });
    await makeOccurrences("2026-11-24");
    await makeOccurrences("2026-11-29");
    expect(await deadlines()).toEqual(["2026-11-26", "2026-12-04"]);
  });

  test("a deadline on a day off moves to a working day, and the task is made ahead of that", async () => {
    await database().calendarDay.create({
      data: { on: new Date("2026-11-27"), kind: "HOLIDAY", name: "Nghỉ" },
    });
    await createRecurrence(office, entered());
    await createRecurrence(office, entered({ shift: "AFTER" }));
    await makeOccurrences("2026-11-21");
    expect(await deadlines()).toEqual(["2026-11-26"]);
    await makeOccurrences("2026-11-25");
    expect(await deadlines()).toEqual(["2026-11-26", "2026-11-30"]);
    await database().calendarDay.deleteMany();
  });

  test("what was missed is made up for while there is time, and not afterwards", async () => {
    await createRecurrence(office, entered({ leadDays: "20" }));
    process.env.BUSINESS_TODAY = "2026-12-10";
    await makeOccurrences("2026-12-10");
    process.env.BUSINESS_TODAY = "2026-11-20";
    expect(await deadlines()).toEqual(["2026-12-11", "2026-12-18", "2026-12-25"]);
  });

  test("stopped, it makes no more", async () => {
    const { id } = await createRecurrence(office, entered());
    await stopRecurrence(office, { id, version: 1 });
    expect(await makeOccurrences("2026-11-24")).toBe(0);
  });

  test("one that cannot be made is said and keeps none of the others", async () => {
    const said = vi.spyOn(log, "error").mockImplementation(() => {});
    const { id } = await createRecurrence(office, entered());
    await createRecurrence(office, entered({ department: "BAN_QLDA", cooperating: "" }));
    await database().department.update({ where: { id: 1 }, data: { active: false } });
    await expect(makeOccurrences("2026-11-24")).rejects.toThrow(AggregateError);
    await database().department.update({ where: { id: 1 }, data: { active: true } });
    expect(said).toHaveBeenCalledWith(
      expect.objectContaining({ recurrence: id }),
      "recurring task not made",
    );
    expect(await deadlines()).toEqual(["2026-11-27"]);
  });

  test("whoever has left is in charge of nothing new", async () => {
    const gone = await givenAccount({ role: "VICE_CHAIRMAN" });
    await createRecurrence(office, entered({ leaderId: String(gone.id) }));
    await database().user.update({ where: { id: gone.id }, data: { disabledAt: new Date() } });
    await makeOccurrences("2026-11-24");
    expect(await database().task.findMany({ where: isNew(), select: { leaderId: true } })).toEqual([
      { leaderId: null },
    ]);
  });
});

describe("who plans", () => {
  test("a vice-chairman for the portfolio only; a head not at all", async () => {
    await expect(createRecurrence(head, entered())).rejects.toThrow(ForbiddenError);
    await expect(createRecurrence(deputy, entered({ department: "BAN_QLDA" }))).rejects.toThrow(
      ForbiddenError,
    );
    const own = await createRecurrence(deputy, entered());
    const other = await createRecurrence(office, entered({ department: "BAN_QLDA" }));
    const ids = async (viewer: Actor) => (await planned(viewer)).map(({ id }) => id);
    expect(await ids(deputy)).toEqual([own.id]);
    expect(await ids(head)).toEqual([]);
    expect((await ids(office)).sort()).toEqual([own.id, other.id].sort());
    const seen = { id: other.id, version: 1 };
    await expect(stopRecurrence(deputy, seen)).rejects.toThrow(NotFoundError);
    await expect(changeRecurrence(deputy, { ...entered(), ...seen })).rejects.toThrow(
      NotFoundError,
    );
    const away = { ...entered({ department: "BAN_QLDA" }), id: own.id, version: 1 };
    await expect(changeRecurrence(deputy, away)).rejects.toThrow(ForbiddenError);
  });

  test("of two who change it, the second is told", async () => {
    const { id } = await createRecurrence(office, entered());
    const change = { ...entered({ title: "Mới" }), id, version: 1 };
    const answers = await Promise.allSettled([
      changeRecurrence(office, change),
      changeRecurrence(deputy, change),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await stopRecurrence(office, { id, version: 2 });
    await expect(stopRecurrence(office, { id, version: 3 })).rejects.toThrow(ConflictError);
  });
});

test("a request that comes twice plans once", async () => {
  const plan = { ...entered(), requestKey: crypto.randomUUID() };
  const [first, second] = await Promise.all([
    createRecurrence(office, plan),
    createRecurrence(office, plan),
  ]);
  expect(first).toEqual(second);
  expect(await planned(office)).toHaveLength(1);
});

test("the list says when it is next due", async () => {
  await createRecurrence(office, entered({ endsOn: "2026-12-04" }));
  expect(await planned(office)).toMatchObject([
    {
      department: "PHONG_KT",
      cooperating: ["VP_UBND"],
      next: ["2026-11-20", "2026-11-27", "2026-12-04"],
      made: 0,
      stopped: false,
    },
  ]);
});

test("what cannot be is refused at its entry", async () => {
  const pathsOf = (given: Record<string, string>) =>
    newRecurrenceSchema
      .safeParse({ ...WEEKLY, ...given })
      .error?.issues.map(({ path }) => path.join("."));
  expect(pathsOf({ dueDay: "8" })).toEqual(["dueDay"]);
  expect(pathsOf({ frequency: "MONTHLY", dueDay: "32" })).toEqual(["dueDay"]);
  expect(pathsOf({ leadDays: "91" })).toEqual(["leadDays"]);
  expect(pathsOf({ endsOn: "2026-10-31" })).toEqual(["endsOn"]);
  expect(pathsOf({ title: " " })).toEqual(["title"]);
  await expect(createRecurrence(office, entered({ field: "NOTHING" }))).rejects.toThrow(
    InvalidInputError,
  );
});

test("an id or version that there cannot be is refused", () => {
  const seen = { id: "2147483648", version: "2147483648" };
  expect(recurrenceSeenSchema.safeParse(seen).error?.issues).toMatchObject([
    { path: ["id"] },
    { path: ["version"] },
  ]);
});

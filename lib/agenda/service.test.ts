import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { taskFilterSchema } from "#lib/tasks/filters.ts";
import { listTasks } from "#lib/tasks/queries.ts";
import { assigned, givenCatalogues, givenTask } from "#lib/tasks/testing/given.ts";
import type { CurrentUser, Role } from "#lib/users/schema.ts";
import { givenSignedIn } from "#lib/users/testing/accounts.ts";
import { listDeadlines, listEntries, listHosts } from "./queries.ts";
import { dueHref, type NewEntry } from "./schema.ts";
import { changeEntry, createEntry, removeEntry } from "./service.ts";

await testDatabase();

const WEEK = { from: "2026-11-16", to: "2026-11-22" } as const;
const ECONOMY = 1;
const OFFICE = 2;

let people: Record<Exclude<Role, "ADMIN" | "OBSERVER"> | "STRANGER", CurrentUser>;

beforeAll(async () => {
  await givenCatalogues();
  people = {
    CHAIRMAN: await givenSignedIn({ role: "CHAIRMAN" }),
    VICE_CHAIRMAN: await givenSignedIn({ role: "VICE_CHAIRMAN" }),
    OFFICE: await givenSignedIn({ role: "OFFICE", departmentId: OFFICE }),
    DEPARTMENT_HEAD: await givenSignedIn({ role: "DEPARTMENT_HEAD", departmentId: ECONOMY }),
    OFFICER: await givenSignedIn({ role: "OFFICER", departmentId: ECONOMY }),
    STRANGER: await givenSignedIn({ role: "DEPARTMENT_HEAD", departmentId: 3 }),
  };
});

beforeEach(() => database().calendarEntry.deleteMany());

const entry = (given: Partial<NewEntry> = {}): NewEntry => ({
  calendar: "PHONG_KT",
  kind: "MEETING",
  title: "Giao ban tuần",
  place: null,
  participants: null,
  host: null,
  on: "2026-11-16",
  start: 480,
  end: 600,
  ...given,
});

const titles = async (viewer: CurrentUser, owner: number | null) =>
  (await listEntries(viewer, owner, WEEK)).map(({ title }) => title);

describe("who keeps and reads a calendar", () => {
  test("a department's is kept by its head and the Office, read by its people and the leaders", async () => {
    await createEntry(people.DEPARTMENT_HEAD, entry());
    await createEntry(people.OFFICE, entry({ title: "Kiểm tra", start: null, end: null }));
    for (const name of ["CHAIRMAN", "OFFICE", "DEPARTMENT_HEAD", "OFFICER"] as const) {
      expect(await titles(people[name], ECONOMY)).toEqual(["Kiểm tra", "Giao ban tuần"]);
    }
    await expect(createEntry(people.OFFICER, entry())).rejects.toMatchObject({ status: 403 });
    await expect(createEntry(people.CHAIRMAN, entry())).rejects.toMatchObject({ status: 403 });
    await expect(createEntry(people.STRANGER, entry())).rejects.toMatchObject({ status: 404 });
    await expect(listEntries(people.STRANGER, ECONOMY, WEEK)).rejects.toMatchObject({
      status: 404,
    });
    await expect(listDeadlines(people.STRANGER, ECONOMY, WEEK)).rejects.toMatchObject({
      status: 404,
    });
  });

  test("the leaders' is kept by them and the Office, read by everyone with a desk", async () => {
    for (const name of ["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE"] as const) {
      await createEntry(people[name], entry({ calendar: "leaders", title: name }));
    }
    expect(await titles(people.OFFICER, null)).toEqual(["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE"]);
    const refused = createEntry(people.DEPARTMENT_HEAD, entry({ calendar: "leaders" }));
    await expect(refused).rejects.toMatchObject({ status: 403 });
    const administrator = await givenSignedIn({ role: "ADMIN" });
    await expect(listEntries(administrator, null, WEEK)).rejects.toMatchObject({ status: 404 });
  });

  test("there is no calendar of a department that is not there", async () => {
    const refused = createEntry(people.OFFICE, entry({ calendar: "KHONG_CO" }));
    await expect(refused).rejects.toMatchObject({ status: 404 });
  });

  test("only the leaders and the department's own people host", async () => {
    const hosts = (await listHosts(ECONOMY)).map(({ id }) => id);
    const expected = [
      people.CHAIRMAN,
      people.VICE_CHAIRMAN,
      people.DEPARTMENT_HEAD,
      people.OFFICER,
    ];
    expect(hosts.sort()).toEqual(expected.map(({ id }) => id).sort());
    const refused = createEntry(people.OFFICE, entry({ host: people.STRANGER.id }));
    await expect(refused).rejects.toMatchObject({
      issues: [{ path: "host", key: "agenda.problems.host" }],
    });
  });
});

describe("two people at once", () => {
  const change = { ...entry(), version: 1 };

  test("the second is told what the first has left, and nothing is lost", async () => {
    const { id } = await createEntry(people.OFFICE, entry());
    await changeEntry(people.OFFICE, { ...change, id, title: "Dời phòng họp", place: "Phòng 2" });
    await expect(
      changeEntry(people.DEPARTMENT_HEAD, { ...change, id, title: "Đổi giờ" }),
    ).rejects.toMatchObject({
      code: "STALE",
      current: { title: "Dời phòng họp", place: "Phòng 2", version: "2", start: "08:00" },
    });
    expect(await titles(people.OFFICE, ECONOMY)).toEqual(["Dời phòng họp"]);
    await changeEntry(people.DEPARTMENT_HEAD, { ...change, id, version: 2, title: "Đổi giờ" });
    expect(await titles(people.OFFICE, ECONOMY)).toEqual(["Đổi giờ"]);
  });

  test("of changes in the same moment one wins", async () => {
    const { id } = await createEntry(people.OFFICE, entry());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        changeEntry(people.OFFICE, { ...change, id, title: `Bản ${index}` }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("what has changed is not thrown away unseen, and what is gone is said to be gone", async () => {
    const { id } = await createEntry(people.OFFICE, entry());
    await changeEntry(people.OFFICE, { ...change, id });
    const unseen = removeEntry(people.DEPARTMENT_HEAD, { id, version: 1 });
    await expect(unseen).rejects.toMatchObject({ code: "STALE" });
    const foreign = removeEntry(people.STRANGER, { id, version: 2 });
    await expect(foreign).rejects.toMatchObject({ status: 404 });
    const readOnly = removeEntry(people.OFFICER, { id, version: 2 });
    await expect(readOnly).rejects.toMatchObject({ status: 403 });
    await removeEntry(people.DEPARTMENT_HEAD, { id, version: 2 });
    await expect(removeEntry(people.OFFICE, { id, version: 2 })).rejects.toMatchObject({
      status: 404,
    });
  });
});

test("what is due is shown by day, short, and to each as far as they may see it", async () => {
  for (let count = 0; count < 6; count += 1) {
    await givenTask([assigned("2026-11-01", "2026-11-18", ECONOMY)], { title: `Việc ${count}` });
  }
  await givenTask([assigned("2026-11-01", "2026-11-22", 3)], { title: "Việc của ban" });
  await givenTask([assigned("2026-11-01", "2026-11-23", ECONOMY)], { title: "Tuần sau" });
  const totals = async (viewer: CurrentUser, owner: number | null) =>
    (await listDeadlines(viewer, owner, WEEK)).map(({ on, total, tasks }) => [
      on,
      total,
      tasks.length,
    ]);
  expect(await totals(people.OFFICER, ECONOMY)).toEqual([["2026-11-18", 6, 3]]);
  expect(await totals(people.CHAIRMAN, null)).toEqual([
    ["2026-11-18", 6, 3],
    ["2026-11-22", 1, 1],
  ]);
  expect(await totals(people.STRANGER, null)).toEqual([["2026-11-22", 1, 1]]);
});

test("what is counted as due is what the list behind it holds: no parts, nothing put off", async () => {
  const on = "2026-11-19";
  const due = assigned("2026-11-01", on, ECONOMY);
  const whole = await givenTask([due]);
  const part = await givenTask([due]);
  await database().task.update({ where: { id: part.id }, data: { parentId: whole.id } });
  await givenTask([due, { kind: "PAUSED", on: "2026-11-10" }]);
  await givenTask([due, { kind: "CANCELLED", on: "2026-11-10" }]);
  await givenTask([
    due,
    { kind: "SUBMITTED", on: "2026-11-10", completedOn: "2026-11-10" },
    { kind: "CONFIRMED", on: "2026-11-10" },
  ]);
  vi.stubEnv("BUSINESS_TODAY", "2026-11-18");
  const counted = await listDeadlines(people.OFFICER, ECONOMY, { from: on, to: on });
  const filter = Object.fromEntries(new URLSearchParams(dueHref(on, "PHONG_KT").split("?")[1]));
  const listed = await listTasks(people.OFFICER, taskFilterSchema.parse(filter));
  vi.unstubAllEnvs();
  expect(counted[0]?.total).toBe(2);
  expect(listed.total).toBe(2);
});

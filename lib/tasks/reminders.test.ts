import { beforeEach, expect, test } from "vitest";
import type { CivilDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenAccount } from "#lib/users/testing/accounts.ts";
import { remindOfDeadlines } from "./reminders.ts";
import { assigned, givenCatalogues, givenTask } from "./testing/given.ts";

await testDatabase();
await givenCatalogues();

const head = await givenAccount({ role: "DEPARTMENT_HEAD", departmentId: 1 });
const officer = await givenAccount({ role: "OFFICER", departmentId: 1 });
const chairman = await givenAccount({ role: "CHAIRMAN" });
await givenAccount({ role: "DEPARTMENT_HEAD", departmentId: 2 });
await givenAccount({ role: "OFFICER", departmentId: 1 });

beforeEach(async () => {
  await database().notification.deleteMany();
});

/** A task of department 1 with this deadline, handed to the officer, under the chairman. */
async function givenDeadline(
  dueOn: CivilDate,
  status: "IN_PROGRESS" | "SUBMITTED" = "IN_PROGRESS",
) {
  const { id } = await givenTask([assigned("2026-03-02", dueOn)]);
  await database().task.update({
    where: { id },
    data: { status, assigneeId: officer.id, leaderId: chairman.id },
  });
  return id;
}

/** Who was told of what, as text. */
async function told(taskId: number): Promise<string[]> {
  const rows = await database().notification.findMany({ where: { taskId } });
  const names = new Map([
    [head.id, "head"],
    [officer.id, "officer"],
    [chairman.id, "chairman"],
  ]);
  return rows.map(({ userId, kind }) => `${kind} ${names.get(userId) ?? "somebody"}`).sort();
}

test("a near deadline is told of to those who do the work", async () => {
  // Thursday 9 April 2026; five working days on is Thursday 16.
  const [today, last, later] = await Promise.all([
    givenDeadline("2026-04-09"),
    givenDeadline("2026-04-16"),
    givenDeadline("2026-04-17"),
  ]);
  await remindOfDeadlines("2026-04-09");
  expect(await told(today)).toEqual(["DUE_SOON head", "DUE_SOON officer"]);
  expect(await told(last)).toEqual(["DUE_SOON head", "DUE_SOON officer"]);
  expect(await told(later)).toEqual([]);
});

test("a missed deadline is told of to the leader in charge too, on the first day late", async () => {
  const id = await givenDeadline("2026-05-05");
  await remindOfDeadlines("2026-05-05");
  expect(await told(id)).toEqual(["DUE_SOON head", "DUE_SOON officer"]);
  await remindOfDeadlines("2026-05-06");
  expect(await told(id)).toEqual([
    "DUE_SOON head",
    "DUE_SOON officer",
    "OVERDUE chairman",
    "OVERDUE head",
    "OVERDUE officer",
  ]);
});

test("once each, however often it runs, also two at a time; a new deadline counts anew", async () => {
  const id = await givenDeadline("2026-06-08");
  await Promise.all([remindOfDeadlines("2026-06-09"), remindOfDeadlines("2026-06-09")]);
  await remindOfDeadlines("2026-06-10");
  expect(await told(id)).toHaveLength(3);
  await database().task.update({ where: { id }, data: { dueOn: new Date("2026-06-12") } });
  await remindOfDeadlines("2026-06-10");
  expect((await told(id)).filter((line) => line.startsWith("DUE_SOON"))).toHaveLength(2);
});

test("days on which nothing ran are made up for, within a week", async () => {
  const [recent, old] = await Promise.all([
    givenDeadline("2026-07-06"),
    givenDeadline("2026-07-05"),
  ]);
  await remindOfDeadlines("2026-07-13");
  expect(await told(recent)).toHaveLength(3);
  expect(await told(old)).toEqual([]);
});

test("whoever has handed it in waits; the leader learns that it is late", async () => {
  const id = await givenDeadline("2026-08-05", "SUBMITTED");
  await remindOfDeadlines("2026-08-05");
  expect(await told(id)).toEqual([]);
  await remindOfDeadlines("2026-08-06");
  expect(await told(id)).toEqual(["OVERDUE chairman"]);
});

import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { addDays, type CivilDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { daysLate } from "./order.ts";
import { timelinessOf } from "./rules.ts";
import { type TaskStatus, TIMELINESSES, type Timeliness } from "./schema.ts";
import { inTimeliness, type Standing, standingAt } from "./standing.ts";
import { assigned, givenTask } from "./testing/given.ts";
import { DEPARTMENTS, FIELDS, historyArbitrary, LAST_DAY } from "./testing/histories.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", LAST_DAY);
const named = (id: number) => ({
  id,
  code: `C_${id}`,
  name: `${id}`,
  short: `${id}`,
  nameEn: `${id}`,
  position: id,
});
await database().department.createMany({
  data: DEPARTMENTS.map((id) => ({ ...named(id), kind: "SPECIALIST" as const })),
});
await database().field.createMany({ data: FIELDS.map(named) });

const SOON = addDays(LAST_DAY, 7);
const histories = fc.sample(historyArbitrary, { numRuns: 150, seed: 7 });
for (const events of histories) await givenTask(events);
for (const days of [0, 7, 8]) {
  await givenTask([assigned(addDays(LAST_DAY, -9), addDays(LAST_DAY, days))]);
}

type Row = {
  id: number;
  status: TaskStatus;
  dueOn: CivilDate | null;
  completedOn: CivilDate | null;
  overdue: boolean;
};

function rowsOf(standing: Standing): Promise<Row[]> {
  const { joins, status, dueOn, departmentId, fieldId, overdue, open } = standing;
  return database().$queryRaw<Row[]>`
    select task.id, ${status}::text as status, ${dueOn}::text as "dueOn", coalesce(${overdue}, false) as overdue,
      ${open} as open, ${standing.completedOn}::text as "completedOn",
      ${departmentId} as department_id, ${fieldId} as field_id,
      ${standing.progress} as progress, ${daysLate(standing)} as days_late
    from task ${joins} order by task.id`;
}

async function membersOf(standing: Standing, timeliness: Timeliness): Promise<number[]> {
  const rows = await database().$queryRaw<{ id: number }[]>`
    select task.id from task ${standing.joins}
    where ${inTimeliness(standing, [timeliness])} order by task.id`;
  return rows.map(({ id }) => id);
}

// Two roads lead to today's standing: the task's own row, and its phases and late spells.
const now = standingAt(LAST_DAY, LAST_DAY, SOON);
const then = standingAt(LAST_DAY, addDays(LAST_DAY, 1), SOON);

test("a task's own row and its phases and spells tell the same of today", async () => {
  const [own, told] = await Promise.all([rowsOf(now), rowsOf(then)]);
  expect(told).toEqual(own);
  expect(own.filter(({ overdue }) => overdue).length).toBeGreaterThan(10);
  expect(new Set(own.map(({ status }) => status)).size).toBeGreaterThan(4);
});

test.each([
  ["the task's own row", now],
  ["phases and spells", then],
])("the classes by %s are those of the rule, each task in one", async (_, standing) => {
  const rows = await rowsOf(standing);
  for (const timeliness of TIMELINESSES) {
    const expected = rows.filter(({ status, ...row }) => {
      const paused = status === "PAUSED";
      return (
        status !== "CANCELLED" && timelinessOf({ ...row, paused }, LAST_DAY, SOON) === timeliness
      );
    });
    expect(await membersOf(standing, timeliness)).toEqual(expected.map(({ id }) => id));
    expect(expected.length, timeliness).toBeGreaterThan(0);
  }
});

import pg from "pg";
import { describe, expect, test, vi } from "vitest";
import { toDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenAccount } from "#lib/users/testing/accounts.ts";
import { getDirective, listDirectives } from "./directive-queries.ts";
import { getTask, listTasks } from "./queries.ts";
import { assigned, givenCatalogues, givenDirective, givenTask, viewerOf } from "./testing/given.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-05-20");
await givenCatalogues();
await database().calendarDay.create({
  data: { on: toDatabaseDate("2026-04-30"), kind: "HOLIDAY", name: "Ngày Giải phóng" },
});
const CHAIRMAN = viewerOf("CHAIRMAN");

describe("a task's page", () => {
  test("has its directive, spells, extensions and history, and both counts of days late", async () => {
    const directiveId = await givenDirective({ number: "1/UBND", abstract: "Về việc đất đai" });
    const officer = await givenAccount();
    const { displayName } = await database().user.findUniqueOrThrow({ where: officer });
    const { id } = await givenTask(
      [
        assigned("2026-03-02", "2026-03-31"),
        { kind: "HANDED_OVER", on: "2026-03-04", assigneeId: officer.id },
        { kind: "EXTENSION_REQUESTED", on: "2026-04-10", dueOn: "2026-04-29" },
        {
          kind: "EXTENSION_APPROVED",
          on: "2026-04-13",
          requestedOn: "2026-04-10",
          dueOn: "2026-04-29",
        },
      ],
      { directiveId, level: "CITY", deliverable: "Báo cáo", cooperating: [3, 2] },
    );
    await database().extension.create({
      data: {
        taskId: id,
        oldDueOn: toDatabaseDate("2026-03-31"),
        newDueOn: toDatabaseDate("2026-04-29"),
        reason: "Chờ số liệu",
        requestedOn: toDatabaseDate("2026-04-10"),
        decision: "APPROVED",
        decidedOn: toDatabaseDate("2026-04-13"),
        decidedAt: new Date("2026-04-13T03:00:00Z"),
        decidedById: officer.id,
      },
    });

    const task = await getTask(CHAIRMAN, id);
    expect(task).toMatchObject({
      directive: { id: directiveId, number: "1/UBND", issuedOn: "2026-01-05" },
      directiveAbstract: "Về việc đất đai",
      cooperating: ["VP_UBND", "BAN_QLDA"],
      originalDueOn: "2026-03-31",
      dueOn: "2026-04-29",
      timeliness: "OVERDUE",
      daysLate: 21,
      // Three weeks of five days less the holiday on Thursday 30 April.
      workingDaysLate: 14,
      extensionCount: 1,
      extensions: [
        {
          oldDueOn: "2026-03-31",
          newDueOn: "2026-04-29",
          reason: "Chờ số liệu",
          requestedBy: null,
          decision: "APPROVED",
          decidedBy: displayName,
        },
      ],
      spells: [
        { fromOn: "2026-04-01", toOn: "2026-04-13", endedBy: "EXTENDED", department: "PHONG_KT" },
        { fromOn: "2026-04-30", toOn: null, endedBy: null, field: "TBKL" },
      ],
      people: { [officer.id]: displayName },
      asOf: "2026-05-20",
    });
    expect(task?.history.map(({ sequence, event }) => [sequence, event.kind, event.on])).toEqual([
      [1, "ASSIGNED", "2026-03-02"],
      [2, "HANDED_OVER", "2026-03-04"],
      [3, "EXTENSION_REQUESTED", "2026-04-10"],
      [4, "EXTENSION_APPROVED", "2026-04-13"],
    ]);
  });
});

test("the days late of a finished task end with its completion", async () => {
  const { id } = await givenTask([
    assigned("2026-04-01", "2026-04-24"),
    { kind: "SUBMITTED", on: "2026-05-08", completedOn: "2026-05-04" },
    { kind: "CONFIRMED", on: "2026-05-12" },
  ]);
  // Friday 24 April to Monday 4 May, less the holiday on Thursday.
  expect(await getTask(CHAIRMAN, id)).toMatchObject({ daysLate: 10, workingDaysLate: 5 });
});

/** How many statements reach the database while something is read. */
async function statementsOf(read: () => Promise<unknown>): Promise<number> {
  const statements = vi.spyOn(pg.Client.prototype, "query");
  await read();
  const { length } = statements.mock.calls;
  statements.mockRestore();
  return length;
}

test("a page of a list takes as many statements for a hundred tasks as for one", async () => {
  const directiveId = await givenDirective({ number: "2/UBND" });
  const one = () => listTasks(CHAIRMAN, { directive: directiveId, size: 100 });
  const directives = () => listDirectives(CHAIRMAN, { q: "UBND", size: 100 });
  await givenTask([assigned("2026-05-04", "2026-05-29")], { directiveId, level: "CITY" });
  const [fewTasks, fewDirectives] = [await statementsOf(one), await statementsOf(directives)];
  for (let more = 0; more < 40; more += 1) {
    await givenTask([assigned("2026-05-04", "2026-05-29")], {
      directiveId,
      level: "CITY",
      cooperating: [2, 3],
    });
    await givenDirective({ number: `${more + 10}/UBND` });
  }
  expect((await one()).items).toHaveLength(41);
  expect((await directives()).items.length).toBeGreaterThan(40);
  expect(await statementsOf(one)).toBe(fewTasks);
  expect(fewTasks).toBeGreaterThan(1);
  expect(fewTasks).toBeLessThanOrEqual(4);
  expect(await statementsOf(directives)).toBe(fewDirectives);
  expect(fewDirectives).toBe(2);
});

describe("directives", () => {
  test("of somebody who sees all carry the progress of all their tasks", async () => {
    const id = await givenDirective({ number: "500/TB", type: "CONCLUSION_NOTICE", sectorId: 21 });
    await givenTask([assigned("2026-04-01", "2026-04-15")], { directiveId: id, level: "CITY" });
    await givenTask([assigned("2026-04-01", "2026-06-15", 2)], { directiveId: id, level: "CITY" });
    await givenTask(
      [
        assigned("2026-04-01", "2026-04-15", 2),
        { kind: "SUBMITTED", on: "2026-04-20", completedOn: "2026-04-20" },
        { kind: "CONFIRMED", on: "2026-04-21" },
      ],
      { directiveId: id, level: "CITY" },
    );
    await givenTask(
      [assigned("2026-04-01", "2026-04-15", 3), { kind: "CANCELLED", on: "2026-04-20" }],
      { directiveId: id, level: "CITY" },
    );
    expect(await getDirective(CHAIRMAN, id)).toMatchObject({
      number: "500/TB",
      issuingBody: "UBND Thành phố",
      sector: "DAT_DAI",
      tasks: 3,
      completed: 1,
      overdue: 1,
      completion: 1 / 3,
    });
    // A department has its own part of it, and none where it has no task.
    expect(await getDirective(viewerOf("DEPARTMENT_HEAD", 2), id)).toMatchObject({
      tasks: 2,
      completed: 1,
      overdue: 0,
    });
    expect(await getDirective(viewerOf("OFFICER", 4), id)).toBeNull();
    expect(await getDirective(viewerOf("ADMIN"), id)).toBeNull();
    expect(await getDirective(CHAIRMAN, 999_999)).toBeNull();
    const listed = await listDirectives(viewerOf("OFFICER", 3), { q: "500/TB" });
    expect(listed).toMatchObject({ total: 1, items: [{ id, tasks: 0, completion: null }] });
    expect(await listDirectives(viewerOf("OFFICER", 4), { q: "500/TB" })).toEqual({
      items: [],
      total: 0,
    });
  });

  test("are filtered and put in order in the database", async () => {
    const first = { bodyId: 33, type: "RESOLUTION", sectorId: 22 } as const;
    const a = await givenDirective({
      ...first,
      number: "A/NQ",
      abstract: "Đất đai",
      issuedOn: "2025-09-01",
    });
    const b = await givenDirective({
      ...first,
      number: "B/NQ",
      abstract: "Dân số",
      issuedOn: null,
    });
    const c = await givenDirective({
      ...first,
      number: "C/NQ",
      abstract: "Y tế",
      issuedOn: "2025-08-01",
    });
    await givenTask([assigned("2026-04-01", "2026-04-15")], {
      directiveId: c,
      level: "PARTY_COMMUNE",
    });
    const ids = async (state: Parameters<typeof listDirectives>[1]) => {
      const { items, total } = await listDirectives(CHAIRMAN, { body: "DANG_UY_XA", ...state });
      expect(items).toHaveLength(total);
      return items.map(({ id }) => id);
    };
    expect(await ids({ sort: "number" })).toEqual([a, b, c]);
    expect(await ids({ sort: "-number" })).toEqual([c, b, a]);
    expect(await ids({ sort: "issuedOn" })).toEqual([c, a, b]);
    expect(await ids({ sort: "-issuedOn" })).toEqual([a, c, b]);
    const { items } = await listDirectives(CHAIRMAN, { sort: "-issuedOn", size: 25 });
    expect(items.map(({ id }) => id)).not.toContain(b);
    expect((await ids({ sort: "-overdue" }))[0]).toBe(c);
    expect((await ids({ sort: "-tasks" }))[0]).toBe(c);
    expect((await ids({ sort: "completion" }))[0]).toBe(c);
    for (const sort of ["body", "level", "type", "receivedOn"] as const) {
      expect((await ids({ sort })).toSorted()).toEqual([a, b, c]);
    }
    expect(await ids({ q: "dat dai" })).toEqual([a]);
    expect(await ids({ from: "2025-08-15", to: "2025-12-31" })).toEqual([a]);
    expect((await ids({ sector: "Y_TE", level: "PARTY_COMMUNE", type: "RESOLUTION" })).length).toBe(
      3,
    );
    expect(await ids({ sector: "DAT_DAI" })).toEqual([]);
    expect(await ids({ type: "PLAN" })).toEqual([]);
    expect(await ids({ level: "CITY" })).toEqual([]);
  });
});

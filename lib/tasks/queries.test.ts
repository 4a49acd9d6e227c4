import { describe, expect, test, vi } from "vitest";
import { toDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import type { TaskListState } from "./filters.ts";
import { getTask, listTasks } from "./queries.ts";
import { bare, extended, finished } from "./testing/examples.ts";
import { assigned, givenCatalogues, givenDirective, givenTask, viewerOf } from "./testing/given.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-05-20");
await givenCatalogues();

const city = await givenDirective({ number: "308/UBND-TH" });
const CHAIRMAN = viewerOf("CHAIRMAN");

// Today is Wednesday 20 May 2026; five working days ahead is Wednesday 27 May.
await givenTask([assigned("2026-03-02", "2026-03-31"), { kind: "ACCEPTED", on: "2026-03-03" }], {
  code: "LATE",
  title: "Rà soát quy hoạch đất đai",
  directiveId: city,
  level: "CITY",
  sectorId: 21,
  cooperating: [2, 3],
});
await givenTask([assigned("2026-05-04", "2026-05-27", 2)], { code: "SOON", sectorId: 22 });
await givenTask([assigned("2026-05-04", "2026-05-28", 2, 12)], { code: "TRACK" });
await givenTask([assigned("2026-05-04", null)], { code: "NONE" });
await givenTask([assigned("2026-04-01", "2026-04-15"), ...finished("2026-04-15")], {
  code: "ONTIME",
});
await givenTask(
  [assigned("2026-04-01", "2026-04-15", 3), ...finished("2026-04-20", "2026-05-04")],
  {
    code: "WASLATE",
  },
);
await givenTask([assigned("2026-04-01", "2026-04-15"), bare("CANCELLED", "2026-04-10")], {
  code: "CANCELLED",
});
await givenTask([assigned("2026-05-04", "2026-05-22"), bare("PAUSED", "2026-05-06")], {
  code: "PAUSED",
});
await givenTask(
  [assigned("2026-03-02", "2026-03-31"), ...extended("2026-04-10", "2026-04-20", "2026-06-30")],
  { code: "EXTENDED" },
);
await givenTask(
  [
    assigned("2026-03-02", "2026-03-20", 3),
    { kind: "TRANSFERRED", on: "2026-04-08", departmentId: 4, fieldId: 12 },
  ],
  { code: "MOVED" },
);
await givenTask([assigned("2026-05-25", "2026-06-30")], { code: "FUTURE" });

async function codes(state: TaskListState, viewer = CHAIRMAN): Promise<string> {
  const { items, total } = await listTasks(viewer, { sort: "code", size: 100, ...state });
  expect(items).toHaveLength(total);
  return items.map(({ code }) => code).join(" ");
}

describe("as of today", () => {
  test("a task assigned later is not there yet", async () => {
    expect(await codes({})).toBe(
      "CANCELLED EXTENDED LATE MOVED NONE ONTIME PAUSED SOON TRACK WASLATE",
    );
  });

  test.each([
    ["OVERDUE", "LATE MOVED"],
    ["DUE_SOON", "SOON"],
    ["ON_TRACK", "EXTENDED PAUSED TRACK"],
    ["NO_DEADLINE", "NONE"],
    ["ON_TIME", "ONTIME"],
    ["LATE", "WASLATE"],
  ] as const)("%s", async (timeliness, expected) => {
    expect(await codes({ timeliness: [timeliness] })).toBe(expected);
    const { items } = await listTasks(CHAIRMAN, { timeliness: [timeliness] });
    expect(new Set(items.map((item) => item.timeliness))).toEqual(new Set([timeliness]));
  });

  test("all classes together are everything but what was cancelled", async () => {
    expect(
      await codes({
        timeliness: ["ON_TRACK", "DUE_SOON", "OVERDUE", "NO_DEADLINE", "ON_TIME", "LATE"],
      }),
    ).toBe("EXTENDED LATE MOVED NONE ONTIME PAUSED SOON TRACK WASLATE");
  });

  test.each<[TaskListState, string]>([
    [{ status: ["PAUSED", "CANCELLED"] }, "CANCELLED PAUSED"],
    [{ status: ["IN_PROGRESS"] }, "LATE"],
    [{ department: "VP_UBND" }, "SOON TRACK"],
    [{ department: "DANG_UY", field: "DON_THU" }, "MOVED"],
    [{ field: "DON_THU" }, "MOVED TRACK"],
    [{ cooperating: "BAN_QLDA" }, "LATE"],
    [{ sector: "Y_TE" }, "SOON"],
    [{ level: "CITY" }, "LATE"],
    [{ directive: city }, "LATE"],
    [{ assignedFrom: "2026-04-01", assignedTo: "2026-04-30" }, "CANCELLED ONTIME WASLATE"],
    [{ dueFrom: "2026-05-27", dueTo: "2026-05-28" }, "SOON TRACK"],
    [{ originalTimeliness: "LATE" }, "WASLATE"],
    [{ originalTimeliness: "ON_TIME" }, "ONTIME"],
    [{ aging: "31-90" }, "LATE MOVED"],
    [{ aging: "90+" }, ""],
  ])("%o", async (state, expected) => {
    expect(await codes(state)).toBe(expected);
  });

  test("a request to extend is pending from the day it is made to the day before it is decided", async () => {
    const task = await database().task.findUniqueOrThrow({ where: { code: "LATE" } });
    const extension = await database().extension.create({
      data: {
        taskId: task.id,
        oldDueOn: toDatabaseDate("2026-03-31"),
        newDueOn: toDatabaseDate("2026-06-30"),
        reason: "Chờ số liệu",
        requestedOn: toDatabaseDate("2026-05-18"),
      },
    });
    expect(await codes({ extension: "PENDING" })).toBe("LATE");
    expect(await codes({ extension: "PENDING", asOf: "2026-05-17" })).toBe("");
    await database().extension.update({
      where: { id: extension.id },
      data: {
        decision: "REJECTED",
        decidedOn: toDatabaseDate("2026-05-20"),
        decidedAt: new Date("2026-05-20T02:00:00Z"),
      },
    });
    expect(await codes({ extension: "PENDING" })).toBe("");
    expect(await codes({ extension: "PENDING", asOf: "2026-05-19" })).toBe("LATE");
  });
});

describe("as of an earlier day", () => {
  test("a task shows the state that it had then", async () => {
    const asOf = "2026-04-05";
    expect(await codes({ asOf })).toBe("CANCELLED EXTENDED LATE MOVED ONTIME WASLATE");
    expect(await codes({ asOf, timeliness: ["OVERDUE"] })).toBe("EXTENDED LATE MOVED");
    expect(await codes({ asOf, status: ["CANCELLED", "COMPLETED"] })).toBe("");
    expect(await codes({ asOf, department: "BAN_QLDA" })).toBe("MOVED WASLATE");
    const { items } = await listTasks(CHAIRMAN, { asOf, q: "extended" });
    expect(items).toMatchObject([{ dueOn: "2026-03-31", daysLate: 5, timeliness: "OVERDUE" }]);
  });

  test("a task finished late was late until the day it was finished, whenever that was confirmed", async () => {
    expect(
      await codes({ asOf: "2026-04-19", timeliness: ["OVERDUE"], department: "BAN_QLDA" }),
    ).toBe("WASLATE");
    expect(await codes({ asOf: "2026-04-20", timeliness: ["LATE"] })).toBe("WASLATE");
    // The day on which a spell ends is no longer in it, whatever ended it.
    expect(await codes({ asOf: "2026-04-20", timeliness: ["OVERDUE"] })).toBe("LATE MOVED");
  });

  test("progress is that of the day", async () => {
    await givenTask(
      [
        assigned("2026-02-02", null),
        { kind: "PROGRESSED", on: "2026-02-10", progress: 30 },
        { kind: "PROGRESSED", on: "2026-03-10", progress: 70 },
        ...finished("2026-03-20"),
      ],
      { code: "STEPS" },
    );
    const progressOn = async (asOf: "2026-02-09" | "2026-02-10" | "2026-03-19" | "2026-03-20") => {
      const { items } = await listTasks(CHAIRMAN, { asOf, q: "steps", sort: "progress" });
      return items[0]?.progress;
    };
    expect(await progressOn("2026-02-09")).toBe(0);
    expect(await progressOn("2026-02-10")).toBe(30);
    expect(await progressOn("2026-03-19")).toBe(70);
    expect(await progressOn("2026-03-20")).toBe(100);
  });
});

describe("the late tasks of a month", () => {
  test.each<[TaskListState, string]>([
    [{ late: "2026-04" }, "EXTENDED LATE MOVED WASLATE"],
    [{ late: "2026-04", lateKind: "carriedOver" }, "MOVED"],
    [{ late: "2026-04", lateKind: "newlyOverdue" }, "EXTENDED LATE WASLATE"],
    [{ late: "2026-04", lateKind: "outstanding" }, "LATE MOVED"],
    [{ late: "2026-04", lateKind: "resolved" }, "EXTENDED WASLATE"],
    [{ late: "2026-04", endedBy: "EXTENDED" }, "EXTENDED"],
    [{ late: "2026-04", lateKind: "resolved", endedBy: "COMPLETED" }, "WASLATE"],
    [{ late: "2026-04", asOf: "2026-04-10" }, "EXTENDED LATE MOVED"],
    [{ late: "2026-04", aging: "8-30" }, "LATE"],
    [{ late: "2026-04", aging: "31-90" }, "MOVED"],
    // What moved counts as late where it came from, as outstanding where it went.
    [{ late: "2026-04", department: "BAN_QLDA" }, "MOVED WASLATE"],
    [{ late: "2026-04", department: "DANG_UY" }, ""],
    [{ late: "2026-04", department: "DANG_UY", lateKind: "outstanding" }, "MOVED"],
    [{ late: "2026-04", department: "BAN_QLDA", lateKind: "outstanding" }, ""],
    [{ late: "2026-04", department: "BAN_QLDA", lateKind: "transferredOut" }, "MOVED"],
    [{ late: "2026-04", department: "DANG_UY", lateKind: "transferredIn" }, "MOVED"],
    [{ late: "2026-04", department: "DANG_UY", lateKind: "transferredOut" }, ""],
    [{ late: "2026-04", field: "DON_THU", lateKind: "transferredIn" }, "MOVED"],
    [{ late: "2026-04", lateKind: "transferredIn" }, "MOVED"],
    [{ late: "2026-03", department: "BAN_QLDA", lateKind: "outstanding" }, "MOVED"],
    [{ late: "2026-05" }, "LATE MOVED"],
  ])("%o", async (state, expected) => {
    expect(await codes(state)).toBe(expected);
  });

  test("each row says how it was late", async () => {
    const { items } = await listTasks(CHAIRMAN, { late: "2026-04", sort: "code" });
    expect(items.map(({ code, late }) => [code, late])).toEqual([
      ["EXTENDED", { carriedOver: false, outstanding: false, endedBy: "EXTENDED" }],
      ["LATE", { carriedOver: false, outstanding: true, endedBy: null }],
      ["MOVED", { carriedOver: true, outstanding: true, endedBy: null }],
      ["WASLATE", { carriedOver: false, outstanding: false, endedBy: "COMPLETED" }],
    ]);
  });
});

describe("who sees what", () => {
  test("chairman, vice-chairman, Office and observer see all, an administrator nothing", async () => {
    const everything = await codes({});
    for (const role of ["VICE_CHAIRMAN", "OFFICE", "OBSERVER"] as const) {
      expect(await codes({}, viewerOf(role))).toBe(everything);
    }
    expect(await codes({}, viewerOf("ADMIN"))).toBe("");
  });

  test("heads and officers see what their department leads, cooperates in or was late with", async () => {
    for (const role of ["DEPARTMENT_HEAD", "OFFICER"] as const) {
      expect(await codes({}, viewerOf(role, 2))).toBe("LATE SOON TRACK");
      expect(await codes({}, viewerOf(role, 3))).toBe("LATE MOVED WASLATE");
      expect(await codes({ timeliness: ["OVERDUE"] }, viewerOf(role, 4))).toBe("MOVED");
    }
  });

  test("a task of others is not there, by id or by code", async () => {
    const { id } = await database().task.findUniqueOrThrow({ where: { code: "SOON" } });
    expect(await getTask(viewerOf("OFFICER", 2), id)).toMatchObject({ code: "SOON" });
    expect(await getTask(viewerOf("OFFICER", 2), "SOON")).toMatchObject({ id });
    expect(await getTask(viewerOf("OFFICER", 3), id)).toBeNull();
    expect(await getTask(viewerOf("OFFICER", 3), "SOON")).toBeNull();
    expect(await getTask(viewerOf("ADMIN"), id)).toBeNull();
    expect(await getTask(CHAIRMAN, 999_999)).toBeNull();
  });
});

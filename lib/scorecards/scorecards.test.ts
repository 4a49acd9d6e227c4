import { describe, expect, test, vi } from "vitest";
import { type CivilDate, toDatabaseDate } from "#lib/core/dates.ts";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import type { TaskEvent } from "#lib/tasks/schema.ts";
import { bare, extended, finished } from "#lib/tasks/testing/examples.ts";
import { assigned, givenCatalogues, givenTask, viewerOf } from "#lib/tasks/testing/given.ts";
import { givenAccount } from "#lib/users/testing/accounts.ts";
import { getScorecards } from "./queries.ts";
import type { Product, Span } from "./schema.ts";
import { readSpan } from "./spans.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-05-20");
await givenCatalogues();

const anna = await givenAccount({ login: "cv.dat", role: "OFFICER", departmentId: 1 });
const binh = await givenAccount({ login: "cv.xay", role: "OFFICER", departmentId: 1 });
const other = await givenAccount({ login: "cv.vphc", role: "OFFICER", departmentId: 2 });
const gone = await givenAccount({
  login: "cv.cu",
  role: "OFFICER",
  departmentId: 2,
  disabledAt: new Date(),
});

const CHAIRMAN = { ...viewerOf("CHAIRMAN"), id: 901 };
const HEAD = { ...viewerOf("DEPARTMENT_HEAD", 1), id: 902 };

function spanOf(key: string): Span {
  const read = readSpan(key, { periodFirstDay: 1, firstPeriod: "2025-07" }, "2026-05-20");
  if (!read.ok) throw new Error(read.problem);
  return read.span;
}
const APRIL = spanOf("2026-04");

const handed = (on: CivilDate, { id }: { id: number }): TaskEvent => ({
  ...{ kind: "HANDED_OVER", on, assigneeId: id },
});

async function grant(
  taskId: number,
  decidedOn: CivilDate,
  newDueOn: CivilDate,
  objective: boolean,
) {
  const oldDueOn = toDatabaseDate("2026-04-10");
  const [day, due] = [toDatabaseDate(decidedOn), toDatabaseDate(newDueOn)];
  await database().extension.create({
    data: {
      ...{ taskId, oldDueOn, newDueOn: due, requestedOn: day, reason: "Chờ", objective },
      ...{ decision: "APPROVED", decidedOn: day, decidedAt: day },
    },
  });
}

// Department 1, officer anna: a clean one, one returned twice, one missed its deadline.
await givenTask(
  [assigned("2026-04-01", "2026-04-15"), handed("2026-04-01", anna), ...finished("2026-04-15")],
  { code: "CLEAN" },
);
await givenTask(
  [
    assigned("2026-04-01", "2026-04-20"),
    handed("2026-04-01", anna),
    { kind: "SUBMITTED", on: "2026-04-10", completedOn: "2026-04-10" },
    bare("RETURNED", "2026-04-11"),
    { kind: "SUBMITTED", on: "2026-04-12", completedOn: "2026-04-12" },
    bare("RETURNED", "2026-04-13"),
    // Confirmed after the month, for a day within it.
    ...finished("2026-04-16", "2026-05-06"),
  ],
  { code: "RETURNED" },
);
await givenTask(
  [assigned("2026-03-02", "2026-03-31"), handed("2026-03-02", anna), ...finished("2026-04-02")],
  { code: "LATE" },
);
// Missed, then extended: for objective causes the first deadline is excused.
for (const [code, objective] of [
  ["EXCUSED", true],
  ["NOT_EXCUSED", false],
] as const) {
  const { id } = await givenTask(
    [
      assigned("2026-04-01", "2026-04-10"),
      handed("2026-04-01", binh),
      ...extended("2026-04-14", "2026-04-15", "2026-04-25"),
      ...finished("2026-04-28"),
    ],
    { code },
  );
  await grant(id, "2026-04-15", "2026-04-25", objective);
}
// Still open when April ends: late since March, due in April, waiting for its confirmation.
await givenTask([assigned("2026-03-02", "2026-03-20"), handed("2026-03-02", anna)], {
  code: "OVERDUE",
});
await givenTask([assigned("2026-04-01", "2026-04-30")], { code: "DUE_ON_LAST_DAY" });
await givenTask(
  [
    assigned("2026-04-01", "2026-04-22"),
    { kind: "SUBMITTED", on: "2026-04-21", completedOn: "2026-04-21" },
  ],
  { code: "WAITING" },
);
// Not assigned in April: due later, no deadline, paused, stopped, extended beyond it, done in March.
await givenTask([assigned("2026-04-01", "2026-05-04")], { code: "LATER" });
await givenTask([assigned("2026-04-01", null)], { code: "NO_DEADLINE" });
await givenTask([assigned("2026-04-01", "2026-04-15"), bare("PAUSED", "2026-04-10")], {
  code: "PAUSED",
});
await givenTask([assigned("2026-04-01", "2026-04-15"), bare("CANCELLED", "2026-04-20")], {
  code: "STOPPED",
});
await givenTask(
  [assigned("2026-04-01", "2026-04-15"), ...extended("2026-04-14", "2026-04-15", "2026-05-31")],
  { code: "EXTENDED" },
);
await givenTask([assigned("2026-03-01", "2026-04-15"), ...finished("2026-03-31")], {
  code: "MARCH",
});
// Stopped only in May, so that it was open and late when April ended.
await givenTask([assigned("2026-04-01", "2026-04-15", 3), bare("CANCELLED", "2026-05-04")], {
  code: "STOPPED_LATER",
});
// Goes to department 2 in April, and back in May, where nobody has it any more.
await givenTask(
  [
    assigned("2026-04-01", "2026-04-20"),
    handed("2026-04-01", anna),
    { kind: "TRANSFERRED", on: "2026-04-10", departmentId: 2, fieldId: 11 },
    handed("2026-04-11", gone),
    { kind: "TRANSFERRED", on: "2026-05-10", departmentId: 1, fieldId: 11 },
  ],
  { code: "MOVED" },
);
// Done without a deadline, and a part of a task, which counts for nobody.
await givenTask(
  [assigned("2026-04-01", null, 2), handed("2026-04-01", other), ...finished("2026-04-09")],
  { code: "DONE_NO_DEADLINE" },
);
const { id: parentId } = await givenTask([assigned("2026-04-01", "2026-06-30", 2)], {
  code: "WHOLE",
});
await database().task.create({
  data: {
    ...{ code: "WHOLE.1", title: "Phần việc", parentId, leadDepartmentId: 2, fieldId: 11 },
    ...{ assignedOn: toDatabaseDate("2026-04-01"), dueOn: toDatabaseDate("2026-04-10") },
    ...{ originalDueOn: toDatabaseDate("2026-04-10"), assigneeId: other.id },
    ...{ status: "COMPLETED", completedOn: toDatabaseDate("2026-04-09") },
  },
});

const codesOf = (lines: readonly { product: Product }[]) =>
  lines
    .map(({ product }) => product.code)
    .sort()
    .join(" ");

async function april(viewer = CHAIRMAN, span = APRIL) {
  const { departments, officers, inNobodysHand } = await getScorecards(viewer, span);
  const department = (code: string) => departments.find((card) => card.code === code);
  const officer = (login: string) => officers.find((card) => card.login === login);
  return { departments, officers, inNobodysHand, department, officer };
}

describe("what counts as assigned in a month", () => {
  test("is what was done in it and what was due by its end and not done, under the lead of its end", async () => {
    const { department } = await april();
    expect(codesOf(department("PHONG_KT")?.lines ?? [])).toBe(
      "CLEAN DUE_ON_LAST_DAY EXCUSED LATE NOT_EXCUSED OVERDUE RETURNED WAITING",
    );
    expect(codesOf(department("VP_UBND")?.lines ?? [])).toBe("DONE_NO_DEADLINE MOVED");
    expect(codesOf(department("BAN_QLDA")?.lines ?? [])).toBe("STOPPED_LATER");
  });

  test("is each product once over a quarter", async () => {
    const { department } = await april(CHAIRMAN, spanOf("2026-Q2"));
    const codes = codesOf(department("PHONG_KT")?.lines ?? []).split(" ");
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toEqual(expect.arrayContaining(["LATER", "LATE", "OVERDUE", "MOVED"]));
    expect(codes).not.toContain("EXTENDED");
  });

  test("without anything there is no score", async () => {
    expect((await april()).department("DANG_UY")).toMatchObject({ assigned: 0, score: null });
    expect(
      (await april(CHAIRMAN, spanOf("2025-08"))).departments.map(({ score }) => score),
    ).toEqual([...[null, null, null, null]]);
  });
});

test("a department's score, line by line", async () => {
  const card = (await april()).department("PHONG_KT");
  const worth = card?.lines.map(({ product, quantity, quality, timeliness }) => [
    ...[product.code, quantity, quality, timeliness],
  ]);
  expect(worth?.sort()).toEqual([
    ["CLEAN", 1, 1, 1],
    ["DUE_ON_LAST_DAY", 0, 0, 0],
    // Missed 10 April, which is excused, and 25 April, which is not.
    ["EXCUSED", 1, 1, 0.75],
    ["LATE", 1, 1, 0.75],
    ["NOT_EXCUSED", 1, 1, 0.5],
    ["OVERDUE", 0, 0, 0],
    ["RETURNED", 1, 0.5, 1],
    ["WAITING", 0, 0, 0],
  ]);
  const [a, b, c] = [5 / 8, 4.5 / 8, 4 / 8];
  expect(card?.score).toEqual({
    ...{ a, b, c },
    result: expect.closeTo((70 * (a + b + c)) / 3, 9),
  });
  const excused = card?.lines.find(({ product }) => product.code === "EXCUSED")?.product;
  expect(excused).toMatchObject({ missed: ["2026-04-25"], excused: ["2026-04-10"] });
  // Late only from the day after the month, which the month's card does not know of.
  const last = card?.lines.find(({ product }) => product.code === "DUE_ON_LAST_DAY")?.product;
  expect(last).toMatchObject({ missed: [], dueOn: "2026-04-30", completedOn: null });
});

describe("officers", () => {
  test("answer for what they had in hand at the span's end", async () => {
    const { officer, inNobodysHand } = await april();
    expect(codesOf(officer("cv.dat")?.lines ?? [])).toBe("CLEAN LATE OVERDUE RETURNED");
    expect(codesOf(officer("cv.xay")?.lines ?? [])).toBe("EXCUSED NOT_EXCUSED");
    expect(codesOf(officer("cv.vphc")?.lines ?? [])).toBe("DONE_NO_DEADLINE");
    expect(inNobodysHand).toBe(3);
  });

  test("who left still stand where they had something in hand, and not otherwise", async () => {
    expect(codesOf((await april()).officer("cv.cu")?.lines ?? [])).toBe("MOVED");
    expect((await april(CHAIRMAN, spanOf("2025-08"))).officer("cv.cu")).toBeUndefined();
    expect((await april(CHAIRMAN, spanOf("2025-08"))).officer("cv.dat")?.score).toBeNull();
  });
});

describe("who reads what", () => {
  test("leaders, the Office and the observer read all cards", async () => {
    for (const role of ["CHAIRMAN", "VICE_CHAIRMAN", "OFFICE", "OBSERVER"] as const) {
      const { departments, officers } = await april({ ...viewerOf(role), id: 901 });
      expect([role, departments.length, officers.length]).toEqual([role, 4, 4]);
    }
  });

  test("a head the own department's and its officers', with the same scores", async () => {
    const { departments, officers } = await april(HEAD);
    const all = await april();
    expect(departments.map(({ code }) => code)).toEqual(["PHONG_KT"]);
    expect(officers.map(({ login }) => login)).toEqual(["cv.dat", "cv.xay"]);
    expect(departments[0]?.score).toEqual(all.department("PHONG_KT")?.score);
  });

  test("an officer the own one alone", async () => {
    const { departments, officers } = await april({ ...viewerOf("OFFICER", 1), id: anna.id });
    expect(departments).toEqual([]);
    expect(officers.map(({ login }) => login)).toEqual(["cv.dat"]);
  });

  test("an administrator none", async () => {
    await expect(april({ ...viewerOf("ADMIN"), id: 903 })).rejects.toThrow("forbidden");
  });
});

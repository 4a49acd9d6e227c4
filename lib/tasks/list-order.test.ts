import { describe, expect, test, vi } from "vitest";
import type { CivilDate } from "#lib/core/dates.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { readCursor } from "./cursor.ts";
import type { TaskOrder } from "./default-order.ts";
import { TASK_SORTS, type TaskFilter, type TaskListState } from "./filters.ts";
import { listTasks, listTasksByCursor } from "./queries.ts";
import { bare, finished } from "./testing/examples.ts";
import { assigned, givenCatalogues, givenTask, viewerOf } from "./testing/given.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-05-20");
await givenCatalogues();

const CHAIRMAN = viewerOf("CHAIRMAN");
const titles = [
  "Ban hành quy chế",
  "Ấp Bắc: rà soát hộ nghèo",
  "Đăng ký đất đai",
  "Dân số và gia đình",
  "An toàn giao thông",
  "Ăn uống công cộng",
  "Đo đạc 100% thửa đất",
  "Quy hoạch phân khu",
  "ủy quyền ký hồ sơ_mẫu",
];
const dues: (CivilDate | null)[] = [
  "2026-05-30",
  null,
  "2026-05-10",
  "2026-06-15",
  "2026-05-10",
  null,
  "2026-04-30",
  "2026-05-20",
  "2026-06-01",
];
for (const [index, title] of titles.entries()) {
  const dueOn = dues[index] ?? null;
  const events = [assigned("2026-04-20", dueOn, (index % 4) + 1, index % 2 === 0 ? 11 : 12)];
  const more =
    index === 2 ? finished("2026-05-12") : index === 3 ? [bare("CANCELLED", "2026-05-01")] : [];
  await givenTask([...events, ...more], {
    title,
    deliverable: index === 7 ? "Biên bản giao nhận" : "Báo cáo",
  });
}

async function listed(state: TaskListState): Promise<string[]> {
  const { items } = await listTasks(CHAIRMAN, { size: 100, ...state });
  return items.map(({ title }) => title);
}

describe("the order", () => {
  test("of titles is that of the Vietnamese alphabet", async () => {
    const inOrder = [
      "An toàn giao thông",
      "Ăn uống công cộng",
      "Ấp Bắc: rà soát hộ nghèo",
      "Ban hành quy chế",
      "Dân số và gia đình",
      "Đăng ký đất đai",
      "Đo đạc 100% thửa đất",
      "Quy hoạch phân khu",
      "ủy quyền ký hồ sơ_mẫu",
    ];
    expect(await listed({ sort: "title" })).toEqual(inOrder);
    expect(await listed({ sort: "-title" })).toEqual(inOrder.toReversed());
  });

  test("of departments is that of their names", async () => {
    const { items } = await listTasks(CHAIRMAN, { sort: "department", size: 100 });
    const departments = [...new Set(items.map(({ department }) => department))];
    expect(departments).toEqual(["BAN_QLDA", "DANG_UY", "PHONG_KT", "VP_UBND"]);
  });

  test("of deadlines has tasks without one last in both directions", async () => {
    const dueOf = async (sort: TaskOrder) =>
      (await listTasks(CHAIRMAN, { sort })).items.map(({ dueOn }) => dueOn);
    const up = await dueOf("dueOn");
    expect(up).toEqual([...dues.filter((due) => due !== null).sort(), null, null]);
    const down = await dueOf("-dueOn");
    expect(down).toEqual([
      ...dues
        .filter((due) => due !== null)
        .sort()
        .reverse(),
      null,
      null,
    ]);
  });

  test("of days late has the latest first and those not late last", async () => {
    const { items } = await listTasks(CHAIRMAN, { sort: "-daysLate" });
    expect(items.slice(0, 4).map(({ daysLate }) => daysLate)).toEqual([20, 10, 2, null]);
  });

  test("of states follows a task's life", async () => {
    const { items } = await listTasks(CHAIRMAN, { sort: "-status" });
    expect(items.slice(0, 3).map(({ status }) => status)).toEqual([
      "CANCELLED",
      "COMPLETED",
      "ASSIGNED",
    ]);
  });

  test("left open is the oldest deadline for what is late or running, else the newest task", async () => {
    expect((await listed({ timeliness: ["OVERDUE"] }))[0]).toBe("Đo đạc 100% thửa đất");
    expect((await listed({}))[0]).toBe(titles.at(-1));
  });
});

describe("the search", () => {
  test.each([
    ["quy hoach", ["Quy hoạch phân khu"]],
    ["QUY HOẠCH", ["Quy hoạch phân khu"]],
    ["dat dai", ["Đăng ký đất đai"]],
    ["đất đai".normalize("NFD"), ["Đăng ký đất đai"]],
    ["dai dang ky", ["Đăng ký đất đai"]],
    ["  gia   đình ", ["Dân số và gia đình"]],
    ["bien ban giao nhan", ["Quy hoạch phân khu"]],
    ["100%", ["Đo đạc 100% thửa đất"]],
    ["%", ["Đo đạc 100% thửa đất"]],
    // The full-width signs fold into the plain ones.
    ["％", ["Đo đạc 100% thửa đất"]],
    ["so_mau", ["ủy quyền ký hồ sơ_mẫu"]],
    ["_", ["ủy quyền ký hồ sơ_mẫu"]],
    ["\\", []],
    ["quy\u0000hoạch", ["Quy hoạch phân khu"]],
    ["'; drop table task; --", []],
  ])("for %j", async (q, expected) => {
    expect(await listed({ q })).toEqual(expected);
  });

  test("goes together with other conditions and with a day in the past", async () => {
    expect(await listed({ q: "dat", department: "BAN_QLDA" })).toEqual([
      "Đo đạc 100% thửa đất",
      "Đăng ký đất đai",
    ]);
    expect(await listed({ q: "dat dai", asOf: "2026-04-19" })).toEqual([]);
    expect(await listed({ q: "dat dai", late: "2026-05" })).toEqual(["Đăng ký đất đai"]);
  });
});

describe("pages", () => {
  test("follow each other without a gap and count all", async () => {
    const first = await listTasks(CHAIRMAN, { sort: "title", size: 25, page: 1 });
    expect(first).toMatchObject({ total: 9 });
    const behind = await listTasks(CHAIRMAN, { sort: "title", page: 2 });
    expect(behind).toEqual({ items: [], total: 9 });
  });

  const everyOrder = TASK_SORTS.flatMap((sort): TaskOrder[] => [sort, `-${sort}`]);
  test.each(everyOrder)(
    "by cursor go through all tasks once, in the order of the list: %s",
    async (sort) => {
      for (const filter of [{}, { asOf: "2026-05-11" }] satisfies TaskFilter[]) {
        const { items } = await listTasks(CHAIRMAN, { ...filter, sort, size: 100 });
        const seen: number[] = [];
        let cursor: string | undefined;
        do {
          const page = await listTasksByCursor(CHAIRMAN, filter, { limit: 2, cursor, sort });
          seen.push(...(page?.items.map(({ id }) => id) ?? []));
          cursor = page?.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect(seen).toEqual(items.map(({ id }) => id));
      }
    },
  );

  test("a cursor that was made up, or made for another order, is none", async () => {
    const page = await listTasksByCursor(CHAIRMAN, {}, { limit: 2, sort: "dueOn" });
    const cursor = page?.nextCursor ?? "";
    expect(await listTasksByCursor(CHAIRMAN, {}, { limit: 2, sort: "-dueOn", cursor })).toBeNull();
    const made = (content: unknown) => Buffer.from(JSON.stringify(content)).toString("base64url");
    const dueOn = { type: "date" } as Parameters<typeof readCursor>[2];
    for (const wrong of [
      "",
      "x",
      made({}),
      made(["dueOn", "yesterday", 1]),
      made(["dueOn", null, 0]),
    ]) {
      expect(readCursor(wrong, "dueOn", dueOn)).toBeNull();
    }
    expect(readCursor(made(["dueOn", null, 5]), "dueOn", dueOn)).toEqual({ value: null, id: 5 });
  });
});

import { beforeAll, expect, test } from "vitest";
import { testDatabase } from "#lib/core/testing.ts";
import { FOUND_OF_A_KIND, findDepartments, findDirectives, findTasks } from "./palette-queries.ts";
import { assigned, givenCatalogues, givenDirective, givenTask, viewerOf } from "./testing/given.ts";

await testDatabase();

const office = viewerOf("OFFICE", 2);
const head = viewerOf("DEPARTMENT_HEAD", 1);
const administrator = viewerOf("ADMIN");

beforeAll(async () => {
  await givenCatalogues();
  const ours = await givenDirective({ number: "152/UBND-KT", abstract: "Về quy hoạch" });
  const theirs = await givenDirective({ number: "99/UBND", abstract: "Nhắc lại văn bản 152" });
  await givenTask([assigned("2026-01-10", "2026-02-01", 1)], {
    code: "NV-2026-0001",
    title: "Rà soát quy hoạch đất đai",
    directiveId: ours,
    level: "CITY",
  });
  await givenTask([assigned("2026-01-10", null, 3)], {
    code: "NV-2026-0002",
    title: "Lập quy hoạch chi tiết",
    directiveId: theirs,
    level: "CITY",
  });
});

test("tasks are found by words without accents and by code, each viewer's own", async () => {
  const codes = async (viewer: typeof office, text: string) =>
    (await findTasks(viewer, text)).map(({ code }) => code);
  expect(await codes(office, "quy hoach")).toEqual(["NV-2026-0002", "NV-2026-0001"]);
  expect(await codes(head, "QUY HOẠCH")).toEqual(["NV-2026-0001"]);
  expect(await codes(office, "0002")).toEqual(["NV-2026-0002"]);
  expect(await codes(administrator, "quy hoach")).toEqual([]);
  expect(await codes(office, "100%_")).toEqual([]);
});

test("directives are found by number first, each viewer's own", async () => {
  const numbers = async (viewer: typeof office) =>
    (await findDirectives(viewer, "152")).map(({ number }) => number);
  expect(await numbers(office)).toEqual(["152/UBND-KT", "99/UBND"]);
  expect(await numbers(head)).toEqual(["152/UBND-KT"]);
  expect(await numbers(administrator)).toEqual([]);
});

test("departments are found without accents; nobody without tasks finds any", async () => {
  const found = await findDepartments(office, "kinh te");
  expect(found.map(({ code }) => code)).toEqual(["PHONG_KT"]);
  expect(await findDepartments(administrator, "kinh te")).toEqual([]);
});

test("of many only the first few are brought", async () => {
  for (let count = 0; count < FOUND_OF_A_KIND + 1; count += 1) {
    await givenTask([assigned("2026-01-10", null, 1)], { title: "Kiểm kê đất bãi" });
  }
  expect(await findTasks(head, "kiem ke")).toHaveLength(FOUND_OF_A_KIND);
});

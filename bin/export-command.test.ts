import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeEach, describe, expect, test, vi } from "vitest";
import { testDatabase } from "#lib/core/testing.ts";
import { readWorkbook } from "#lib/reports/testing/workbook.ts";
import { assigned, givenCatalogues, givenTask } from "#lib/tasks/testing/given.ts";
import { givenAccount } from "#lib/users/testing/accounts.ts";
import { readExportArguments } from "./export-arguments.ts";
import { runExportCommand } from "./export-command.ts";
import { UsageError } from "./token-arguments.ts";

await testDatabase();
vi.stubEnv("BUSINESS_TODAY", "2026-05-20");
await givenCatalogues();
await givenAccount({ login: "vanphong" });
await givenTask([assigned("2026-04-01", "2026-04-15")], { title: "Đo đạc thửa đất" });
await givenTask([assigned("2026-04-01", "2026-06-15", 3)], { title: "Rà soát nhà ở" });

const folder = mkdtempSync(path.join(tmpdir(), "export-"));
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(() => {
  for (const file of readdirSync(folder)) rmSync(path.join(folder, file), { recursive: true });
});

/** Runs the command on the test's database; what it prints and its exit code. */
async function run(...parameters: string[]) {
  const printed = { out: [] as string[], told: [] as string[] };
  const code = await runExportCommand([...parameters, "--out", folder], async () => {}, {
    out: (line) => printed.out.push(line),
    tell: (line) => printed.told.push(line),
  });
  return { code, out: printed.out, told: printed.told.join("\n") };
}

test("a list is written by its filter, and its place is printed", async () => {
  const filter = "department=BAN_QLDA&sort=dueOn";
  const made = await run("--list", "tasks", "--filter", filter, "--format", "csv");
  const file = path.join(folder, "nhiem-vu-2026-05-20.csv");
  expect(made).toEqual({ code: 0, out: [file], told: "" });
  const rows: string[][] = parse(readFileSync(file), { bom: true });
  expect(rows.map((row) => row[1])).toEqual(["Nội dung", "Rà soát nhà ở"]);
  expect(readdirSync(folder)).toHaveLength(1);
});

test("the accounts are the operator's too", async () => {
  const { out } = await run("--list", "accounts");
  const [sheet] = readWorkbook(readFileSync(out[0] ?? "")).values();
  expect([...(sheet?.values() ?? [])].map(({ value }) => value)).toContain("vanphong");
});

test("a month's report is written as Word and Excel, or as one of them", async () => {
  const both = await run("--month", "2026-04");
  expect(both.out.map((file) => path.basename(file))).toEqual([
    "bao-cao-2026-04.docx",
    "bao-cao-2026-04.xlsx",
  ]);
  const own = await run("--month", "2026-04", "--department", "PHONG_KT", "--format", "xlsx");
  expect(own.out).toEqual([path.join(folder, "bao-cao-2026-04-phong-kt.xlsx")]);
});

test("what is there already is left alone unless it is to be replaced", async () => {
  const file = path.join(folder, "nhiem-vu-2026-05-20.xlsx");
  writeFileSync(file, "mine");
  await expect(run("--list", "tasks")).rejects.toThrow("--force");
  expect(readFileSync(file, "utf8")).toBe("mine");
  expect(await run("--list", "tasks", "--force")).toMatchObject({ code: 0 });
  expect(readFileSync(file).length).toBeGreaterThan(1000);
});

test("what there is not is refused, and nothing is written", async () => {
  expect(await run("--list", "tasks", "--filter", "departmnet=X")).toMatchObject({
    code: 2,
    told: expect.stringContaining("departmnet"),
  });
  expect(await run("--list", "tasks", "--filter", "department=X")).toMatchObject({
    code: 2,
    told: expect.stringContaining("department: unknownCode"),
  });
  for (const month of ["2027-04", "2001-01"]) {
    expect(await run("--month", month)).toMatchObject({ code: 1, out: [] });
  }
  expect(await run("--month", "2026-04", "--department", "X")).toMatchObject({ code: 1 });
  expect(existsSync(folder) && readdirSync(folder)).toEqual([]);
});

describe("readExportArguments", () => {
  test("help is asked for, whatever else is said", () => {
    expect(readExportArguments(["--list", "x", "--help"])).toBeNull();
  });

  test.each([
    { line: [], says: "--month or --list" },
    { line: ["--month", "2026-04", "--list", "tasks"], says: "not both" },
    { line: ["--month", "4/2026"], says: "--month" },
    { line: ["--month", "2026-04", "--format", "csv"], says: "--format is one of docx, xlsx" },
    { line: ["--month", "2026-04", "--filter", "x=1"], says: "--filter" },
    { line: ["--list", "task"], says: "--list is one of tasks" },
    { line: ["--list", "reasons"], says: "--list is one of tasks" },
    { line: ["--list", "tasks", "--department", "X"], says: "--department" },
    { line: ["--list", "tasks", "--nonsense"], says: "--nonsense" },
    { line: ["tasks"], says: "tasks" },
  ])("$line is refused and says $says", ({ line, says }) => {
    expect(() => readExportArguments(line)).toThrow(UsageError);
    expect(() => readExportArguments(line)).toThrow(says);
  });
});

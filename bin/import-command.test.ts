import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenCatalogues } from "#lib/tasks/testing/given.ts";
import { readImportArguments } from "./import-arguments.ts";
import { runImportCommand } from "./import-command.ts";
import { UsageError } from "./token-arguments.ts";

await testDatabase();
const folder = mkdtempSync(path.join(tmpdir(), "import-"));
beforeAll(async () => {
  vi.stubEnv("BUSINESS_TODAY", "2026-05-20");
  vi.stubEnv("DATA_DIR", folder);
  await givenCatalogues();
});
afterAll(() => rmSync(folder, { recursive: true }));

function given(name: string, ...lines: string[]): string {
  const file = path.join(folder, name);
  writeFileSync(file, `\uFEFF${lines.join("\r\n")}\r\n`);
  return file;
}

/** Runs the command on the test's database; what it prints and its exit code. */
async function run(...parameters: string[]) {
  const printed = { out: [] as string[], told: [] as string[] };
  const code = await runImportCommand(parameters, async () => {}, {
    out: (line) => printed.out.push(line),
    tell: (line) => printed.told.push(line),
  });
  return { code, out: printed.out.join("\n"), told: printed.told.join("\n") };
}

const HEADING = "Nội dung nhiệm vụ,Đơn vị chủ trì,Ngày giao,Hạn hoàn thành";

test("a register is checked, written, found again and taken back", async () => {
  const file = given("so.csv", HEADING, "Đo đạc,P. Kinh tế,05/01/2026,31/03/2026");
  const dry = await run(file, "--kind", "tasks", "--field", "TBKL", "--dry-run");
  expect(dry).toMatchObject({ code: 0, out: expect.stringContaining("1 new, 0 changed") });
  expect(await database().task.count()).toBe(0);
  const written = await run(file, "--kind", "tasks", "--field", "TBKL");
  expect(written.code).toBe(0);
  expect(await database().task.count()).toBe(1);
  const again = await run(file, "--kind", "tasks", "--field", "TBKL");
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining("Nothing to write") });
  const id = /import (\d+)/.exec(written.out)?.[1] ?? "";
  expect((await run("--undo", id)).code).toBe(0);
  expect(await database().task.count()).toBe(0);
  expect((await run("--undo", id)).code).toBe(1);
});

test("wrong rows are told with their line and column, and nothing is written", async () => {
  const file = given("sai.csv", HEADING, "Việc,Phòng Vũ trụ,05/01/2026,31/02/2026");
  const { code, told } = await run(file, "--kind", "tasks", "--field", "TBKL");
  expect(code).toBe(1);
  expect(told).toMatch(/Row 2: .*Đơn vị chủ trì: .*Hạn hoàn thành: /);
  expect(await database().task.count()).toBe(0);
});

test("guesses stop it until someone takes them", async () => {
  const file = given("doan.csv", HEADING, "Việc,P.KTe,05/01/2026,31/03/2026");
  const stopped = await run(file, "--kind", "tasks", "--field", "TBKL");
  expect(stopped).toMatchObject({ code: 1, told: expect.stringContaining("PHONG_KT") });
  const taken = await run(file, "--kind", "tasks", "--field", "TBKL", "--accept-guesses");
  expect(taken.code).toBe(0);
});

test("what is no spreadsheet is refused with the reason", async () => {
  const { code, told } = await run(given("so.xlsx", "%PDF-1.7"), "--kind", "tasks");
  expect(code).toBe(1);
  expect(told).not.toBe("");
});

test("help is printed when asked for, and wrong arguments say what is wrong", async () => {
  expect(await run("--help")).toMatchObject({ code: 0, out: expect.stringContaining("--dry-run") });
  for (const wrong of [
    [],
    ["so.xlsx"],
    ["so.xlsx", "--kind", "phong"],
    ["so.xlsx", "more.xlsx", "--kind", "tasks"],
    ["so.xlsx", "--kind", "tasks", "--month", "April"],
    ["--undo", "x"],
    ["so.xlsx", "--kind", "tasks", "--unknown"],
  ]) {
    expect(() => readImportArguments(wrong), wrong.join(" ")).toThrow(UsageError);
  }
  expect(await run(path.join(folder, "nowhere.xlsx"), "--kind", "tasks")).toMatchObject({
    code: 2,
  });
});

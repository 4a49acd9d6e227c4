import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/core/testing.ts";
import { GET } from "./reports/[file]/route.ts";
import { givenRegister, givenTask, tokens } from "./testing/calls.ts";
import type { Machine } from "./testing/machine.ts";

await testDatabase();

const ask = (name: Machine, path: string) =>
  GET(
    new Request(`http://desk/api/v1/reports/${path}`, {
      headers: { "accept-language": "vi", authorization: `Bearer ${tokens[name]}` },
    }),
    { params: Promise.resolve({ file: path.replace(/\?.*/, "") }) },
  );

beforeAll(async () => {
  await givenRegister();
  await givenTask();
});

describe("GET /api/v1/reports/{month}.docx and .xlsx", () => {
  it("answers a file with its name and type", async () => {
    const word = await ask("chairman", "2026-11.docx");
    expect(word.status).toBe(200);
    expect(word.headers.get("content-type")).toContain("wordprocessingml");
    expect(word.headers.get("content-disposition")).toBe(
      'attachment; filename="bao-cao-2026-11.docx"',
    );
    const bytes = new Uint8Array(await word.arrayBuffer());
    expect([...bytes.slice(0, 2)]).toEqual([0x50, 0x4b]);
    const excel = await ask("observer", "2026-11.xlsx");
    expect(excel.headers.get("content-type")).toContain("spreadsheetml");
  });

  it("gives a head the own department's report and no other", async () => {
    const own = await ask("head", "2026-11.xlsx");
    expect(own.headers.get("content-disposition")).toContain("bao-cao-2026-11-phong-kt.xlsx");
    expect((await ask("head", "2026-11.xlsx?department=PHONG_KT")).status).toBe(200);
    expect((await ask("stranger", "2026-11.xlsx?department=PHONG_KT")).status).toBe(404);
    expect((await ask("officer", "2026-11.xlsx")).status).toBe(404);
    expect((await ask("admin", "2026-11.docx")).status).toBe(404);
  });

  it("says that there is no such month, department or file", async () => {
    for (const path of [
      "2027-01.docx",
      "1999-01.docx",
      "2026-13.docx",
      "2026-11.pdf",
      "2026-11",
      "docx",
      "2026-11.xlsx?department=NOWHERE",
    ]) {
      const answer = await ask("office", path);
      expect([path, answer.status, answer.headers.get("content-type")]).toEqual([
        path,
        404,
        "application/problem+json",
      ]);
    }
    expect((await ask("office", "2026-11.xlsx?months=3")).status).toBe(400);
  });
});

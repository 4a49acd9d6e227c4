import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "#lib/core/testing.ts";
import { readWorkbook } from "#lib/reports/testing/workbook.ts";
import { GET as csv } from "./tasks.csv/route.ts";
import { GET as xlsx } from "./tasks.xlsx/route.ts";
import { givenRegister, givenTask, tokens } from "./testing/calls.ts";
import type { Machine } from "./testing/machine.ts";

await testDatabase();

function ask(name: Machine | null, file: string, language = "vi") {
  const headers = {
    "accept-language": language,
    ...(name && { authorization: `Bearer ${tokens[name]}` }),
  };
  const request = new Request(`http://desk/api/v1/${file}`, { headers });
  const handler = file.startsWith("tasks.csv") ? csv : xlsx;
  return handler(request, { params: Promise.resolve({}) });
}

beforeAll(async () => {
  await givenRegister();
  await givenTask({ title: "Rà soát quy hoạch" });
  await givenTask({ title: "@Báo cáo", department: "BAN_QLDA", dueOn: "2026-12-10" });
});

describe("GET /api/v1/tasks.csv and .xlsx", () => {
  it("answers all columns of the tasks that the token may see", async () => {
    const answer = await ask("office", "tasks.csv?sort=dueOn");
    expect(answer.headers.get("content-type")).toContain("text/csv");
    expect(answer.headers.get("content-disposition")).toBe(
      'attachment; filename="nhiem-vu-2026-11-20.csv"',
    );
    const rows: Record<string, string>[] = parse(Buffer.from(await answer.arrayBuffer()), {
      bom: true,
      columns: true,
    });
    expect(rows).toHaveLength(2);
    expect(rows[0]).toMatchObject({ "Nội dung": "Rà soát quy hoạch", Hạn: "2026-11-10" });
    expect(rows[0]).toMatchObject({ "So với hạn": "Quá hạn", "Số ngày chậm": "10" });
    expect(rows[1]).toMatchObject({ "Nội dung": "'@Báo cáo", "Tiến độ (%)": "0" });
    expect(Object.keys(rows[0] ?? {})).toContain("Lãnh đạo phụ trách");
    const own = await (await ask("head", "tasks.csv")).text();
    expect(own.trim().split("\r\n")).toHaveLength(2);
  });

  it("answers a workbook, in the language that is preferred", async () => {
    const answer = await ask("chairman", "tasks.xlsx?department=BAN_QLDA", "en");
    expect(answer.headers.get("content-type")).toContain("spreadsheetml");
    const [sheet] = readWorkbook(new Uint8Array(await answer.arrayBuffer())).values();
    expect(sheet?.get("A1")?.value).toBe("Tasks");
    expect(sheet?.get("B6")?.value).toBe("@Báo cáo");
    expect(sheet?.has("A7")).toBe(false);
  });

  it("says what it does not take, and to whom it does not answer", async () => {
    const problems = [
      [await ask("office", "tasks.csv?limit=5"), 400],
      [await ask("office", "tasks.csv?department=NOWHERE"), 400],
      [await ask("office", "tasks.xlsx?late=2026-13"), 400],
      [await ask("office", "tasks.xlsx?sort=code&sort=title"), 400],
      [await ask("admin", "tasks.xlsx"), 403],
      [await ask(null, "tasks.csv"), 401],
    ] as const;
    for (const [answer, status] of problems) {
      expect(answer.status).toBe(status);
      expect(answer.headers.get("content-type")).toBe("application/problem+json");
    }
  });
});

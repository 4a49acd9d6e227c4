import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { PUT as putValue } from "./indicators/[code]/values/[month]/route.ts";
import { GET as getIndicators } from "./indicators/route.ts";
import { givenRegister, tokens } from "./testing/calls.ts";
import { call, type Machine } from "./testing/machine.ts";

await testDatabase();

const indicator = {
  nameEn: "",
  unit: "hồ sơ",
  direction: "UP",
  aggregation: "SUM",
  departmentId: 1,
  sectorId: 21,
} as const;

beforeAll(async () => {
  await givenRegister();
  await database().indicator.createMany({
    data: [
      { ...indicator, code: "HS", name: "Hồ sơ", position: 1 },
      {
        ...indicator,
        code: "TY_LE",
        name: "Tỷ lệ",
        unit: "%",
        aggregation: "RATIO",
        position: 2,
      },
      { ...indicator, code: "KHAC", name: "Khác", departmentId: 3, position: 3 },
    ],
  });
});

const puts = (
  name: Machine,
  code: string,
  body: unknown,
  { month = "2026-10", headers = {} }: { month?: string; headers?: Record<string, string> } = {},
) =>
  call(
    putValue,
    `indicators/${code}/values/${month}`,
    { code, month },
    {
      token: tokens[name],
      method: "PUT",
      body,
      headers,
    },
  );
const lists = (name: Machine, query = "") =>
  call(getIndicators, `indicators${query}`, {}, { token: tokens[name], method: "GET" });
const events = () => database().indicatorEvent.count();

describe("PUT /indicators/{code}/values/{month}", () => {
  it("says what stands, and changes nothing when it is sent again", async () => {
    const body = { state: "REPORTED", numerator: 138, denominator: 142, note: "lũy kế" };
    const first = await puts("head", "TY_LE", body);
    expect(first).toMatchObject({
      status: 200,
      etag: '"1"',
      body: {
        code: "TY_LE",
        month: "2026-10",
        state: "REPORTED",
        value: null,
        numerator: 138,
        denominator: 142,
        figure: (138 / 142) * 100,
        note: "lũy kế",
        version: 1,
        enteredBy: "máy head",
      },
    });
    const before = await events();
    expect(await puts("office", "TY_LE", body)).toEqual(first);
    expect(await events()).toBe(before);
  });

  it("keeps 0, nothing arose and not reported apart", async () => {
    for (const [body, state, figure] of [
      [{ state: "REPORTED", value: 0 }, "REPORTED", 0],
      [{ state: "NOTHING_AROSE" }, "NOTHING_AROSE", null],
      [{ state: "NOT_REPORTED" }, "NOT_REPORTED", null],
    ] as const) {
      expect((await puts("office", "HS", body)).body).toMatchObject({ state, figure });
      const { body: list } = await lists("office", "?month=2026-10");
      const listed = list.items.find(({ code }: { code: string }) => code === "HS");
      expect(listed.value).toMatchObject({ state, figure });
    }
  });

  it.each([
    [{ state: "REPORTED", value: 97.1 }, "value"],
    [{ state: "REPORTED", numerator: 138 }, "denominator"],
    [{ state: "REPORTED", numerator: 143, denominator: 142 }, "numerator"],
    [{ state: "REPORTED", numerator: 0, denominator: 0 }, "denominator"],
    [{ state: "NOTHING_AROSE", numerator: 3 }, "numerator"],
    [{ state: "REPORTED", numerator: "138", denominator: 142 }, "numerator"],
    [{ state: "DONE" }, "state"],
    [{ state: "REPORTED", percent: 97 }, "percent"],
  ])("refuses %j and names the member", async (body, path) => {
    const before = await events();
    const answer = await puts("office", "TY_LE", body);
    expect([answer.status, answer.type]).toEqual([422, "application/problem+json"]);
    expect(answer.body.errors.map((error: { path: string }) => error.path)).toContain(path);
    expect(await events()).toBe(before);
  });

  it("refuses a month yet to come, and one that is none", async () => {
    const body = { state: "REPORTED", value: 1 };
    const ahead = await puts("office", "HS", body, { month: "2026-12" });
    expect(ahead.status).toBe(422);
    expect(ahead.body.errors).toMatchObject([{ path: "month" }]);
    expect((await puts("office", "HS", body, { month: "2026-13" })).status).toBe(404);
  });

  it("asks for a note where a value is unlike the months before", async () => {
    for (const month of ["2026-03", "2026-04", "2026-05", "2026-06"]) {
      await puts("office", "KHAC", { state: "REPORTED", value: 1400 }, { month });
    }
    const asked = await puts("office", "KHAC", { state: "REPORTED", value: 14_000 });
    expect([asked.status, asked.body.errors[0].path]).toEqual([422, "note"]);
    expect(asked.body.errors[0].message).toContain("1.400");
    const explained = { state: "REPORTED", value: 14_000, note: "Sáp nhập" };
    expect((await puts("office", "KHAC", explained)).status).toBe(200);
  });

  it("minds a version that is sent, and says what stands instead", async () => {
    const month = "2026-09";
    await puts("office", "HS", { state: "REPORTED", value: 5 }, { month });
    const stale = await puts(
      "head",
      "HS",
      { state: "REPORTED", value: 6 },
      { month, headers: { "if-match": '"7"' } },
    );
    expect([stale.status, stale.body.current.value]).toEqual([412, "5"]);
  });

  it("is for the Office and the own head; others are told before anything is read", async () => {
    const body = { state: "REPORTED", value: 8 };
    const statuses = await Promise.all(
      (["chairman", "deputy", "observer", "officer", "stranger", "admin"] as const).map(
        async (name) => [name, (await puts(name, "HS", { nothing: true })).status],
      ),
    );
    expect(Object.fromEntries(statuses)).toEqual({
      chairman: 403,
      deputy: 403,
      observer: 403,
      officer: 403,
      stranger: 403,
      admin: 404,
    });
    expect((await puts("officer", "KHAC", body)).status).toBe(404);
    expect((await puts("office", "KHONG_CO", body)).status).toBe(404);
  });
});

describe("GET /indicators", () => {
  it("gives the catalogue piece by piece, values only where a month is asked for", async () => {
    const first = await lists("observer", "?limit=2");
    expect(first.body.items).toEqual([
      expect.objectContaining({ code: "HS", computed: false, department: "PHONG_KT" }),
      expect.objectContaining({ code: "TY_LE", computed: true, sector: "DAT_DAI" }),
    ]);
    expect(first.body.items[0]).not.toHaveProperty("value");
    const rest = await lists("observer", `?limit=2&cursor=${first.body.nextCursor}`);
    expect(rest.body.items.map(({ code }: { code: string }) => code)).toEqual(["KHAC"]);
    expect(rest.body.nextCursor).toBeNull();
  });

  it("gives an officer the own department's, an administrator none", async () => {
    const codes = async (name: Machine, query = "") =>
      (await lists(name, query)).body.items.map(({ code }: { code: string }) => code);
    expect(await codes("officer")).toEqual(["HS", "TY_LE"]);
    expect(await codes("head", "?department=BAN_QLDA")).toEqual(["KHAC"]);
    expect(await codes("admin")).toEqual([]);
  });

  it.each([
    ["?month=2026-13", "month"],
    ["?month=2027-01", "month"],
    ["?month=2025-01", "month"],
    ["?department=NOWHERE", "department"],
    ["?limit=201", "limit"],
    ["?cursor=abc", "cursor"],
    ["?period=2026-04", "period"],
  ])("refuses %s", async (query, path) => {
    const { status, body } = await lists("office", query);
    expect(status).toBe(400);
    expect(body.errors).toMatchObject([{ path }]);
  });
});

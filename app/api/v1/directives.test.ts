import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { givenCatalogues, givenDirective } from "#lib/tasks/testing/given.ts";
import { GET as getDirective } from "./directives/[id]/route.ts";
import { GET as listDirectives, POST as register } from "./directives/route.ts";
import { type Call, call, givenTokens, type Machine, NAMES } from "./testing/machine.ts";

await testDatabase();

let tokens: Record<Machine, string>;

beforeAll(async () => {
  await givenCatalogues();
  tokens = await givenTokens();
});
beforeEach(() => {
  vi.stubEnv("BUSINESS_TODAY", "2026-11-20");
});
afterEach(() => {
  vi.unstubAllEnvs();
});

let counter = 0;

function directive(given: object = {}) {
  counter += 1;
  return {
    number: `${counter}/CT-UBND`,
    issuedOn: "2026-11-16",
    issuingBody: "UBND_TP",
    type: "DIRECTIVE",
    abstract: "Về rà soát quy hoạch",
    ...given,
  };
}
const TASK = { title: "Rà soát", department: "PHONG_KT", field: "TBKL", dueOn: "2026-12-10" };

const posts = (name: Machine, body: unknown, more: Partial<Call> = {}) =>
  call(register, "directives", {}, { token: tokens[name], body, ...more });
const reads = (name: Machine, id: number) =>
  call(getDirective, `directives/${id}`, { id: `${id}` }, { token: tokens[name], method: "GET" });
const lists = (name: Machine, query = "") =>
  call(listDirectives, `directives?${query}`, {}, { token: tokens[name], method: "GET" });

const counts = async () => [
  await database().directive.count(),
  await database().task.count(),
  await database().handledRequest.count(),
];

describe("POST /directives", () => {
  it("registers a directive with its tasks and says where it is", async () => {
    const given = directive({ urgency: "URGENT", signerPosition: "Phó Chủ tịch" });
    const tasks = [TASK, { ...TASK, department: "BAN_QLDA", dueOn: null, sector: "DAT_DAI" }];
    const { status, location, body } = await posts("office", { ...given, tasks });
    expect([status, location]).toEqual([201, `/api/v1/directives/${body.id}`]);
    expect(body).toMatchObject({
      ...given,
      issuingBodyName: "UBND Thành phố",
      level: "CITY",
      receivedOn: "2026-11-20",
      tasks: [
        { department: "PHONG_KT", level: "CITY", dueOn: "2026-12-10" },
        { department: "BAN_QLDA", sector: "DAT_DAI", dueOn: null },
      ],
    });
    expect((await reads("office", body.id)).body).toEqual(body);
  });

  it.each([
    [{ number: " " }, ["number"]],
    [{ issuedOn: "16/13/2026" }, ["issuedOn"]],
    [{ issuedOn: "2026-11-21" }, ["issuedOn"]],
    [{ receivedOn: "2026-11-15" }, ["receivedOn"]],
    [{ issuingBody: "NOBODY" }, ["issuingBody"]],
    [{ type: "LETTER" }, ["type"]],
    [{ abstract: "x".repeat(2001) }, ["abstract"]],
    [{ level: "CITY" }, ["level"]],
    [{ files: [] }, ["files"]],
    [{ tasks: [TASK, { ...TASK, title: "" }] }, ["tasks.1.title"]],
    [{ tasks: [{ ...TASK, directive: 1 }] }, ["tasks.0.directive"]],
    [
      {
        tasks: [
          { ...TASK, leader: "nobody" },
          { ...TASK, field: "NONE" },
        ],
      },
      ["tasks.0.leader", "tasks.1.field"],
    ],
    [{ tasks: Array.from({ length: 51 }, () => TASK) }, ["tasks"]],
  ])("refuses %o and keeps nothing (%#)", async (wrong, paths) => {
    const before = await counts();
    const { status, body } = await posts("office", directive(wrong));
    expect(status).toBe(422);
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual(paths);
    expect(await counts()).toEqual(before);
  });

  it("names the directive that is there already", async () => {
    const given = directive({ number: "15/TB-UB" });
    const { body } = await posts("office", given);
    const { status, body: refused } = await posts("office", { ...given, number: "15 / tb-ub" });
    expect(status).toBe(409);
    expect(refused.detail).toContain("15/TB-UB");
    expect(refused.detail).toContain(String(body.id));
  });

  it("registers once what is sent twice", async () => {
    const more = { headers: { "idempotency-key": "register-1" } };
    const given = { ...directive(), tasks: [TASK] };
    const first = await posts("office", given, more);
    expect(await posts("office", given, more)).toEqual(first);
    expect(first.status).toBe(201);
  });

  it("is for leaders and the Office, whatever was sent", async () => {
    const before = await counts();
    for (const name of NAMES) {
      const allowed = ["office", "chairman", "deputy"].includes(name);
      const { status } = await posts(name, { nothing: true });
      expect([name, status]).toEqual([name, allowed ? 422 : 403]);
      if (!allowed) {
        const { status, body } = await posts(name, { ...directive(), tasks: [TASK] });
        expect([status, body.detail]).toEqual([403, expect.stringContaining("vào sổ văn bản")]);
      }
    }
    // A vice-chairman's machine has no portfolio: it assigns to nobody.
    const { status } = await posts("deputy", { ...directive(), tasks: [TASK] });
    expect(status).toBe(403);
    expect(await counts()).toEqual(before);
  });
});

describe("GET /directives", () => {
  it("gives each those with a task that they may see, and no others exist", async () => {
    const mine = await posts("office", { ...directive(), tasks: [TASK] });
    const other = await posts("office", {
      ...directive(),
      tasks: [TASK, { ...TASK, department: "DANG_UY" }],
    });
    const bare = await posts("office", directive());
    const ids = [mine.body.id, other.body.id, bare.body.id];
    const seen = async (name: Machine) => {
      const statuses = await Promise.all(ids.map(async (id) => (await reads(name, id)).status));
      const { body } = await lists(name, "limit=200");
      const listed = new Set(body.items.map(({ id }: { id: number }) => id));
      expect(ids.map((id) => listed.has(id))).toEqual(statuses.map((status) => status === 200));
      return statuses;
    };
    expect(await seen("office")).toEqual([200, 200, 200]);
    expect(await seen("observer")).toEqual([200, 200, 200]);
    expect(await seen("head")).toEqual([200, 200, 404]);
    expect(await seen("officer")).toEqual([200, 200, 404]);
    expect(await seen("stranger")).toEqual([404, 200, 404]);
    expect(await seen("admin")).toEqual([404, 404, 404]);
    const { body } = await reads("stranger", other.body.id);
    expect(body.tasks.map(({ department }: { department: string }) => department)).toEqual([
      "DANG_UY",
    ]);
  });

  it("goes through all of them, piece by piece and none twice", async () => {
    for (const number of ["A1", "A2", "A3", "A4", "A5"]) {
      await givenDirective({ number, bodyId: 33 });
    }
    const numbers: string[] = [];
    let cursor: string | null = null;
    do {
      const query: string = `body=DANG_UY_XA&limit=2${cursor ? `&cursor=${cursor}` : ""}`;
      const { status, body } = await lists("office", query);
      expect(status).toBe(200);
      numbers.push(...body.items.map(({ number }: { number: string }) => number));
      cursor = body.nextCursor;
    } while (cursor);
    expect(numbers).toEqual(["A1", "A2", "A3", "A4", "A5"]);
  });

  it.each([
    ["body=NOBODY", "body"],
    ["sector=NONE", "sector"],
    ["limit=0", "limit"],
    ["limit=201", "limit"],
    ["cursor=abc", "cursor"],
    ["from=2026-02-30", "from"],
    ["page=2", "page"],
  ])("refuses %s", async (query, path) => {
    const { status, body } = await lists("office", query);
    expect([status, body.errors[0].path]).toEqual([400, path]);
  });

  it.each(["0", "abc", "99999999999"])("has no directive %s", async (id) => {
    const answer = await call(
      getDirective,
      `directives/${id}`,
      { id },
      {
        token: tokens.office,
        method: "GET",
      },
    );
    expect(answer.status).toBe(404);
  });
});

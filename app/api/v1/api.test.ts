import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { createApiToken, revokeApiToken } from "#lib/users/tokens.ts";
import { seed } from "#prisma/seed/index.ts";
import { GET as getUnknown } from "./[...path]/route.ts";
import { GET as getSummary } from "./summary/route.ts";
import { GET as getTask } from "./tasks/[id]/route.ts";
import { GET as getTasks } from "./tasks/route.ts";

await testDatabase();

const tokens: Record<string, string> = {};

beforeAll(async () => {
  process.env.BUSINESS_TODAY = "2026-11-20";
  await seed("demo");
  tokens.office = await createApiToken({ name: "hanoiwork", role: "OFFICE" });
  tokens.head = await createApiToken({
    name: "phong",
    role: "DEPARTMENT_HEAD",
    departmentCode: "TRAM_YT",
  });
  tokens.admin = await createApiToken({ name: "quantri", role: "ADMIN" });
}, 120_000);

type Handler = (
  request: Request,
  context: { params: Promise<{ id: string }> },
) => Promise<Response>;

async function call(
  handler: Handler,
  path: string,
  token = tokens.office,
  id = "",
  language = "vi",
) {
  const request = new Request(`http://desk/api/v1/${path}`, {
    headers: {
      "accept-language": language,
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
    },
  });
  const response = await handler(request, { params: Promise.resolve({ id }) });
  return {
    status: response.status,
    type: response.headers.get("content-type"),
    body: await response.json(),
  };
}

describe("GET /summary", () => {
  it("gives April's figures, every rate a fraction", async () => {
    const { status, body } = await call(getSummary, "summary?period=2026-04");
    expect(status).toBe(200);
    expect(body).toMatchObject({
      period: "2026-04",
      from: "2026-04-01",
      to: "2026-04-30",
      asOf: "2026-04-30",
      closed: false,
      overdue: { total: { late: 195, carriedOver: 93, newlyOverdue: 102, outstanding: 167 } },
    });
    const city = body.completion.byLevel.find(({ code }: { code: string }) => code === "CITY");
    expect(city).toMatchObject({ assigned: 142, completed: 138, completionRate: 138 / 142 });
    expect(body.trend).toHaveLength(12);
    expect(body.trend.at(-1)).toMatchObject({ month: "2026-04", late: 195, outstanding: 167 });
  });

  it.each([
    ["period=2026-13", "period"],
    ["period=2025-01", "period"],
    ["period=2027-01", "period"],
    ["asOf=2026-02-30", "asOf"],
    ["period=2026-04&period=2026-05", "period"],
    ["month=2026-04", "month"],
  ])("refuses %s and names the parameter", async (query, path) => {
    const { status, type, body } = await call(getSummary, `summary?${query}`);
    expect([status, type]).toEqual([400, "application/problem+json"]);
    expect(body).toMatchObject({ status: 400, errors: [{ path, message: expect.any(String) }] });
  });

  it("answers in the language asked for", async () => {
    const { body } = await call(getSummary, "summary?period=2026-13", tokens.office, "", "en-GB");
    expect(body.title).toBe("Invalid request");
  });
});

describe("whoever calls", () => {
  it.each([undefined, "", "ban_wrong"])("is refused without a valid token (%s)", async (token) => {
    const { status, type } = await call(getSummary, "summary", token ?? "");
    expect([status, type]).toEqual([401, "application/problem+json"]);
  });

  it("is refused once the token is revoked", async () => {
    const token = await createApiToken({ name: "cu", role: "OFFICE" });
    expect((await call(getSummary, "summary", token)).status).toBe(200);
    await revokeApiToken("cu");
    expect((await call(getSummary, "summary", token)).status).toBe(401);
  });

  it("has no figures and no tasks as an administrator", async () => {
    expect((await call(getSummary, "summary", tokens.admin)).status).toBe(403);
    expect((await call(getTasks, "tasks", tokens.admin)).body).toEqual({
      items: [],
      nextCursor: null,
    });
  });

  it("sees the tasks of the own department only, others do not exist", async () => {
    const { body } = await call(getTasks, "tasks?limit=200", tokens.head);
    const seen = new Set(body.items.map(({ id }: { id: number }) => id));
    const stranger = await database().task.findFirstOrThrow({
      where: {
        leadDepartment: { code: "PHONG_KT" },
        id: { notIn: [...seen] as number[] },
        cooperations: { none: {} },
      },
    });
    expect((await call(getTask, "tasks/x", tokens.head, String(stranger.id))).status).toBe(404);
    expect((await call(getTask, "tasks/x", tokens.office, String(stranger.id))).status).toBe(200);
  });
});

describe("GET /tasks", () => {
  it("gives exactly the tasks behind a figure, piece by piece and none twice", async () => {
    const ids: number[] = [];
    let cursor: string | null = null;
    do {
      const query: string = `tasks?late=2026-04&limit=50${cursor ? `&cursor=${cursor}` : ""}`;
      const { status, body } = await call(getTasks, query);
      expect(status).toBe(200);
      ids.push(...body.items.map(({ id }: { id: number }) => id));
      cursor = body.nextCursor;
    } while (cursor);
    expect(ids).toHaveLength(195);
    expect(new Set(ids).size).toBe(195);
  });

  it.each([
    ["department=NOWHERE", "department"],
    ["status=DONE", "status.0"],
    ["lateKind=resolved", "lateKind"],
    ["limit=201", "limit"],
    ["cursor=abc", "cursor"],
    ["dueFrom=2026-02-30", "dueFrom"],
  ])("refuses %s", async (query, path) => {
    const { status, body } = await call(getTasks, `tasks?${query}`);
    expect(status).toBe(400);
    expect(body.errors[0].path).toBe(path);
  });

  it("opens a task with its late spells and history", async () => {
    const { body } = await call(getTasks, "tasks?late=2026-04&lateKind=outstanding&limit=1");
    const { body: task } = await call(getTask, "tasks/x", tokens.office, String(body.items[0].id));
    expect(task.spells.length).toBeGreaterThan(0);
    expect(task.history[0]).toMatchObject({ event: { kind: "ASSIGNED" } });
  });

  it.each(["0", "abc", "99999999999", "1e3"])("has no task %s", async (id) => {
    expect((await call(getTask, "tasks/x", tokens.office, id)).status).toBe(404);
  });
});

it("answers an address that it does not have with a problem, not a page", async () => {
  const { status, type } = await call(getUnknown, "nothing/here");
  expect([status, type]).toEqual([404, "application/problem+json"]);
});

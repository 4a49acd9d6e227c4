import { beforeEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { apiRoute, Reply, type RequestIdentity } from "./api.ts";
import { ConflictError, ForbiddenError, InvalidInputError, StaleError } from "./errors.ts";
import { log } from "./log.ts";

beforeEach(() => {
  vi.restoreAllMocks();
});

/** What a handler that does only this answers. */
async function answerOf(
  act: Parameters<typeof apiRoute<string, object>>[1],
  headers: Record<string, string> = {},
) {
  const handler = apiRoute<string, object>(async () => "someone", act);
  const request = new Request("http://desk/api/v1/things?q=1", { method: "POST", headers });
  const response = await handler(request, { params: Promise.resolve({}) });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.json(),
  };
}

const throws = (error: Error) => async () => {
  throw error;
};

it("answers a body as it is, or with its version and where it was made", async () => {
  expect(await answerOf(async () => [1])).toMatchObject({ status: 200, body: [1] });
  const reply = new Reply({ id: 3 }, { version: 7, location: "/things/3" });
  expect(await answerOf(async () => reply)).toMatchObject({
    status: 201,
    headers: { etag: '"7"', location: "/things/3", "cache-control": "no-store" },
  });
});

it.each([
  [{ "if-match": '"7"' }, 7],
  [{ "if-match": 'W/"7"' }, 7],
  [{ "if-match": " 7 " }, 7],
  [{ "if-match": "*" }, undefined],
  [{}, undefined],
])("reads the version in %o", async (headers, version) => {
  let asked: RequestIdentity | undefined;
  await answerOf(async (request) => {
    asked = request.asked();
    return null;
  }, headers);
  expect(asked).toEqual({ version, requestKey: undefined });
});

it.each([
  [{ "if-match": '"7' }, "If-Match"],
  [{ "if-match": '"1", "2"' }, "If-Match"],
  [{ "if-match": "0" }, "If-Match"],
  [{ "idempotency-key": "" }, "Idempotency-Key"],
  [{ "idempotency-key": "a b" }, "Idempotency-Key"],
  [{ "idempotency-key": "x".repeat(201) }, "Idempotency-Key"],
])("refuses %o", async (headers, path) => {
  const { status, body } = await answerOf(async ({ asked }) => asked(), headers);
  expect([status, body.errors[0].path]).toEqual([400, path]);
});

it("needs a version where it says so", async () => {
  const act: Parameters<typeof answerOf>[0] = async ({ asked }) => asked({ versionNeeded: true });
  expect((await answerOf(act)).status).toBe(428);
  expect((await answerOf(act, { "if-match": '"1"' })).status).toBe(200);
});

it("says a refusal as the screens do, and of pages only what holds for objects", async () => {
  const role = new ForbiddenError({ key: "work.refusal.role", values: { verb: "accept" } });
  expect((await answerOf(throws(role), { "accept-language": "en" })).body).toEqual({
    title: "Not allowed",
    status: 403,
    detail: "Your role may not accept this task.",
  });
  const plain = await answerOf(throws(new ForbiddenError()), { "accept-language": "en" });
  expect(plain.body.detail).toBe("The token's role does not have this right.");
  expect((await answerOf(throws(new ConflictError()))).status).toBe(409);
});

it("names wrong entries, and what stands there now", async () => {
  const values = { day: "15/11/2026" };
  const wrong = new InvalidInputError([{ path: "on", key: "work.problems.beforeHistory", values }]);
  expect((await answerOf(throws(wrong))).body.errors).toEqual([
    { path: "on", message: "Ngày này trước lần thay đổi gần nhất (15/11/2026)." },
  ]);
  const stale = new StaleError({ key: "work.refusal.noDeadline" }, { version: "3" });
  expect(await answerOf(throws(stale))).toMatchObject({
    status: 412,
    body: { current: { version: "3" } },
  });
});

it("keeps an error of its own apart from one of the request", async () => {
  const logged = vi.spyOn(log, "error").mockImplementation(() => {});
  const { status, body } = await answerOf(
    async () => z.strictObject({ kept: z.string() }).parse({ kept: 1 }),
    { "x-request-id": "r-1" },
  );
  expect([status, body.errors]).toEqual([500, undefined]);
  expect(body.detail).toContain("r-1");
  expect(logged).toHaveBeenCalledOnce();
  const query = await answerOf(async ({ query }) => query(z.strictObject({})));
  expect([query.status, query.body.errors[0].path]).toEqual([400, "q"]);
});

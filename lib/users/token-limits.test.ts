import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { apiRoute } from "#lib/core/api.ts";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { forgetCounts, WRONG_TOKENS } from "./token-limits.ts";
import { createApiToken, revokeApiToken, viewerOfToken } from "./tokens.ts";

await testDatabase();

beforeEach(async () => {
  forgetCounts();
  await database().apiToken.deleteMany();
});
afterEach(() => {
  vi.useRealTimers();
});

const handler = apiRoute(viewerOfToken, async () => ({ done: true }));

/** What a machine at an address is answered. */
async function call(token: string, address = "10.0.0.1") {
  const request = new Request("http://desk/api/v1/things", {
    headers: { authorization: `Bearer ${token}`, "x-forwarded-for": address },
  });
  const response = await handler(request, { params: Promise.resolve({}) });
  const headers = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: await response.json() };
}

const wrong = (number: number) => `ban_${number}`;

async function guess(times: number, address = "10.0.0.1") {
  for (let number = 0; number < times; number += 1) await call(wrong(number), address);
}

it("lets a token call as often in a minute as it may, and says what is left", async () => {
  const token = await createApiToken({ name: "máy", role: "OFFICE", rateLimit: 2 });
  const other = await createApiToken({ name: "khác", role: "OFFICE", rateLimit: 2 });
  const first = await call(token);
  expect(first.status).toBe(200);
  expect(first.headers["ratelimit-policy"]).toBe('"token";q=2;w=60');
  expect(first.headers.ratelimit).toBe('"token";r=1;t=60');
  expect((await call(token)).headers.ratelimit).toMatch(/^"token";r=0;t=\d+$/);
  const third = await call(token);
  expect(third).toMatchObject({ status: 429, body: { status: 429 } });
  expect(third.headers["content-type"]).toBe("application/problem+json");
  expect(Number(third.headers["retry-after"])).toBeGreaterThan(0);
  expect(Number(third.headers["retry-after"])).toBeLessThanOrEqual(60);
  expect(third.headers.ratelimit).toMatch(/^"token";r=0;t=\d+$/);
  expect((await call(other)).status).toBe(200);
});

it("begins anew after a minute, and takes a new limit at once", async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  const token = await createApiToken({ name: "máy", role: "OFFICE", rateLimit: 1 });
  expect([(await call(token)).status, (await call(token)).status]).toEqual([200, 429]);
  vi.setSystemTime(Date.now() + 61_000);
  expect([(await call(token)).status, (await call(token)).status]).toEqual([200, 429]);
  await database().apiToken.updateMany({ data: { rateLimit: 5 } });
  expect((await call(token)).status).toBe(200);
});

it("shuts out an address that guesses, and nobody else", async () => {
  const known = await createApiToken({ name: "quen", role: "OFFICE" });
  const fresh = await createApiToken({ name: "mới", role: "OFFICE" });
  expect((await call(known)).status).toBe(200);
  await guess(WRONG_TOKENS.most);
  const refused = await call(wrong(999));
  expect(refused.status).toBe(429);
  expect(Number(refused.headers["retry-after"])).toBeLessThanOrEqual(WRONG_TOKENS.windowSeconds);
  expect((await call(fresh)).status, "a right guess tells nothing").toBe(429);
  expect((await call(known)).status, "who was let in before stays in").toBe(200);
  expect((await call(fresh, "10.0.0.2")).status, "elsewhere").toBe(200);
});

it("does not take a machine with a revoked token for one that guesses", async () => {
  const revoked = await createApiToken({ name: "cũ", role: "OFFICE" });
  const next = await createApiToken({ name: "thay", role: "OFFICE" });
  await revokeApiToken("cũ");
  for (let times = 0; times < WRONG_TOKENS.most + 5; times += 1) {
    expect((await call(revoked)).status).toBe(401);
  }
  expect((await call(next)).status).toBe(200);
});

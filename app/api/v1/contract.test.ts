import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { database } from "#lib/core/db.ts";
import { testDatabase } from "#lib/core/testing.ts";
import { RATE_LIMITS } from "#lib/users/token-schema.ts";
import { apiDocument } from "./operations/document.ts";
import { OPERATIONS } from "./operations/index.ts";
import { givenRegister, tokens } from "./testing/calls.ts";
import { judgeOf } from "./testing/judge.ts";
import { lint, respect } from "./testing/respect.ts";
import { givenSurroundings, SAMPLES } from "./testing/samples.ts";
import { answer, startApiServer } from "./testing/server.ts";
import { requestsFor } from "./testing/wrong-requests.ts";

await testDatabase();

let folder: string;
let server: Awaited<ReturnType<typeof startApiServer>>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "contract-data-"));
  vi.stubEnv("DATA_DIR", folder);
  await givenRegister();
  await givenSurroundings();
  // The calls come as fast as they can; the limit has its own test.
  await database().apiToken.updateMany({ data: { rateLimit: RATE_LIMITS.most } });
  server = await startApiServer();
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

/** Routes that are no calls: the rest of all addresses, and the document itself. */
const OTHERS = ["/[...path]", "/openapi.json"];

describe("the document", () => {
  it("is OpenAPI 3.1 by its meta-schema, and its linter finds nothing", async () => {
    const validator = new Validator();
    const { valid, errors } = await validator.validate(JSON.parse(JSON.stringify(apiDocument())));
    expect(errors).toBeUndefined();
    expect([valid, validator.version]).toEqual([true, "3.1"]);
    expect(await lint(apiDocument())).toBe("");
  });

  it("is what the address answers, to anyone", async () => {
    const response = await fetch(`${server.url}/openapi.json`);
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual(JSON.parse(JSON.stringify(apiDocument())));
  });

  it("names every call that a route has, and no other", () => {
    const routed = server.routes
      .filter(({ address }) => !OTHERS.includes(address))
      .map(({ file, pattern, handlers }) => ({ file, pattern, handlers }));
    const answering = OPERATIONS.map(({ method, path }) => {
      const address = `/api/v1${path.replaceAll(/[{}]/g, "")}`;
      const route = routed.find(({ pattern }) => pattern.test(address));
      return `${route?.file} ${route?.handlers[method] ? method : `no ${method}`}`;
    });
    const refuse = server.routes.find(({ address }) => address === "/openapi.json")?.handlers.POST;
    const offered = routed.flatMap(({ file, handlers }) =>
      Object.entries(handlers)
        .filter(([name, handler]) => /^[A-Z]+$/.test(name) && handler !== refuse)
        .map(([method]) => `${file} ${method}`),
    );
    expect([...new Set(answering)].sort()).toEqual(offered.sort());
  });

  it("says which methods an address takes, where it is asked with another", async () => {
    for (const [method, path, allowed] of [
      ["DELETE", "/tasks", "GET, POST"],
      ["PUT", "/tasks/1", "GET, PATCH"],
      ["GET", "/tasks/1/accept", "POST"],
      ["POST", "/openapi.json", "GET"],
    ] as const) {
      const response = await fetch(server.url + path, { method });
      expect([response.status, response.headers.get("allow")], path).toEqual([405, allowed]);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
      expect((await response.json()).detail).toContain(allowed);
    }
    const unknown = await fetch(`${server.url}/tasks/1/praise`);
    expect([unknown.status, unknown.headers.get("allow")]).toEqual([404, null]);
  });

  it("has a name of its own for every call", () => {
    const ids = OPERATIONS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("every call", () => {
  const judge = judgeOf(apiDocument());

  it("has a sample", () => {
    expect(Object.keys(SAMPLES).sort()).toEqual(OPERATIONS.map(({ id }) => id).sort());
  });

  it("answers as the document says", async () => {
    const calls = [];
    for (const call of OPERATIONS) {
      const sample = await SAMPLES[call.id]?.();
      if (!sample) throw new Error(`${call.id} has no sample`);
      calls.push({ call, sample });
    }
    const { verdicts, output } = await respect(apiDocument(), server.url, calls);
    const failed = verdicts.filter(({ passed }) => !passed).map(({ id }) => id);
    expect(failed, output).toEqual([]);
    expect(verdicts.map(({ id }) => id)).toEqual(OPERATIONS.map(({ id }) => id));
  }, 120_000);

  it.each(OPERATIONS.map((call) => [call.id, call] as const))(
    "%s refuses what is wrong as the document says, and never breaks",
    async (_id, call) => {
      const callers = fc.constantFrom(tokens.office, tokens.office, tokens.head, tokens.admin, "");
      const property = fc.asyncProperty(requestsFor(call), callers, async (wrong, token) => {
        const request = new Request(`http://desk/api/v1${wrong.address}`, {
          method: call.method,
          headers: { ...wrong.headers, ...(token && { Authorization: `Bearer ${token}` }) },
          body: wrong.body,
        });
        const response = await answer(server.routes, request);
        expect(response.status).toBeLessThan(500);
        expect(await judge(call, response)).toBeNull();
      });
      await fc.assert(property, { numRuns: 30, seed: 20_261_120 });
    },
    60_000,
  );
});

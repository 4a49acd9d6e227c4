import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import { readEnvironment } from "#lib/core/env.ts";
import { freePort } from "./postgres.ts";
import { assertPortFree, serverEnvironment } from "./server.ts";

let other: Server | undefined;
afterEach(() => other?.close());

test("a taken port is named, with what to do", async () => {
  const port = await freePort();
  await assertPortFree("127.0.0.1", port);
  other = createServer();
  await new Promise<void>((resolve) => other?.listen(port, "127.0.0.1", resolve));
  await expect(assertPortFree("127.0.0.1", port)).rejects.toThrow(
    `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or choose another one: PORT=${port + 1}`,
  );
});

test("an address of another machine is named", async () => {
  await expect(assertPortFree("192.0.2.1", await freePort())).rejects.toThrow("HOST=192.0.2.1");
});

test("the web server reads the same settings from what it is given", () => {
  const environment = readEnvironment({
    PORT: "3100",
    BUSINESS_TODAY: "2026-05-05",
    SEED: "none",
    WORKER: "separate",
    WEBHOOK_PRIVATE_NETWORKS: "1",
  });
  const env = serverEnvironment(environment, "postgresql://a:b@127.0.0.1:1/c", "s".repeat(40));
  expect(readEnvironment(env)).toEqual({
    ...environment,
    authSecret: "s".repeat(40),
    database: { kind: "embedded", url: "postgresql://a:b@127.0.0.1:1/c" },
  });
});

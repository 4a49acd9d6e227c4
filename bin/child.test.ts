import { expect, test } from "vitest";
import { ended, hasEnded, runChild, startChild, stopChild } from "./child.ts";
import { processIdentity } from "./lock.ts";

const node = (script: string) => [process.execPath, "-e", script];
const options = { cwd: process.cwd(), env: process.env };

test("keeps what a command prints, and its exit code", async () => {
  const { signal } = new AbortController();
  const script = "console.log('out'); console.error('error'); process.exitCode = 3";
  const { code, output } = await runChild(node(script), { ...options, signal });
  expect(code).toBe(3);
  expect(output).toContain("out\n");
  expect(output).toContain("error\n");
});

test("receives the message of a Node command", async () => {
  const messages: unknown[] = [];
  const { signal } = new AbortController();
  await runChild(node("process.send({ a: 1 })"), {
    ...options,
    signal,
    onMessage: (message) => messages.push(message),
  });
  expect(messages).toEqual([{ a: 1 }]);
});

test("an aborted command ends with all that it started", async () => {
  const abort = new AbortController();
  let grandchild = 0;
  const script = `const { pid } = require("node:child_process").spawn(process.execPath,
    ["-e", "setInterval(() => {}, 1000)"]); process.send(pid); setInterval(() => {}, 1000)`;
  const running = runChild(node(script), {
    ...options,
    signal: abort.signal,
    onMessage: (message) => {
      grandchild = Number(message);
      abort.abort();
    },
  });
  await expect(running).rejects.toThrow(/abort/i);
  expect(grandchild).toBeGreaterThan(0);
  await expect.poll(() => processIdentity(grandchild), { timeout: 10_000 }).toBeNull();
});

test("a command that ignores the first signal gets the next", async () => {
  const script = "process.on('SIGTERM', () => {}); process.send(0); setInterval(() => {}, 1000)";
  const child = startChild(node(script), { stdio: ["ignore", "ignore", "ignore", "ipc"] });
  await new Promise((resolve) => child.once("message", resolve));
  await stopChild(child, [
    { signal: "SIGTERM", patience: 100 },
    { signal: "SIGKILL", patience: 10_000 },
  ]);
  expect(child.signalCode).toBe("SIGKILL");
});

test("a command that does not exist has ended, with code 127", async () => {
  const child = startChild(["no-such-program"], {});
  expect(hasEnded(child)).toBe(true);
  expect((await ended(child)).code).toBe(127);
});

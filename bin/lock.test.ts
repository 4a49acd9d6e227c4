import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { LockedError, lockHolder, processIdentity, takeLock } from "./lock.ts";

const folder = mkdtempSync(path.join(tmpdir(), "lock-"));
const file = path.join(folder, "a.lock");

beforeEach(() => rmSync(file, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

/** The number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ["-e", ""]).pid;
}

describe("a lock", () => {
  test("is held until it is given back", () => {
    const release = takeLock(file);
    expect(lockHolder(file)).toBe(process.pid);
    expect(() => takeLock(file)).toThrow(LockedError);
    release();
    expect(lockHolder(file)).toBeNull();
    expect(existsSync(file)).toBe(false);
  });

  test("of a process that is gone is taken over", () => {
    writeFileSync(file, JSON.stringify({ pid: endedProcess(), identity: "earlier" }));
    expect(lockHolder(file)).toBeNull();
    takeLock(file)();
  });

  test("of an earlier process with this number is taken over", () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, identity: "another start" }));
    takeLock(file);
    expect(JSON.parse(readFileSync(file, "utf8")).identity).toBe(processIdentity(process.pid));
  });

  test("that was cut off while being written is taken over", () => {
    writeFileSync(file, '{"pid":');
    takeLock(file)();
  });
});

test("an ended process has no identity, a live one keeps its own", () => {
  expect(processIdentity(endedProcess())).toBeNull();
  expect(processIdentity(process.pid)).toBe(processIdentity(process.pid));
  expect(processIdentity(process.pid)).not.toBe(processIdentity(process.ppid));
});

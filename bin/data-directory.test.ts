import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import {
  keptAuthSecret,
  prepareDataDirectory,
  publishDatabaseUrl,
  publishedDatabaseUrl,
} from "./data-directory.ts";

const folder = mkdtempSync(path.join(tmpdir(), "data-"));
afterAll(() => rmSync(folder, { recursive: true }));

test("a data directory is made for its owner only", () => {
  const dataDir = path.join(folder, "new/data");
  prepareDataDirectory(dataDir);
  expect(statSync(dataDir).mode & 0o077).toBe(0);
});

test("one that cannot be made is named, with what to do", () => {
  writeFileSync(path.join(folder, "file"), "");
  const dataDir = path.join(folder, "file/data");
  expect(() => prepareDataDirectory(dataDir)).toThrow(dataDir);
  expect(() => prepareDataDirectory(dataDir)).toThrow("DATA_DIR=");
});

test("the secret is made once, long, and for its owner only", () => {
  const secret = keptAuthSecret(folder);
  expect(secret.length).toBeGreaterThanOrEqual(32);
  expect(keptAuthSecret(folder)).toBe(secret);
  expect(statSync(path.join(folder, "auth-secret")).mode & 0o077).toBe(0);
});

test("the database's URL is there for other commands while it runs", () => {
  expect(publishedDatabaseUrl(folder)).toBeNull();
  const withdraw = publishDatabaseUrl(folder, "postgresql://a:b@127.0.0.1:1/c");
  expect(publishedDatabaseUrl(folder)).toBe("postgresql://a:b@127.0.0.1:1/c");
  expect(statSync(path.join(folder, "database-url")).mode & 0o077).toBe(0);
  withdraw();
  expect(publishedDatabaseUrl(folder)).toBeNull();
});

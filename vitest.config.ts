import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig } from "vitest/config";

/** Where tests keep files that do not say where themselves: never beside a developer's own. */
const FILES = path.join(tmpdir(), "executive-desk-tests");

export default defineConfig({
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["node_modules", ".next*", "e2e", "data"],
    globalSetup: "bin/test-database.ts",
    // A developer's own database and files must never be those that a test writes to.
    env: { TZ: "UTC", DATABASE_URL: "", DATA_DIR: FILES },
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["node_modules", ".next*", "e2e", "data"],
    globalSetup: "bin/test-database.ts",
    // A developer's own database must never be the one that a test writes to.
    env: { TZ: "UTC", DATABASE_URL: "" },
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});

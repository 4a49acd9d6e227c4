import { defineConfig } from "prisma/config";

// `prisma generate` must not try to download an engine: it needs none, and a commune's
// server may have no way out. Any executable satisfies the check.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});

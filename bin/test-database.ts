import type { TestProject } from "vitest/node";
import type {} from "#lib/core/testing.ts";
import { migrate } from "#prisma/migrate.ts";
import { DATABASE_NAME, startTemporaryPostgres } from "./postgres.ts";

/**
 * Starts the Postgres of one test run in a temporary directory, with one migrated database
 * that the test files copy; gone when the run ends.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTemporaryPostgres();
  try {
    await migrate(postgres.url);
  } catch (error) {
    await postgres.stop();
    throw error;
  }
  const server = postgres.url.slice(0, postgres.url.lastIndexOf("/"));
  project.provide("postgres", { server, template: DATABASE_NAME });
  return () => postgres.stop();
}

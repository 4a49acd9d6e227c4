import { once } from "node:events";
import { database } from "#lib/core/db.ts";
import { startJobs } from "#lib/core/jobs.ts";
import { JOBS } from "#lib/jobs.ts";
import { borrowDatabase } from "./database.ts";
import { loadEnvironment } from "./environment.ts";
import { runCommand } from "./shutdown.ts";

/** Does the product's jobs beside its web servers until it is asked to end. */
await runCommand(async (shutdown) => {
  const { url } = await borrowDatabase(loadEnvironment(), shutdown);
  process.env.DATABASE_URL = url;
  shutdown.add(() => database().$disconnect());
  const starting = startJobs(JOBS);
  shutdown.add(() => starting.then((jobs) => jobs.stop()).catch(() => {}));
  await starting;
  console.log("The worker runs. Ctrl+C stops it.");
  if (!shutdown.signal.aborted) await once(shutdown.signal, "abort");
  // Whoever asked it to end waits for what was started to stop, and sets the exit code.
  await shutdown.run();
  return 0;
});

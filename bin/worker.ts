import { once } from "node:events";
import { database } from "#lib/core/db.ts";
import { startJobs } from "#lib/core/jobs.ts";
import { JOBS } from "#lib/jobs.ts";
import { keptAuthSecret } from "./data-directory.ts";
import { borrowDatabase } from "./database.ts";
import { loadEnvironment } from "./environment.ts";
import { serverEnvironment } from "./server.ts";
import { runCommand } from "./shutdown.ts";

/** Does the product's jobs beside its web servers until it is asked to end. */
await runCommand(async (shutdown) => {
  const environment = loadEnvironment();
  const { url } = await borrowDatabase(environment, shutdown);
  const authSecret = environment.authSecret ?? keptAuthSecret(environment.dataDir);
  // It works with the settings that the web server works with: what it sends is signed and named alike.
  Object.assign(process.env, serverEnvironment(environment, url, authSecret));
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

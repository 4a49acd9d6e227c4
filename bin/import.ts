import { database } from "#lib/core/db.ts";
import { borrowDatabase } from "./database.ts";
import { loadEnvironment } from "./environment.ts";
import { runImportCommand } from "./import-command.ts";
import { runCommand } from "./shutdown.ts";

/** Exit codes: 0 done, 1 rows are wrong, or refused or failed, 2 wrong arguments. */
await runCommand((shutdown) => {
  const connect = async () => {
    const { url } = await borrowDatabase(loadEnvironment(), shutdown);
    process.env.DATABASE_URL = url;
    shutdown.add(() => database().$disconnect());
  };
  return runImportCommand(process.argv.slice(2), connect, {
    out: console.log,
    tell: console.error,
  });
}, 130);

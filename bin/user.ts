import { database } from "#lib/core/db.ts";
import { borrowDatabase } from "./database.ts";
import { loadEnvironment } from "./environment.ts";
import { runCommand } from "./shutdown.ts";
import { runUserCommand } from "./user-command.ts";

/** Exit codes: 0 done, 1 refused or failed, 2 wrong arguments. */
await runCommand((shutdown) => {
  const open = async () => {
    const { url } = await borrowDatabase(loadEnvironment(), shutdown);
    process.env.DATABASE_URL = url;
    shutdown.add(() => database().$disconnect());
  };
  return runUserCommand(process.argv.slice(2), open, { out: console.log, tell: console.error });
}, 130);

import { database } from "#lib/core/db.ts";
import { createApiToken } from "#lib/users/tokens.ts";
import { borrowDatabase } from "./database.ts";
import { loadEnvironment } from "./environment.ts";
import { runCommand } from "./shutdown.ts";
import { readTokenArguments, TOKEN_HELP, UsageError } from "./token-arguments.ts";

/** Exit codes: 0 made, 1 refused or failed, 2 wrong arguments. */
await runCommand(async (shutdown) => {
  try {
    const wanted = readTokenArguments(process.argv.slice(2));
    if (wanted === null) {
      console.log(TOKEN_HELP);
      return 0;
    }
    const { url } = await borrowDatabase(loadEnvironment(), shutdown);
    process.env.DATABASE_URL = url;
    shutdown.add(() => database().$disconnect());
    const token = await createApiToken(wanted);
    console.error(`Token of ${wanted.name} (${wanted.role}); it is shown only now:`);
    console.log(token);
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    console.error(`${error.message}\n\n${TOKEN_HELP}`);
    return 2;
  }
}, 130);

import { parseArgs } from "node:util";
import { draftMigration } from "#prisma/migrate.ts";
import { startTemporaryPostgres } from "./postgres.ts";

const HELP = `npm run migration -- name_in_snake_case
Drafts the SQL of what changed in prisma/schema.prisma since the last migration.`;

const { values, positionals } = parseArgs({
  options: { help: { type: "boolean", short: "h" } },
  allowPositionals: true,
});
const [name] = positionals;
if (values.help) {
  console.log(HELP);
} else if (name === undefined || positionals.length > 1 || !/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(HELP);
  process.exitCode = 2;
} else {
  const postgres = await startTemporaryPostgres();
  try {
    const file = await draftMigration(name, postgres.url);
    console.log(
      file
        ? `Drafted ${file}\nRead it, complete it by hand, and commit it with the schema.`
        : "prisma/schema.prisma has not changed since the last migration.",
    );
  } finally {
    await postgres.stop();
  }
}

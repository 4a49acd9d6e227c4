import { readEnvironment } from "#lib/core/env.ts";
import { seed } from "#prisma/seed/index.ts";

/** Fills an empty database, in a process of its own; sends its parent what it did. */
const result = await seed(readEnvironment(process.env).seed);
if (process.send) process.send(result, () => process.exit(0));
else process.exit(0);

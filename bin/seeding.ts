import path from "node:path";
import { ROOT } from "./build.ts";
import { runChild } from "./child.ts";

/** A demonstration account, as shown to whoever starts the product. */
export type Account = { login: string; password: string; role: string };

/** What the seed did: whether the database was empty, and the accounts to sign in with. */
export type Seeded = { seeded: boolean; accounts: Account[] };

/**
 * Fills an empty database in a process of its own, whose memory and connections end with it.
 * @param env the variables of the server, `DATABASE_URL` and `SEED` among them
 */
export async function seedDatabase(
  env: Record<string, string>,
  signal: AbortSignal,
): Promise<Seeded> {
  let result: Seeded | undefined;
  const { code, output } = await runChild([process.execPath, path.join(ROOT, "bin/seed.ts")], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    signal,
    onMessage: (message) => {
      result = message as Seeded;
    },
  });
  if (code !== 0 || result === undefined) {
    const words = output.trim().split("\n").slice(-30).join("\n");
    throw new Error(`Filling the database failed.\n${words}`);
  }
  return result;
}

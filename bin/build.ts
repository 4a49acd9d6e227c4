import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { runChild } from "./child.ts";
import { Progress } from "./progress.ts";
import { runCommand } from "./shutdown.ts";
import { sourceHash } from "./source-hash.ts";

/** The root of this checkout. */
export const ROOT = fileURLToPath(new URL("../", import.meta.url));

/** The command line of Next. */
export const NEXT = [process.execPath, path.join(ROOT, "node_modules/next/dist/bin/next")];

/** The folder that builds go to: `NEXT_DIST_DIR`, or Next's own default. */
export function distDirOf(env: Record<string, string | undefined>): string {
  return env.NEXT_DIST_DIR || ".next";
}

function keptHash(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

/**
 * Builds the product for production into `distDir`, unless what is there was built from the
 * very same sources.
 * @returns whether it had to build
 * @throws Error with what the build printed
 */
export async function ensureBuild(distDir: string, signal: AbortSignal): Promise<boolean> {
  const stamp = path.join(ROOT, distDir, ".source-hash");
  const wanted = sourceHash(ROOT, process.env);
  if (keptHash(stamp) === wanted) return false;
  rmSync(stamp, { force: true });
  const { code, output } = await runChild([...NEXT, "build"], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_DIST_DIR: distDir },
    signal,
  });
  if (code !== 0) {
    throw new Error(`The build failed.\n${output.trim().split("\n").slice(-60).join("\n")}`);
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

// As a command it makes the build that a later start finds: for images and offline machines.
if (import.meta.main) {
  await runCommand(async (shutdown) => {
    const building = ensureBuild(distDirOf(process.env), shutdown.signal);
    await new Progress(1).step("Build", building, (built) => (built ? "built" : "up to date"));
    return 0;
  }, 130);
}

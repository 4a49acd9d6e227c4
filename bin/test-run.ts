import { readFileSync } from "node:fs";
import path from "node:path";
import { ensureBuild, NEXT, ROOT } from "./build.ts";
import { type Outcome, runChild } from "./child.ts";
import { runEndToEnd } from "./end-to-end.ts";
import { messageOf, type Shutdown } from "./shutdown.ts";
import { type Tally, vitestTally } from "./tally.ts";

/** Tests build beside a running server, whose build must not change under it. */
export const TEST_DIST_DIR = ".next-test";

/** One step of `npm test`: what it counted, and what to show when something failed. */
export type StepResult = Tally & { output: string };

export type Step = { title: string; run: () => Promise<StepResult> };

/** The folders whose imports are checked; the same as in the script `imports`. */
const IMPORTING = ["app", "components", "lib", "prisma", "bin", "e2e"];

const bin = (name: string) => path.join(ROOT, "node_modules", ".bin", name);

/** A check that passes or fails as a whole. */
function checked({ code, output }: Outcome): StepResult {
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** The result of work; when it throws, one failure with its message. */
export async function resultOf(work: Promise<StepResult>): Promise<StepResult> {
  return work.catch((error) => ({ passed: 0, failed: 1, output: messageOf(error) }));
}

/**
 * The steps of `npm test` in order. Each can run whatever became of the ones before it; only
 * the end-to-end tests want a build.
 * @param folder a temporary folder for reports
 */
export function testSteps(folder: string, shutdown: Shutdown): Step[] {
  const { signal } = shutdown;
  const env = { ...process.env, NEXT_DIST_DIR: TEST_DIST_DIR, FORCE_COLOR: "0" };
  const run = (...command: string[]) => runChild(command, { cwd: ROOT, env, signal });

  // The longest of them uses the time of the short ones.
  const building = ensureBuild(TEST_DIST_DIR, signal);
  building.catch(() => {});
  shutdown.add(() => building.then(() => {}).catch(() => {}));

  async function types(): Promise<StepResult> {
    // A build clears the folder that the types of the routes are generated into.
    await building.catch(() => {});
    const generated = await run(...NEXT, "typegen");
    return checked(generated.code === 0 ? await run(bin("tsc")) : generated);
  }

  async function unit(): Promise<StepResult> {
    const report = path.join(folder, "vitest.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    const { code, output } = await run(bin("vitest"), "run", ...reporters);
    return { ...vitestTally(readFileSync(report, "utf8"), code), output };
  }

  async function build(): Promise<StepResult> {
    await building;
    return { passed: 1, failed: 0, output: "" };
  }

  async function endToEnd(): Promise<StepResult> {
    await building.catch(() => {
      throw new Error("Not run: there is no build to test.");
    });
    const { tally, outcome } = await runEndToEnd(TEST_DIST_DIR, [], shutdown);
    return { ...tally, output: outcome.output };
  }

  return [
    { title: "Format", run: async () => checked(await run(bin("biome"), "format", ".")) },
    {
      title: "Lint",
      run: async () => checked(await run(bin("biome"), "check", "--formatter-enabled=false", ".")),
    },
    {
      title: "Import rules",
      run: async () => checked(await run(bin("depcruise"), ...IMPORTING)),
    },
    { title: "Build", run: build },
    { title: "Types", run: types },
    { title: "Unit and integration tests", run: unit },
    { title: "End-to-end tests", run: endToEnd },
  ];
}

import { ensureBuild } from "./build.ts";
import { runEndToEnd } from "./end-to-end.ts";
import { Progress } from "./progress.ts";
import { runCommand } from "./shutdown.ts";
import { closingLine } from "./tally.ts";
import { TEST_DIST_DIR } from "./test-run.ts";

await runCommand(async (shutdown) => {
  const progress = new Progress(2);
  await progress.step("Build", ensureBuild(TEST_DIST_DIR, shutdown.signal), (built) =>
    built ? "built" : "up to date",
  );
  const running = runEndToEnd(TEST_DIST_DIR, process.argv.slice(2), shutdown);
  const { tally, outcome } = await progress.step("End-to-end tests", running);
  console.log(outcome.output.trim());
  console.log(closingLine(tally));
  return tally.failed === 0 ? 0 : 1;
}, 130);

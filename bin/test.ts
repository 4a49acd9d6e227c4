import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Progress } from "./progress.ts";
import { runCommand } from "./shutdown.ts";
import { closingLine, sumOf } from "./tally.ts";
import { resultOf, type StepResult, testSteps } from "./test-run.ts";

await runCommand(async (shutdown) => {
  // Everything temporary of this run, browsers' profiles included, is in one folder.
  const folder = mkdtempSync(path.join(tmpdir(), "executive-desk-test-"));
  shutdown.add(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));
  // Postgres may run as another user than root.
  chmodSync(folder, 0o755);
  process.env.TMPDIR = folder;

  const results: StepResult[] = [];
  const steps = testSteps(folder, shutdown);
  const progress = new Progress(steps.length);
  for (const { title, run } of steps) {
    const result = await progress.step(title, resultOf(run()), closingLine);
    shutdown.signal.throwIfAborted();
    if (result.failed > 0) console.log(`${result.output.trim()}\n`);
    results.push(result);
  }
  const total = sumOf(results);
  await shutdown.run();
  console.log(closingLine(total));
  return total.failed === 0 ? 0 : 1;
}, 130);

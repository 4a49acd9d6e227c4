import { z } from "zod";

/** How many checks or tests passed and failed. */
export type Tally = { passed: number; failed: number };

/** The sum of several tallies. */
export function sumOf(tallies: Tally[]): Tally {
  return tallies.reduce(
    (sum, tally) => ({ passed: sum.passed + tally.passed, failed: sum.failed + tally.failed }),
    { passed: 0, failed: 0 },
  );
}

/** The line that every test run ends with. */
export function closingLine({ passed, failed }: Tally): string {
  return `${passed} passed, ${failed} failed`;
}

const vitestReport = z.object({
  numPassedTests: z.int(),
  numFailedTests: z.int(),
  testResults: z.array(z.object({ status: z.string(), assertionResults: z.array(z.unknown()) })),
});

const playwrightReport = z.object({
  stats: z.object({ expected: z.int(), unexpected: z.int(), flaky: z.int() }),
});

/** A run that ended badly has a failure, even when no single test is to blame. */
function atLeastOne(tally: Tally, exitCode: number | null): Tally {
  return exitCode === 0 ? tally : { ...tally, failed: Math.max(tally.failed, 1) };
}

/**
 * The tally of a Vitest run from its JSON report; a file that could not be loaded has no
 * tests to count and is one failure.
 */
export function vitestTally(report: string, exitCode: number | null): Tally {
  const { numPassedTests, numFailedTests, testResults } = vitestReport.parse(JSON.parse(report));
  const unloaded = testResults.filter(
    (file) => file.status === "failed" && file.assertionResults.length === 0,
  );
  const failed = numFailedTests + unloaded.length;
  return atLeastOne({ passed: numPassedTests, failed }, exitCode);
}

/** The tally of a Playwright run from its JSON report. */
export function playwrightTally(report: string, exitCode: number | null): Tally {
  const { stats } = playwrightReport.parse(JSON.parse(report));
  return atLeastOne({ passed: stats.expected + stats.flaky, failed: stats.unexpected }, exitCode);
}

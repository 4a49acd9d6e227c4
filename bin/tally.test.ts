import { describe, expect, test } from "vitest";
import { closingLine, playwrightTally, sumOf, vitestTally } from "./tally.ts";

test("the closing line sums all steps", () => {
  const total = sumOf([
    { passed: 1, failed: 0 },
    { passed: 320, failed: 2 },
    { passed: 0, failed: 1 },
  ]);
  expect(closingLine(total)).toBe("321 passed, 3 failed");
});

describe("vitestTally", () => {
  const report = (passed: number, failed: number, files: { status: string; tests: number }[]) =>
    JSON.stringify({
      numPassedTests: passed,
      numFailedTests: failed,
      testResults: files.map(({ status, tests }) => ({
        status,
        assertionResults: Array.from({ length: tests }, () => ({})),
      })),
    });

  test("counts tests", () => {
    const text = report(3, 1, [{ status: "failed", tests: 4 }]);
    expect(vitestTally(text, 1)).toEqual({ passed: 3, failed: 1 });
  });

  test("a file that cannot be loaded is one failure", () => {
    const text = report(3, 0, [
      { status: "passed", tests: 3 },
      { status: "failed", tests: 0 },
    ]);
    expect(vitestTally(text, 1)).toEqual({ passed: 3, failed: 1 });
  });

  test("an error outside every test is a failure too", () => {
    expect(vitestTally(report(3, 0, []), 1)).toEqual({ passed: 3, failed: 1 });
    expect(vitestTally(report(3, 0, []), null)).toEqual({ passed: 3, failed: 1 });
    expect(vitestTally(report(3, 0, []), 0)).toEqual({ passed: 3, failed: 0 });
  });
});

describe("playwrightTally", () => {
  const report = (expected: number, unexpected: number) =>
    JSON.stringify({ stats: { expected, unexpected, flaky: 0, skipped: 0 } });

  test("counts tests", () => {
    expect(playwrightTally(report(5, 2), 1)).toEqual({ passed: 5, failed: 2 });
  });

  test("a run without tests failed", () => {
    expect(playwrightTally(report(0, 0), 1)).toEqual({ passed: 0, failed: 1 });
  });
});

import { expect, it } from "vitest";
import { countVitest, type VitestReport } from "../count.ts";

const report: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ status: "passed", assertionResults: [{ status: "passed" }] }],
};

it("counts a test that is still to be written as skipped", () => {
  expect(countVitest(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
});

it("counts a file that cannot be loaded as a failed test", () => {
  const broken = [...report.testResults, { status: "failed", assertionResults: [] }];
  expect(countVitest({ ...report, testResults: broken }, 1).failed).toBe(1);
});

it("counts a file with failed tests only by its tests", () => {
  const file = { status: "failed", assertionResults: [{ status: "failed" }, { status: "failed" }] };
  expect(countVitest({ ...report, numFailedTests: 2, testResults: [file] }, 1).failed).toBe(2);
});

it("counts a run that ends badly without naming a test as one failure", () => {
  expect(countVitest(report, 1).failed).toBe(1);
});

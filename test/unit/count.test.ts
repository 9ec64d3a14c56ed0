import { expect, it } from "vitest";
import { countVitest, failuresOf, secondTriesOf, type VitestReport } from "../count.ts";

const report: VitestReport = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 1,
  numTodoTests: 1,
  testResults: [{ name: "a.test.ts", status: "passed", message: "", assertionResults: [test("passed")] }],
};

function test(status: string, ...failureMessages: string[]) {
  return { status, fullName: "keeps its promise", failureMessages };
}

const unloadable = {
  name: "b.test.ts",
  status: "failed",
  message: "No such module\n at b",
  assertionResults: [],
};

it("counts a test that is still to be written as skipped", () => {
  expect(countVitest(report, 0)).toEqual({ passed: 3, failed: 0, skipped: 2 });
});

it("counts a file that cannot be loaded as a failed test", () => {
  const broken = [...report.testResults, unloadable];
  expect(countVitest({ ...report, testResults: broken }, 1).failed).toBe(1);
});

it("counts a file with failed tests only by its tests", () => {
  const file = { ...unloadable, message: "", assertionResults: [test("failed"), test("failed")] };
  expect(countVitest({ ...report, numFailedTests: 2, testResults: [file] }, 1).failed).toBe(2);
});

it("counts a run that ends badly without naming a test as one failure", () => {
  expect(countVitest(report, 1).failed).toBe(1);
});

it("names each test that failed with why, and a file that could not be loaded", () => {
  const tests = [test("passed"), test("failed", "expected 1 to be 2\n at a")];
  const failing = { name: "a.test.ts", status: "failed", message: "", assertionResults: tests };
  expect(failuresOf({ ...report, testResults: [failing, unloadable] })).toEqual([
    "a.test.ts › keeps its promise: expected 1 to be 2",
    "b.test.ts: No such module",
  ]);
});

it("says of a test that failed twice why each time, and once where it was the same", () => {
  const why = (...messages: string[]) => {
    const failing = {
      name: "a",
      status: "failed",
      message: "",
      assertionResults: [test("failed", ...messages)],
    };
    return failuresOf({ ...report, testResults: [failing] });
  };
  expect(why("one\n at a", "other\n at b")).toEqual(["a › keeps its promise: one · tried again: other"]);
  expect(why("one\n at a", "one\n at b")).toEqual(["a › keeps its promise: one"]);
});

it("says of a test that ran out of its time that it did", () => {
  const tests = [test("failed", "Error: STACK_TRACE_ERROR\n at a")];
  const failing = { name: "a.test.ts", status: "failed", message: "", assertionResults: tests };
  expect(failuresOf({ ...report, testResults: [failing] })).toEqual([
    "a.test.ts › keeps its promise: Error: it ran out of its time",
  ]);
});

it("names each test that passed only when it was tried again, which is no failure", () => {
  const tests = [test("passed"), test("passed", "expected 1 to be 2")];
  const lucky = {
    ...report,
    testResults: [{ name: "a.test.ts", status: "passed", message: "", assertionResults: tests }],
  };
  expect(secondTriesOf(lucky)).toEqual(["a.test.ts › keeps its promise: expected 1 to be 2"]);
  expect(failuresOf(lucky)).toEqual([]);
});

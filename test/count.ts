export interface Counts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly TestResult[];
  }[];
}

interface TestResult {
  readonly status: string;
  readonly fullName: string;
  readonly failureMessages: readonly string[] | null;
}

export function sum(counts: readonly Counts[]): Counts {
  const total = (key: keyof Counts) => counts.reduce((so, one) => so + one[key], 0);
  return { passed: total("passed"), failed: total("failed"), skipped: total("skipped") };
}

/**
 * Counts a run of vitest. A file that fails outside its tests (it cannot be loaded, a hook throws)
 * counts as one failed test, and so does a run that ends badly without naming a test.
 */
export function countVitest(report: VitestReport, exitCode: number): Counts {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && assertionResults.every((one) => one.status !== "failed"),
  ).length;
  const failed = report.numFailedTests + brokenFiles;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** What failed, a line each: the file, the test and the first line of why. */
export function failuresOf({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const tests = assertionResults.filter((test) => test.status === "failed");
    if (status === "failed" && tests.length === 0) return [`${name}: ${firstLine(message)}`];
    return tests.map((test) => line(name, test));
  });
}

/** What passed only when it was tried again, a line each as of a failure: a race that wants to be looked at. */
export function secondTriesOf({ testResults }: VitestReport): string[] {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status, failureMessages }) => status === "passed" && failureMessages?.length)
      .map((test) => line(name, test)),
  );
}

/** Each try with its own why: one that failed differently tells of what the first left behind. */
function line(file: string, { fullName, failureMessages }: TestResult): string {
  const whys = [...new Set((failureMessages ?? []).map(firstLine))];
  return `${file} › ${fullName}: ${whys.join(" · tried again: ")}`;
}

/** The first line of why. Vitest leaves a mark in place of the words where a test ran out of its time. */
function firstLine(message = ""): string {
  const [first = ""] = message.trim().split("\n", 1);
  return first.replace("STACK_TRACE_ERROR", "it ran out of its time");
}

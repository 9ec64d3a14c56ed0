import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type BrowserName, findBrowser } from "./browser/drive/find.ts";
import { type Counts, countVitest, failuresOf, secondTriesOf, sum, type VitestReport } from "./count.ts";

/**
 * `npm test`: every check and every test, in the order in which a mistake is cheapest to find.
 * With `--unit` only the unit tests, on whichever Node runs this.
 */

const { values } = parseArgs({ options: { unit: { type: "boolean", default: false } } });
const root = fileURLToPath(new URL("..", import.meta.url));
const isCI = Boolean(process.env.CI);
const scratch = await mkdtemp(join(tmpdir(), "forwhom-test-"));

const passed: Counts = { passed: 1, failed: 0, skipped: 0 };
const failed: Counts = { passed: 0, failed: 1, skipped: 0 };

const counts: Counts[] = [];
const failures: string[] = [];
try {
  if (values.unit) await unitTests();
  else await everything();
} finally {
  await rm(scratch, { recursive: true, force: true });
}

const total = sum(counts);
process.exitCode = total.failed > 0 ? 1 : 0;
if (failures.length > 0) console.log(`\n${failures.map((failure) => `✗ ${failure}`).join("\n")}`);
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);

async function everything(): Promise<void> {
  await step("types", () => check("node_modules/typescript/bin/tsc", "--noEmit"));
  await step("format and lint", () => check("node_modules/@biomejs/biome/bin/biome", "check", "."));
  await step("import direction", () => check(...tsx("test/direction.ts")));
  const built = await step("build", () => check("build.mjs"));
  await unitTests();
  if (built.failed > 0) {
    console.log("\nThe build failed: the size, the browser tests and the extension lint were left out.");
    return;
  }
  await step("size of the page script", () => check(...tsx("test/bench/size.ts")));
  await step("browsers", findBrowsers);
  await step("browser tests", async () => strictInCI(await vitest("browser")));
  await step("extension lint", () => check(...tsx("test/extension-lint.ts")));
}

async function unitTests(): Promise<void> {
  await step(`unit tests on Node ${process.versions.node}`, () => vitest("unit"));
}

async function step(title: string, work: () => Promise<Counts>): Promise<Counts> {
  console.log(`\n▸ ${title}…`);
  const began = performance.now();
  const named = failures.length;
  const outcome = await work().catch((error: unknown): Counts => {
    console.error(error instanceof Error ? error.message : error);
    return failed;
  });
  counts.push(outcome);
  if (outcome.failed > 0 && failures.length === named) failures.push(title);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${outcome.failed > 0 ? "✗" : "✓"} ${title}, ${seconds} s`);
  return outcome;
}

/** A check counts as one test; it shows what it says as it goes. */
async function check(...command: string[]): Promise<Counts> {
  return (await run(command)) === 0 ? passed : failed;
}

async function vitest(project: "unit" | "browser"): Promise<Counts> {
  const report = join(scratch, `${project}.json`);
  const code = await run([
    "node_modules/vitest/vitest.mjs",
    ...["run", "--project", project],
    ...["--reporter=default", "--reporter=json", `--outputFile.json=${report}`],
  ]);
  const read: VitestReport = JSON.parse(await readFile(report, "utf8"));
  failures.push(...failuresOf(read).map((failure) => failure.replace(root, "")));
  for (const test of secondTriesOf(read))
    console.log(`↻ passed only when tried again: ${test.replace(root, "")}`);
  return countVitest(read, code);
}

async function findBrowsers(): Promise<Counts> {
  const names: readonly BrowserName[] = ["chromium", "firefox"];
  const found: Counts[] = [];
  for (const name of names) {
    try {
      console.log(`${name}: ${await findBrowser(name, { install: true })}`);
      found.push(passed);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      found.push(isCI ? failed : { passed: 0, failed: 0, skipped: 1 });
    }
  }
  return sum(found);
}

/** A browser test never passes by being skipped where nobody looks. */
function strictInCI(outcome: Counts): Counts {
  if (!isCI || outcome.skipped === 0) return outcome;
  console.error(`${outcome.skipped} browser tests were skipped: in CI they count as failed.`);
  return { ...outcome, failed: outcome.failed + outcome.skipped, skipped: 0 };
}

function tsx(file: string): [string, string] {
  return ["node_modules/tsx/dist/cli.mjs", file];
}

function run(command: readonly string[]): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
    child.once("error", reject);
    child.once("exit", (code) => resolve(code ?? 1));
  });
}

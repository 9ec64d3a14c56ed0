import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { parseArgs } from "node:util";
import { launchChromium } from "../browser/drive/chromium.ts";
import { installPeers } from "./install-peers.ts";
import { signedInCookies } from "./page/landing/cookies.ts";
import { growthBookApi, growthBookFeatures, readGrowthBook } from "./page/landing/growthbook.ts";
import { library } from "./page/landing/library.ts";
import { publishForBench } from "./page/landing/script.ts";
import { serveLanding } from "./page/landing/serve.ts";
import { plotRows } from "./page/plot.ts";
import { showProgress } from "./page/progress.ts";
import { reportOf, tableOf } from "./page/report.ts";
import { measureRounds } from "./page/rounds.ts";
import { toRows } from "./page/rows.ts";
import { noSdk, variants } from "./page/variants.ts";

const answerAfterMs = 40;

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    loads: { type: "string", default: "30" },
    /** Names of variants to measure beside the page alone. */
    only: { type: "string", multiple: true, default: [] },
  },
});
const loads = Number(values.loads);
if (!Number.isInteger(loads) || loads < 1) {
  console.error(`--loads ${values.loads}: expected a number of loads, such as 30.`);
  process.exit(2);
}
const unknown = values.only.find((name) => variants.every((one) => one.name !== name));
if (unknown !== undefined) {
  console.error(
    `--only "${unknown}": expected one of ${variants.map(({ name }) => `"${name}"`).join(", ")}.`,
  );
  process.exit(2);
}
const chosen = variants.filter(
  (one) => one === noSdk || values.only.length === 0 || values.only.includes(one.name),
);
installPeers();

const { scripts, answers } = await publishForBench(library);
const landing = await serveLanding({
  scripts: { ...scripts, "/growthbook.js": await readGrowthBook() },
  answers: { ...answers, [growthBookApi]: growthBookFeatures() },
  answerAfterMs,
  cookies: signedInCookies(new Date()),
});
const chromium = await launchChromium();
try {
  const rows = toRows(
    await measureRounds({
      browser: chromium.browser,
      url: landing.url,
      variants: chosen,
      cpus: [1, 4],
      loads,
      tell: showProgress(`${chosen.length} variants at 2 speeds, ${loads} loads each`),
    }),
  );
  for (const { variant, cpu, loads: all, variationSeen } of rows)
    if (variant !== "no sdk" && variationSeen < all)
      console.error(
        `${variant}, ${cpu}x CPU: ${all - variationSeen} of ${all} loads never showed the variation.`,
      );

  const results = new URL("results/", import.meta.url);
  mkdirSync(results, { recursive: true });
  const [processor] = cpus();
  const circumstances = {
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores (${processor?.model ?? "unknown"})`,
    browser: await chromium.browser.version(),
    answerAfterMs,
  };
  writeFileSync(new URL("page.md", results), reportOf(rows, circumstances));
  writeFileSync(new URL("page.svg", results), plotRows(rows));

  if (values.json) console.log(JSON.stringify(rows));
  else {
    console.log(`${tableOf(rows)}\n`);
    console.log(
      "Budget of a warm visit: the default seen in no load, CLS 0, and one frame (16.7 ms) more at 1x, two (33.3 ms) at 4x.",
    );
    console.log("Table and plot: test/bench/results/page.md and page.svg");
  }
} finally {
  await chromium.close();
  await landing.close();
}

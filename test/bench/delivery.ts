import { parseArgs } from "node:util";
import { launchChromium } from "../browser/drive/chromium.ts";
import { forwhom } from "./delivery/forwhom.ts";
import { growthBook, postHog } from "./delivery/peers.ts";
import { metBy, tableOf } from "./delivery/report.ts";
import { type Outcome, runFaults } from "./delivery/run.ts";
import { installPeers } from "./install-peers.ts";
import { showProgress } from "./page/progress.ts";

const subjects = { forwhom, growthbook: growthBook, posthog: postHog };

const { values } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    views: { type: "string", default: "1000" },
    /** Names of what is put to the test. */
    only: { type: "string", multiple: true, default: [] },
    /** The same views, endings and faults are drawn from the same seed, in the order in which they are asked for. */
    seed: { type: "string", default: "1" },
  },
});
const [views, seed] = [Number(values.views), Number(values.seed)];
if (!Number.isInteger(views) || views < 1 || !Number.isInteger(seed)) {
  console.error(
    `--views ${values.views}, --seed ${values.seed}: expected whole numbers, such as --views 1000.`,
  );
  process.exit(2);
}
const unknown = values.only.find((name) => !(name in subjects));
if (unknown !== undefined) {
  console.error(`--only ${unknown}: expected one of ${Object.keys(subjects).join(", ")}.`);
  process.exit(2);
}
const chosen = Object.entries(subjects).filter(
  ([name]) => values.only.length === 0 || values.only.includes(name),
);
if (chosen.some(([name]) => name !== "forwhom")) installPeers();

const outcomes: Record<string, Outcome> = {};
for (const [name, subject] of chosen) {
  // One for each, so that none inherits what the crashes of another left.
  const { browser, close } = await launchChromium();
  try {
    const tell = showProgress(`${name}: ${views} views, the tab killed in half of them`);
    outcomes[name] = await runFaults(await subject(), { browser, views, seed, tell });
  } finally {
    await close();
  }
}

if (values.json) console.log(JSON.stringify(outcomes));
else {
  console.log(tableOf(outcomes));
  for (const [name, outcome] of Object.entries(outcomes)) console.log(`${name}: ${metBy(outcome)}`);
}
const { forwhom: ours } = outcomes;
if (ours && (ours.lost > 0 || ours.doubled > 0)) process.exitCode = 1;

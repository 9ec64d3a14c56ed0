import { parseArgs } from "node:util";
import { launchChromium } from "../browser/drive/chromium.ts";
import { acceptedCookie } from "./consent-cookie.ts";
import { openColourReader } from "./frames.ts";
import { serveLanding } from "./landing.ts";
import { library } from "./library.ts";
import { type Load, measureLoad, warmUp } from "./load.ts";
import { publishForBench } from "./script.ts";

interface Row {
  readonly variant: string;
  readonly cpu: number;
  readonly loads: number;
  readonly defaultSeen: number;
  /** The worst of all loads. */
  readonly cls: number;
  /** Medians with the SDK less medians without, in ms. */
  readonly dFCP: number;
  readonly dLCP: number;
}

const { values } = parseArgs({
  options: { json: { type: "boolean", default: false }, loads: { type: "string", default: "20" } },
});
const loads = Number(values.loads);
if (!Number.isInteger(loads) || loads < 1) {
  console.error(`--loads ${values.loads}: expected a number of loads, such as 20.`);
  process.exit(2);
}
const say = values.json ? () => undefined : console.log;

const landing = await serveLanding({
  ...(await publishForBench(library)),
  cookies: ["forwhom_hash=0123456789abcdef; Path=/; SameSite=Lax; Max-Age=86400", acceptedCookie(new Date())],
});
const chromium = await launchChromium();
try {
  await warmUp(await chromium.openTab(), landing.url);
  const rows: Row[] = [];
  for (const cpu of [1, 4]) rows.push(await measureAt(cpu));
  if (values.json) console.log(JSON.stringify(rows));
  else {
    console.table(
      Object.fromEntries(
        rows.map(({ variant, cpu, loads: count, defaultSeen, cls, dFCP, dLCP }) => [
          `${variant}, ${cpu}x CPU`,
          {
            loads: count,
            "default seen": defaultSeen,
            "worst CLS": cls,
            "FCP (ms more)": dFCP,
            "LCP (ms more)": dLCP,
          },
        ]),
      ),
    );
    console.log("Budget: seen in no load, CLS 0, and one frame (16.7 ms) more at 1x, two (33.3 ms) at 4x.");
  }
} finally {
  await chromium.close();
  await landing.close();
}

async function measureAt(cpu: number): Promise<Row> {
  const colours = await openColourReader(chromium.browser);
  const measure = (path: string) => measureLoad(chromium.browser, colours, landing.url + path, cpu);
  const withSdk: Load[] = [];
  const without: Load[] = [];
  // The first load of each would pay for code that the browser has not compiled yet.
  await measure("/without");
  await measure("/with");
  for (let at = 0; at < loads; at++) {
    // Interleaved, and first in turn, so that whatever else the machine does falls on both.
    const turns = at % 2 === 0 ? ["/with", "/without"] : ["/without", "/with"];
    for (const path of turns) (path === "/with" ? withSdk : without).push(await measure(path));
  }
  await colours.close();
  if (!without.every(({ defaultSeen }) => defaultSeen)) {
    throw new Error(
      "The capture missed the page's default, which is there without the SDK: it proves nothing.",
    );
  }
  const missed = withSdk.filter(({ variationSeen }) => !variationSeen).length;
  if (missed > 0) console.error(`${missed} of ${loads} loads at ${cpu}x CPU never showed the variation.`);
  const medians = (list: readonly Load[]) => ({
    fcp: median(list.map((load) => load.fcp)),
    lcp: median(list.map((load) => load.lcp)),
  });
  const [before, after] = [medians(without), medians(withSdk)];
  say(`${cpu}x CPU without: FCP ${rounded(before.fcp)} ms, LCP ${rounded(before.lcp)} ms (medians)`);
  return {
    variant: "forwhom warm",
    cpu,
    loads,
    defaultSeen: withSdk.filter(({ defaultSeen }) => defaultSeen).length,
    cls: Math.max(...withSdk.map(({ cls }) => cls)),
    dFCP: rounded(after.fcp - before.fcp),
    dLCP: rounded(after.lcp - before.lcp),
  };
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}

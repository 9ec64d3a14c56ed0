import type { Row } from "./rows.ts";

export interface Circumstances {
  /** `"2026-11-25"` */
  readonly date: string;
  /** `"2 cores (AMD EPYC)"` */
  readonly machine: string;
  /** `"Chrome/156.0"` */
  readonly browser: string;
  readonly answerAfterMs: number;
}

const columns: Readonly<Record<string, (row: Row) => string>> = {
  variant: ({ variant }) => variant,
  CPU: ({ cpu }) => `${cpu}x`,
  "default seen": ({ defaultSeen, loads }) => `${defaultSeen} of ${loads}`,
  "variation seen": ({ variationSeen, loads }) => `${variationSeen} of ${loads}`,
  "swap seen": ({ swapSeen, loads }) => `${swapSeen} of ${loads}`,
  "worst CLS": ({ cls }) => String(Math.round(cls * 10_000) / 10_000),
  FCP: ({ fcp, dFCP, variant }) => time(fcp, dFCP, variant),
  LCP: ({ lcp, dLCP, variant }) => time(lcp, dLCP, variant),
  "script ms": ({ scriptMs }) => String(scriptMs),
  "script bytes": ({ scriptBytes }) => scriptBytes.toLocaleString("en"),
};

/** The rows as a Markdown table that is also read well in a terminal. */
export function tableOf(rows: readonly Row[]): string {
  const names = Object.keys(columns);
  const cells = rows.map((row) => Object.values(columns).map((cell) => cell(row)));
  const widths = names.map((name, at) =>
    Math.max(name.length, ...cells.map((line) => line[at]?.length ?? 0)),
  );
  const pad = (word: string, at: number) =>
    at === 0 ? word.padEnd(widths[0] ?? 0) : word.padStart(widths[at] ?? 0);
  const line = (words: readonly string[]) => `| ${words.map(pad).join(" | ")} |`;
  const rule = widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  return [line(names), `| ${rule.join(" | ")} |`, ...cells.map(line)].join("\n");
}

/** What the figures mean, for whoever reads them without having seen the run. */
export function reportOf(
  rows: readonly Row[],
  { date, machine, browser, answerAfterMs }: Circumstances,
): string {
  return `# One page, swapped in several ways

One run of \`npm run bench:page\` on ${date}: ${rows[0]?.loads} loads of each variant at each speed, in random
order. ${machine}, ${browser}. FCP and LCP are medians in ms, with what they are more than without an SDK. Each
load was done twice: filmed, for what was seen, and in a tab that nothing watched, for the times.

${tableOf(rows)}

![FCP and LCP added, and loads in which the swap was seen](page.svg)

- **Default seen**: in how many loads a captured frame showed the page's own hero. **Swap seen**: in how many
  the variation came after it. Where an answer comes later than 250 ms, Forwhom keeps the default for this view.
- **Cold**: signed in, consent given, nothing on the device. The endpoint, and GrowthBook's API, answer after
  ${answerAfterMs} ms. **Warm**: the third visit or a later one, as is the page
  without an SDK: the browser has the script compiled.
- **Inline swap**: written by hand for this page, in it, right after the hero: the limit.
- **GrowthBook**: its script tag build as its documentation has it (async, last in the head), served by the
  page's own site; its anti-flicker, which hides the whole page, is off, as it is by default. Everybody gets the
  variation, so it waits for no answer about the visitor. The page runs without Trusted Types there, since
  GrowthBook's visual changes set \`innerHTML\`.
- **LCP** counts a heading when it is first painted: where the default was seen, it is the default's.
- **Script**: how long JavaScript ran until the page was still, and the script files in brotli.
`;
}

function time(ms: number, more: number, variant: string): string {
  return variant === "no sdk" ? String(ms) : `${ms} (${more < 0 ? "−" : "+"}${Math.abs(more)})`;
}

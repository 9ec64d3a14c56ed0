import { place, round, text } from "../drawing.ts";
import type { Row } from "./rows.ts";

const width = 960;
const frame = { left: 170, right: 640, top: 132 };
const seen = { left: 720, right: 860 };
const rowHeight = 40;
const groupGap = 88;
/** Colours that people who confuse red and green tell apart (Okabe and Ito). */
const colours = {
  fcp: "#0072b2",
  lcp: "#e69f00",
  seen: "#333333",
  kept: "#999999",
  track: "#eeeeee",
  grid: "#dddddd",
  quiet: "#555555",
};
/** DESIGN §7: one frame more, two where the machine is four times slower. */
const budgets: Readonly<Record<number, number>> = { 1: 1000 / 60, 4: 2000 / 60 };

/** What each way adds to the first paints, and in how many loads the default was seen before it. */
export function plotRows(rows: readonly Row[]): string {
  const cpus = [...new Set(rows.map(({ cpu }) => cpu))];
  const added = rows.flatMap(({ dFCP, dLCP }) => [dFCP, dLCP]);
  const step = stepFor(Math.max(...added) - Math.min(0, ...added));
  const low = Math.floor(Math.min(0, ...added) / step) * step;
  const high = Math.ceil(Math.max(step, ...added) / step) * step;
  const x = (ms: number) => place(ms, low, high, frame.left, frame.right);

  const swapping = (cpu: number) => rows.filter((row) => row.cpu === cpu && row.variant !== "no sdk");
  let top = frame.top;
  const groups = cpus.map((cpu) => {
    const group = swapping(cpu);
    const bottom = top + group.length * rowHeight;
    const drawn = [
      text(24, top - 34, `${cpu}x CPU`, 'font-weight="600" fill="#111111"'),
      text(
        84,
        top - 34,
        wordsFor(rows.find((row) => row.cpu === cpu && row.variant === "no sdk")),
        `fill="${colours.quiet}"`,
      ),
      ...ticks(low, high, step).map((ms) => gridLine(x(ms), top, bottom, ms)),
      budgetLine(x(budgets[cpu] ?? 0), top, bottom, budgets[cpu]),
      ...group.map((row, at) => drawRow(row, top + at * rowHeight, x)),
    ];
    top = bottom + groupGap;
    return drawn.join("\n");
  });
  const height = top - groupGap + 72;
  const loads = rows[0]?.loads ?? 0;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-labelledby="title">
<title id="title">What each way of swapping adds to FCP and LCP, and how often the swap was seen</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${text(24, 36, "What each way of swapping costs", 'font-size="17" font-weight="600" fill="#111111"')}
${text(24, 58, `Medians of ${loads} loads, in ms more than the same page without an SDK`, `fill="${colours.quiet}"`)}
${legend(frame.right - 130, 36, colours.fcp, "FCP")}
${legend(frame.right - 60, 36, colours.lcp, "LCP")}
${text(seen.left, 36, "Default seen, then swapped", 'font-weight="600" fill="#111111"')}
${text(seen.left, 58, "grey: default seen, never swapped", `fill="${colours.quiet}"`)}
${groups.join("\n")}
${text(24, height - 16, "LCP counts a heading when it is first painted: where the default was seen, it is the default’s.", `fill="${colours.quiet}"`)}
</svg>
`;
}

function drawRow(row: Row, top: number, x: (ms: number) => number): string {
  const middle = top + rowHeight / 2;
  const share = (count: number, colour: string) =>
    `<rect x="${seen.left}" y="${middle - 7}" width="${round((count / row.loads) * (seen.right - seen.left))}" height="14" fill="${colour}"/>`;
  return [
    text(
      24,
      middle + 4,
      row.variant,
      `fill="#111111"${row.variant.startsWith("forwhom") ? ' font-weight="600"' : ""}`,
    ),
    bar(row.dFCP, middle - 13, colours.fcp, x),
    bar(row.dLCP, middle + 1, colours.lcp, x),
    share(row.loads, colours.track),
    share(row.defaultSeen, colours.kept),
    share(row.swapSeen, colours.seen),
    text(seen.right + 10, middle + 4, `${row.swapSeen} of ${row.loads}`, 'fill="#111111"'),
  ].join("\n");
}

function bar(ms: number, top: number, colour: string, x: (ms: number) => number): string {
  const [from, to] = [Math.min(x(0), x(ms)), Math.max(x(0), x(ms))];
  const shown = Math.round(ms);
  const words = `${shown < 0 ? "−" : "+"}${Math.abs(shown)}`;
  const side = shown < 0 ? `x="${round(from - 6)}" text-anchor="end"` : `x="${round(to + 6)}"`;
  const label = `<text ${side} y="${top + 10}" font-size="11" fill="${colours.quiet}">${words}</text>`;
  return `<rect x="${round(from)}" y="${top}" width="${round(Math.max(1, to - from))}" height="12" fill="${colour}"/>${label}`;
}

const gridLine = (x: number, top: number, bottom: number, ms: number) =>
  `<path d="M${round(x)} ${top}V${bottom}" stroke="${ms === 0 ? "#111111" : colours.grid}"/>` +
  text(
    x,
    bottom + 18,
    ms === 0 ? "0 ms" : String(ms).replace("-", "−"),
    `text-anchor="middle" fill="${colours.quiet}"`,
  );

const budgetLine = (x: number, top: number, bottom: number, ms: number | undefined) =>
  ms === undefined
    ? ""
    : `<path d="M${round(x)} ${top - 6}V${bottom}" stroke="#111111" stroke-dasharray="4 3"/>` +
      text(
        x,
        top - 12,
        `warm budget ${round(ms)}`,
        `text-anchor="middle" font-size="11" fill="${colours.quiet}"`,
      );

const legend = (x: number, y: number, colour: string, word: string) =>
  `<rect x="${x}" y="${y - 11}" width="14" height="12" fill="${colour}"/>${text(x + 20, y, word, 'fill="#111111"')}`;

const ticks = (low: number, high: number, step: number) =>
  Array.from({ length: Math.round((high - low) / step) + 1 }, (_, at) => low + at * step);

const wordsFor = (without: Row | undefined) =>
  without ? `without an SDK: FCP ${Math.round(without.fcp)} ms, LCP ${Math.round(without.lcp)} ms` : "";

/** A round number that divides the axis into four to ten parts. */
const stepFor = (span: number) => [5, 10, 20, 25, 50, 100, 200, 250].find((step) => span / step <= 9) ?? 500;

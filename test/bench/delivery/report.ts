import type { Outcome } from "./run.ts";

/** The outcomes as a Markdown table that is also read well in a terminal. */
export function tableOf(outcomes: Readonly<Record<string, Outcome>>): string {
  const lines = [
    ["", "accepted", "received", "lost", "doubled"],
    ...Object.entries(outcomes).map(([name, { accepted, received, lost, doubled }]) => [
      name,
      ...[accepted, received, lost, doubled].map((count) => count.toLocaleString("en")),
    ]),
  ];
  const widths = [0, 1, 2, 3, 4].map((at) => Math.max(3, ...lines.map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, at) => (at === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[at] ?? 0))).join(" | ")} |`;
  const rule = widths.map((width, at) => (at === 0 ? "-".repeat(width) : `${"-".repeat(width - 1)}:`));
  const [head = [], ...rows] = lines;
  return [line(head), line(rule), ...rows.map(line)].join("\n");
}

/** What the events of one subject met. */
export const metBy = ({ views, endings, faults }: Outcome): string =>
  `${views} views (${listOf(endings)}); requests with events: ${listOf(faults)}`;

const listOf = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(", ");

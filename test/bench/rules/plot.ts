import { place, round, text } from "../drawing.ts";
import type { Point } from "./curve.ts";

const width = 960;
const height = 480;
const frame = { left: 96, right: 660, top: 64, bottom: 424 };
/** Colours that people who confuse red and green tell apart (Okabe and Ito). */
const colours = ["#0072b2", "#111111", "#009e73", "#d55e00", "#8a5a83"];

/** The curve as a picture: both axes by powers of ten, each line named where it ends. */
export function plotCurve(points: readonly Point[]): string {
  const names = Object.keys(points[0]?.ns ?? {});
  const figures = points.flatMap(({ ns }) => Object.values(ns));
  const powers = [Math.floor(Math.log10(Math.min(...figures))), Math.ceil(Math.log10(Math.max(...figures)))];
  const [low = 0, high = 1] = powers;
  const y = (ns: number) => place(Math.log10(ns), low, high, frame.bottom, frame.top);
  const sizes = points.map(({ segments }) => Math.log10(segments));
  const x = (segments: number) =>
    place(Math.log10(segments), Math.min(...sizes), Math.max(...sizes), frame.left, frame.right);

  const rows = Array.from({ length: high - low + 1 }, (_, at) => 10 ** (low + at));
  const grid = [
    ...rows.map(
      (ns) =>
        `<path d="M${frame.left} ${y(ns)}H${frame.right}" stroke="#dddddd"/>` +
        text(frame.left - 10, y(ns) + 4, `${ns.toLocaleString("en")} ns`, 'text-anchor="end" fill="#555555"'),
    ),
    ...points.map(({ segments }) =>
      text(
        x(segments),
        frame.bottom + 24,
        segments.toLocaleString("en"),
        'text-anchor="middle" fill="#555555"',
      ),
    ),
  ];
  const last = points.at(-1);
  const labels = spread(names.map((name) => y(last?.ns[name] ?? 1)));
  const lines = names.map((name, at) => {
    const colour = colours[at % colours.length];
    const corners = points.map(({ segments, ns }) => `${round(x(segments))},${round(y(ns[name] ?? 1))}`);
    const label = `${name}, ${Math.round(last?.ns[name] ?? 0).toLocaleString("en")} ns`;
    return [
      `<polyline points="${corners.join(" ")}" fill="none" stroke="${colour}" stroke-width="${at === 0 ? 3.5 : 2}"/>`,
      ...corners.map((corner) => `<circle cx="${corner.replace(",", '" cy="')}" r="4" fill="${colour}"/>`),
      text(frame.right + 12, (labels[at] ?? 0) + 4, label, `fill="${colour}"`),
    ].join("\n");
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13" role="img" aria-labelledby="title">
<title id="title">Time a segment by number of segments, for one visitor</title>
<rect width="${width}" height="${height}" fill="#ffffff"/>
${text(frame.left, 32, "Time a segment, one visitor at a time", 'font-size="17" font-weight="600" fill="#111111"')}
${grid.join("\n")}
${text((frame.left + frame.right) / 2, frame.bottom + 46, "segments", 'text-anchor="middle" fill="#555555"')}
${lines.join("\n")}
</svg>
`;
}

/** Moves labels down until none covers another. */
function spread(heights: readonly number[]): readonly number[] {
  const placed = [...heights];
  const order = heights.map((_, at) => at).sort((one, other) => (heights[one] ?? 0) - (heights[other] ?? 0));
  let free = Number.NEGATIVE_INFINITY;
  for (const at of order) {
    placed[at] = Math.max(placed[at] ?? 0, free);
    free = (placed[at] ?? 0) + 17;
  }
  return placed;
}

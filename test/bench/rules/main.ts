import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Change, measureChange } from "./change.ts";
import { type Memory, measureMemory } from "./cost.ts";
import { measureCurve, type Point } from "./curve.ts";
import { type FiveFigures, measureFive } from "./five.ts";
import { plotCurve } from "./plot.ts";

const { values } = parseArgs({ options: { json: { type: "boolean", default: false } } });
/** This file is run from where it was bundled to, which is where results belong. */
const results = new URL("./", import.meta.url);

const memory: Memory[] = [];
for (const size of [1_000, 10_000])
  memory.push(await step("compiling, and what it keeps", measureMemory)(size));
const { five, fiveRepeated } = await measureFive(progressOf("five segments over 10,000 visitors"));
const curve = await measureCurve(results, progressOf("one visitor, 10 to 10,000 segments"));
const change = [1_000, 10_000].map(step("one property changes", measureChange));
writeFileSync(new URL("rules-curve.svg", results), plotCurve(curve));

if (values.json) console.log(JSON.stringify({ five, fiveRepeated, curve, change, memory }, rounded));
else {
  console.log("\nFive segments over 10,000 visitors, of hand-written predicates (medians of rounds)");
  printFive(five);
  console.log(
    "\nThe same over 500 visitors again and again: branches learned by heart, all in the nearest cache",
  );
  printFive(fiveRepeated);
  printCurve(curve);
  printChange(change);
  printMemory(memory);
}

function progressOf(title: string): (part: number) => void {
  let told = 0;
  return (part) => {
    const percent = Math.floor(part * 4) * 25;
    if (values.json || percent <= told) return;
    told = percent;
    console.log(`${title}: ${percent} %`);
  };
}

function step<T>(title: string, measure: (size: number) => T): (size: number) => T {
  return (size) => {
    if (!values.json) console.log(`${title}: ${size.toLocaleString("en")} segments`);
    return measure(size);
  };
}

function printFive(figures: FiveFigures): void {
  const rows = Object.entries(figures).sort(([, one], [, other]) => other.ratio - one.ratio);
  printTable(
    rows.map(([engine, { ratio, perSecond, spread }]) => ({
      engine,
      ratio: ratio.toPrecision(2),
      "segments a second": thousands(perSecond),
      "8 rounds in 10": spread.map(thousands).join(" – "),
    })),
  );
}

function printCurve(points: readonly Point[]): void {
  console.log("\nOne visitor: nanoseconds a segment (plot: test/bench/results/rules-curve.svg)");
  printTable(
    Object.keys(points[0]?.ns ?? {}).map((engine) => ({
      engine,
      ...Object.fromEntries(
        points.map(({ segments, ns }) => [
          `${segments.toLocaleString("en")} segments`,
          short(ns[engine] ?? 0),
        ]),
      ),
    })),
  );
  for (const { segments, cold } of points.filter((point) => point.cold.length > 0))
    console.log(`At ${segments.toLocaleString("en")}, not every function was hot yet: ${cold.join(", ")}.`);
}

/** Four digits are more than any of this is sure of. */
function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" ? Number(value.toPrecision(4)) : value;
}

function printChange(changes: readonly Change[]): void {
  console.log("\nOne of 24 properties changes (median property; least to most)");
  printTable(
    changes.map(({ segments, evaluatedAgain: again, micros, microsForAll }) => ({
      segments: segments.toLocaleString("en"),
      "evaluated again": `${short(again.median)} (${short(again.least)} – ${short(again.most)})`,
      microseconds: `${short(micros.median)} (${short(micros.least)} – ${short(micros.most)})`,
      "for all segments": short(microsForAll),
    })),
  );
}

function printMemory(rows: readonly Memory[]): void {
  console.log("\nCompiling");
  printTable(
    rows.flatMap(({ segments, distinctLeaves, ...engines }) =>
      Object.entries(engines).map(([engine, { compileMicros, bytesPerSegment }]) => ({
        engine,
        segments: segments.toLocaleString("en"),
        "distinct tests": distinctLeaves.toLocaleString("en"),
        "microseconds a segment (first time)": `${short(compileMicros.later)} (${short(compileMicros.first)})`,
        "bytes a segment": thousands(bytesPerSegment),
      })),
    ),
  );
  for (const { segments, forwhom } of rows)
    console.log(
      `${segments.toLocaleString("en")} segments: tables and graphs ${short(forwhom.programBytesPerSegment)} bytes a segment; ` +
        `a visitor is encoded in ${short(forwhom.holdMicros)} microseconds and held in ${thousands(forwhom.bytesPerVisitor)} bytes.`,
    );
}

function printTable(rows: readonly Readonly<Record<string, string>>[]): void {
  const columns = Object.keys(rows[0] ?? {});
  const widths = columns.map((column) =>
    Math.max(column.length, ...rows.map((row) => (row[column] ?? "").length)),
  );
  const print = (cells: readonly string[]) =>
    console.log(
      cells
        .map((cell, at) => (at ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
        .join("   "),
    );
  print(columns);
  for (const row of rows) print(columns.map((column) => row[column] ?? ""));
}

function short(figure: number): string {
  return figure >= 100 ? thousands(figure) : String(Number(figure.toPrecision(2)));
}

function thousands(figure: number): string {
  return Math.round(figure).toLocaleString("en");
}

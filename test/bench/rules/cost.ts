import { compile } from "../../../shared/engine/compiled/compile.ts";
import { hold } from "../../../shared/engine/compiled/run.ts";
import { leavesOf } from "../../../shared/engine/condition.ts";
import { loadCompiledLogic } from "./engines/json-logic.ts";
import type { Segments } from "./five-segments.ts";
import { makeManyVisitors, makeSegments } from "./many-segments.ts";
import { median } from "./rounds.ts";
import { factsOf } from "./visitors.ts";

export interface Cost {
  /** Microseconds a segment: the first time, when the code itself is cold, and the median of later times. */
  readonly compileMicros: { readonly first: number; readonly later: number };
  /** What the heap grew by, a segment, once compiled; the conditions themselves not counted. */
  readonly bytesPerSegment: number;
}

export interface ForwhomCost extends Cost {
  /** The part of it that answering reads: tables and graphs. */
  readonly programBytesPerSegment: number;
  /** Encoding one visitor of 24 properties. */
  readonly holdMicros: number;
  readonly bytesPerVisitor: number;
}

export interface Memory {
  readonly segments: number;
  readonly distinctLeaves: number;
  readonly forwhom: ForwhomCost;
  readonly "json-logic-engine compiled": Cost;
}

/** Must run before anything else: the first compilation is to meet cold code, as on a page. */
export async function measureMemory(size: number): Promise<Memory> {
  const segments = makeSegments(size);
  return {
    segments: size,
    distinctLeaves: distinctLeaves(segments),
    forwhom: { ...(await costOf(() => compile(segments), size)), ...(await costOfHolding(segments)) },
    "json-logic-engine compiled": await costOf(() => loadCompiledLogic(segments, []), size),
  };
}

async function costOf(compileAll: () => unknown, size: number): Promise<Cost> {
  const first = msOf(compileAll);
  const later = Array.from({ length: 5 }, () => msOf(compileAll));
  return {
    compileMicros: { first: (first * 1_000) / size, later: (median(later) * 1_000) / size },
    bytesPerSegment: (await bytesOf(compileAll)) / size,
  };
}

async function costOfHolding(segments: Segments) {
  const program = compile(segments);
  const facts = makeManyVisitors(500).map(factsOf);
  const holdAll = () => facts.map((one) => hold(program, one));
  const times = Array.from({ length: 7 }, () => msOf(holdAll));
  return {
    programBytesPerSegment: program.bytes / program.segments.length,
    holdMicros: (median(times) * 1_000) / facts.length,
    bytesPerVisitor: (await bytesOf(holdAll)) / facts.length,
  };
}

function msOf(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** What is made weighs: the median of several weighings. */
async function bytesOf(make: () => unknown): Promise<number> {
  const weighings: number[] = [];
  while (weighings.length < 5) {
    const before = await heapBytes();
    const made = [make()];
    weighings.push((await heapBytes()) - before);
    // Emptied only here, so that nothing is collected before it was weighed.
    made.length = 0;
  }
  return median(weighings);
}

type Collect = (how: { readonly type: "major"; readonly execution: "async" }) => Promise<void>;

/** Collected from the event loop: whatever lies on a stack would be kept, a maker's leftovers too. */
async function heapBytes(): Promise<number> {
  const collect = globalThis.gc as Collect | undefined;
  if (!collect) throw new Error("Memory can be weighed only with node --expose-gc.");
  for (let time = 0; time < 2; time++) await collect({ type: "major", execution: "async" });
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function distinctLeaves(segments: Segments): number {
  const leaves = Object.values(segments).flatMap(({ when }) => leavesOf(when));
  return new Set(leaves.map((leaf) => JSON.stringify(leaf))).size;
}

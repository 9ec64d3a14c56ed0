import { compile, type Program } from "../../../shared/engine/compiled/compile.ts";
import { answer, type Held, hold, learn } from "../../../shared/engine/compiled/run.ts";
import { type Fact, known } from "../../../shared/engine/facts.ts";
import { randomFrom } from "../random.ts";
import { makeManyVisitors, makeSegments, valuesOf } from "./many-segments.ts";
import { median } from "./rounds.ts";
import { factsOf } from "./visitors.ts";

interface Range {
  readonly least: number;
  readonly median: number;
  readonly most: number;
}

export interface Change {
  readonly segments: number;
  /** Over all properties, each changed to and fro. */
  readonly evaluatedAgain: Range;
  readonly micros: Range;
  /** What answering every segment again would take. */
  readonly microsForAll: number;
}

const rounds = 15;

/** One property of one visitor changes: what is evaluated again, and how long that takes. */
export function measureChange(size: number): Change {
  const program = compile(makeSegments(size));
  const [visitor = {}] = makeManyVisitors(1);
  const held = hold(program, factsOf(visitor));
  answer(program, held);
  const again: number[] = [];
  const micros: number[] = [];
  const all: number[] = [];
  for (const property of Object.keys(visitor)) {
    const figures = Array.from({ length: rounds }, () => changeToAndFro(program, held, property));
    again.push(median(figures.map(({ evaluated }) => evaluated)));
    micros.push(median(figures.map(({ micros }) => micros)));
    checkHeld(program, held, size);
    all.push(timeOnce(() => answer(program, held)));
  }
  return {
    segments: size,
    evaluatedAgain: rangeOf(again),
    micros: rangeOf(micros),
    microsForAll: median(all),
  };
}

const times = 40;

function changeToAndFro(program: Program, held: Held, property: string) {
  const facts: readonly Fact[] = twoValues(property).map(known);
  let evaluated = 0;
  const micros = timeOnce(() => {
    for (let time = 0; time < times; time++) {
      const fact = facts[time % facts.length];
      if (fact) evaluated += learn(program, held, property, fact);
    }
  });
  return { evaluated: evaluated / times, micros: micros / times };
}

function twoValues(property: string) {
  const random = randomFrom(4);
  const values = valuesOf(property);
  const at = random.whole(0, values.length - 2);
  return values.slice(at, at + 2);
}

/** Quick answers must be the answers that a visitor held anew gets. */
function checkHeld(program: Program, held: Held, size: number): void {
  const whole = hold(program, held.facts);
  answer(program, whole);
  const [quick, anew] = [held, whole].map(({ codes }) => codes.subarray(program.first)) as [
    Uint16Array,
    Uint16Array,
  ];
  const wrong = quick.findIndex((one, at) => one !== anew[at]);
  if (wrong >= 0)
    throw new Error(`After a change, segment ${wrong} of ${size} is ${quick[wrong]}, not ${anew[wrong]}.`);
}

function timeOnce(work: () => void): number {
  const began = performance.now();
  work();
  return (performance.now() - began) * 1_000;
}

const rangeOf = (figures: readonly number[]): Range => ({
  least: Math.min(...figures),
  median: median(figures),
  most: Math.max(...figures),
});

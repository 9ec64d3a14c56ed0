import { compile, type Program } from "../../../../shared/engine/compiled/compile.ts";
import { answer, type Held, hold } from "../../../../shared/engine/compiled/run.ts";
import { factsOf } from "../visitors.ts";
import { type LoadEngine, no } from "./engine.ts";

/** Visitors are held encoded, as the page holds its own. Their codes stay: every reason is read off them. */
export const loadForwhom: LoadEngine = (segments, visitors) => {
  const program = compile(segments);
  const held = visitors.map((visitor) => hold(program, factsOf(visitor)));
  return {
    name: "forwhom",
    twoValued: false,
    answer: (from, to) => answerHeld(program, held, from, to),
    answers: () => {
      const order = Object.keys(segments).map((id) => program.segments.indexOf(id));
      answerHeld(program, held, 0, held.length);
      return Uint8Array.from(held.flatMap(({ codes }) => order.map((at) => codes[program.first + at] ?? no)));
    },
  };
};

function answerHeld(program: Program, held: readonly Held[], from: number, to: number): void {
  for (let index = from; index < to; index++) {
    const visitor = held[index];
    if (visitor) answer(program, visitor);
  }
}

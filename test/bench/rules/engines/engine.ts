import type { Condition } from "../../../../shared/engine/condition.ts";
import type { Segments } from "../five-segments.ts";
import type { Plain } from "../visitors.ts";

/** An answer as one byte. */
export const no = 0;
export const unknown = 1;
export const yes = 2;

/** One engine with its segments and visitors loaded, all that can be done beforehand done. */
export interface Engine {
  readonly name: string;
  /** Two-valued engines know yes and no only: what they say of a visitor with unknowns is not compared. */
  readonly twoValued: boolean;
  /** Answers every segment for the visitors `from` up to, not including, `to`. This is what is timed. */
  readonly answer: (from: number, to: number) => void | Promise<void>;
  /** The latest answers, a byte each: visitor by visitor, in the order of the segments. */
  readonly answers: () => Uint8Array;
}

export type LoadEngine = (segments: Segments, visitors: readonly Plain[]) => Engine;

export type Rule = (visitor: Plain) => unknown;

/** An engine that turns each condition into a function of one visitor which says yes or no. */
export const functionEngine =
  (name: string, prepare: (when: Condition) => Rule): LoadEngine =>
  (segments, visitors) => {
    const rules = Object.values(segments).map(({ when }) => prepare(when));
    const answers = new Uint8Array(visitors.length * rules.length);
    return {
      name,
      twoValued: true,
      answer: (from, to) => answerEach(rules, visitors, from, to, answers),
      answers: () => answers,
    };
  };

function answerEach(
  rules: readonly Rule[],
  visitors: readonly Plain[],
  from: number,
  to: number,
  answers: Uint8Array,
): void {
  let at = from * rules.length;
  for (let index = from; index < to; index++) {
    const visitor = visitors[index] ?? {};
    for (const rule of rules) answers[at++] = rule(visitor) ? yes : no;
  }
}

/** A function that knows doubt: its answer is a byte already. */
export type ByteRule = (visitor: Plain) => number;

export function byteEngine(name: string, rules: readonly ByteRule[], visitors: readonly Plain[]): Engine {
  const answers = new Uint8Array(visitors.length * rules.length);
  return {
    name,
    twoValued: false,
    answer: (from, to) => fillEach(rules, visitors, from, to, answers),
    answers: () => answers,
  };
}

function fillEach(
  rules: readonly ByteRule[],
  visitors: readonly Plain[],
  from: number,
  to: number,
  answers: Uint8Array,
): void {
  let at = from * rules.length;
  for (let index = from; index < to; index++) {
    const visitor = visitors[index] ?? {};
    for (const rule of rules) answers[at++] = rule(visitor);
  }
}

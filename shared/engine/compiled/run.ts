import { type Evaluation, weigh } from "../evaluate.ts";
import type { Fact, Facts } from "../facts.ts";
import { answerLeaf, type FactLeaf, factOf, type LeafAnswer } from "../leaf/answer.ts";
import type { Truth } from "../truth.ts";
import { keyOf, type Program } from "./compile.ts";

/** One visitor, ready to be answered for. The codes are the trace: every reason is read off them. */
export type Held = {
  facts: Facts;
  /** One code a property, one a leaf that is no comparison, and behind them one a segment: its answer. */
  readonly codes: Uint16Array;
};

const CODES: Readonly<Record<Truth, number>> = { no: 0, unknown: 1, yes: 2 };
const TRUTHS = ["no", "unknown", "yes"] as const;

/** A property's code is its kind of value; another leaf's is its answer. */
function codeOf({ properties, others, traits }: Program, code: number, facts: Facts): number {
  const property = properties[code];
  if (property) return property.atoms.of(factOf(property.id, facts));
  const leaf = others[code - properties.length];
  return CODES[leaf ? answerLeaf(leaf, facts, traits).is : "unknown"];
}

export function hold(program: Program, facts: Facts): Held {
  const { first } = program;
  const codes = new Uint16Array(first + program.segments.length);
  for (let code = 0; code < first; code++) codes[code] = codeOf(program, code, facts);
  return { facts, codes };
}

/** Answers every segment for a held visitor, into its codes. */
export function answer({ first, roots, nodes, tables }: Program, { codes }: Held): void {
  for (let segment = 0; segment < roots.length; segment++)
    codes[first + segment] = walk(roots[segment] as number, nodes, tables, codes);
}

/** What a held visitor was answered for one segment, by its place in `program.segments`. */
export const truthOf = ({ first }: Program, { codes }: Held, segment: number): Truth =>
  TRUTHS[codes[first + segment] ?? 1] ?? "unknown";

function walk(root: number, nodes: Int32Array, tables: Uint8Array, codes: Uint16Array): number {
  let at = root;
  while (at >= 0) {
    const found = tables[(nodes[at + 1] as number) + (codes[nodes[at] as number] as number)] as number;
    at = nodes[at + 2 + found] as number;
  }
  // The ends are -1, -2 and -3: no, unknown and yes.
  return ~at;
}

/**
 * Changes one property of a held visitor that was answered before, and answers again only the
 * segments that read it, directly or through others.
 *
 * @returns how many segments were answered again.
 */
export function learn(program: Program, held: Held, property: string, fact: Fact): number {
  const { first, roots, nodes, tables, readers, due } = program;
  const { codes } = held;
  held.facts = { ...held.facts, properties: { ...held.facts.properties, [property]: fact } };
  let from = roots.length;
  let to = -1;
  const set = (code: number, value: number): void => {
    if (codes[code] === value) return;
    codes[code] = value;
    for (const reader of readers[code] ?? []) {
      due[reader] = 1;
      if (reader < from) from = reader;
      if (reader > to) to = reader;
    }
  };
  for (const code of program.codesOf.get(property) ?? []) set(code, codeOf(program, code, held.facts));
  let answered = 0;
  // A segment's readers stand behind it, so that one walk from the first to the last is enough.
  for (let segment = from; segment <= to; segment++) {
    if (due[segment] === 0) continue;
    due[segment] = 0;
    answered++;
    set(first + segment, walk(roots[segment] as number, nodes, tables, codes));
  }
  return answered;
}

/** Why a held visitor is in a segment or not: read off the codes, nothing is evaluated again. */
export function trace(program: Program, held: Held, segment: string): Evaluation {
  const answerOf = (leaf: FactLeaf): LeafAnswer => {
    const reading = program.readings.get(keyOf(leaf));
    const code = reading ? (held.codes[reading.code] ?? 0) : 0;
    const is = TRUTHS[reading ? (program.tables[reading.table + code] ?? 1) : 1] ?? "unknown";
    // A property's answer is read off; only what was found is looked up again.
    return { ...answerLeaf(leaf, held.facts, program.traits), is };
  };
  return weigh({ segment }, answerOf, program.conditions);
}

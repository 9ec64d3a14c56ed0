import { type Evaluation, weigh } from "../evaluate.ts";
import type { Fact, Facts } from "../facts.ts";
import { answerLeaf, type FactLeaf, factOf, type LeafAnswer } from "../leaf/answer.ts";
import type { Truth } from "../truth.ts";
import { firstSegmentOf, keyOf, type Program } from "./compile.ts";

/** One visitor, ready to be answered for. The codes are the trace: every reason is read off them. */
export type Held = {
  facts: Facts;
  /** One code a property, one a leaf that is no comparison, one a segment: its answer. */
  readonly codes: Uint16Array;
  /** The part of the codes that holds the segments' answers: 0 no, 1 unknown, 2 yes. */
  readonly answers: Uint16Array;
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
  const first = firstSegmentOf(program);
  const codes = new Uint16Array(first + program.segments.length);
  for (let code = 0; code < first; code++) codes[code] = codeOf(program, code, facts);
  return { facts, codes, answers: codes.subarray(first) };
}

/** Answers every segment for a held visitor, in the order of `program.segments`. */
export function answer({ roots, nodes, tables, segments }: Program, { codes, answers }: Held): Uint16Array {
  for (let segment = 0; segment < segments.length; segment++)
    answers[segment] = walk(roots[segment] as number, nodes, tables, codes);
  return answers;
}

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
  held.facts = { ...held.facts, properties: { ...held.facts.properties, [property]: fact } };
  const due = new Set<number>();
  const set = (code: number, value: number) => {
    if (held.codes[code] === value) return;
    held.codes[code] = value;
    for (const reader of program.readers[code] ?? []) due.add(reader);
  };
  for (const code of program.codesOf.get(property) ?? []) set(code, codeOf(program, code, held.facts));
  return answerDue(program, held, due, set);
}

/** A segment's readers stand behind it, so the lowest that is due never depends on another that is. */
function answerDue(
  program: Program,
  held: Held,
  due: Set<number>,
  set: (code: number, value: number) => void,
): number {
  const first = firstSegmentOf(program);
  let answered = 0;
  while (due.size > 0) {
    for (const segment of [...due].sort((one, other) => one - other)) {
      due.delete(segment);
      answered++;
      const before = due.size;
      set(first + segment, walk(program.roots[segment] as number, program.nodes, program.tables, held.codes));
      // Somebody new is due, perhaps before the rest of this round.
      if (due.size > before) break;
    }
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
    const { because, found } = answerLeaf(leaf, held.facts, program.traits);
    return { is, ...(because && { because }), ...(found !== undefined && { found }) };
  };
  return weigh({ segment }, answerOf, program.conditions);
}

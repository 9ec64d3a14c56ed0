import type { Condition, PropertyLeaf } from "../condition.ts";
import { leavesOf } from "../condition.ts";
import type { Segments } from "../evaluate.ts";
import { entry, type Fact } from "../facts.ts";
import { answerLeaf, type FactLeaf, isFactLeaf } from "../leaf/answer.ts";
import type { TraitsOf } from "../leaf/traits.ts";
import { type Atoms, atomsOf, isSortable } from "./atoms.ts";
import { graphWriter, NO, type Reading, UNKNOWN, YES } from "./graph.ts";
import { inOrder } from "./order.ts";

/**
 * Segments, made ready for many visitors. Each visitor is held as one code a property (`Atoms`), one a
 * leaf that codes cannot answer (events, memberships, parts of texts), and one a segment. A leaf's
 * answer is then one look into a table, and a segment a walk through a graph.
 */
export type Program = {
  /** In the order of evaluation: a segment stands behind those that it refers to. */
  readonly segments: readonly string[];
  readonly conditions: Segments;
  readonly traits: TraitsOf;
  readonly properties: readonly { readonly id: string; readonly atoms: Atoms }[];
  /** Leaves that are answered when a visitor is held; their codes stand behind the properties'. */
  readonly others: readonly FactLeaf[];
  readonly readings: ReadonlyMap<string, Reading>;
  /** Answers by kind of value: 0 no, 1 unknown, 2 yes. */
  readonly tables: Uint8Array;
  readonly nodes: Int32Array;
  /** Where each segment's graph begins. */
  readonly roots: Int32Array;
  /** Which codes follow from each property. */
  readonly codesOf: ReadonlyMap<string, readonly number[]>;
  /** Which segments read each code. */
  readonly readers: readonly (readonly number[])[];
  /** Which segments have to be answered again; all zero between two changes. */
  readonly due: Uint8Array;
  /** Where the segments' codes begin. */
  readonly first: number;
  readonly bytes: number;
};

/** The time does not matter: what depends on it has no table. */
const answerTo = (leaf: PropertyLeaf, fact: Fact, traits: TraitsOf) =>
  answerLeaf(leaf, { properties: { [leaf.property]: fact }, memberships: {}, events: [], now: 0 }, traits).is;

const ANSWERS = { no: 0, unknown: 1, yes: 2 } as const;

export const keyOf = (leaf: Condition): string => JSON.stringify(leaf);

export function compile(conditions: Segments, traits: TraitsOf = {}): Program {
  const segments = inOrder(conditions);
  const leaves = distinct(
    segments.flatMap((id) => leavesOf(conditions[id]?.when ?? { any: [] })).filter(isFactLeaf),
  );
  const sortable = leaves.filter((leaf): leaf is PropertyLeaf => "property" in leaf && isSortable(leaf));
  const isSorted = new Set<FactLeaf>(sortable);
  const others = leaves.filter((leaf) => !isSorted.has(leaf));

  // The first table is the identity: a code that is already an answer.
  const tables: number[] = [0, 1, 2];
  const readings = new Map<string, Reading>();
  const byProperty = new Map<string, PropertyLeaf[]>();
  for (const leaf of sortable)
    byProperty.set(leaf.property, [...(byProperty.get(leaf.property) ?? []), leaf]);
  const properties = [...byProperty].map(([id, read], code) => {
    const atoms = atomsOf(read, entry(traits, id) ?? {});
    for (const leaf of read) {
      readings.set(keyOf(leaf), { code, table: tables.length });
      tables.push(...atoms.examples.map((fact) => ANSWERS[answerTo(leaf, fact, traits)]));
    }
    return { id, atoms };
  });
  others.forEach((leaf, index) => {
    readings.set(keyOf(leaf), { code: properties.length + index, table: 0 });
  });

  const codesOf = new Map<string, number[]>(properties.map(({ id }, code) => [id, [code]]));
  others.forEach((leaf, index) => {
    if ("property" in leaf)
      codesOf.set(leaf.property, [...(codesOf.get(leaf.property) ?? []), properties.length + index]);
  });

  const first = properties.length + others.length;
  const positions = new Map(segments.map((id, index) => [id, index]));
  const readers: number[][] = Array.from({ length: first + segments.length }, () => []);
  let reading = 0;
  const { write, nodes } = graphWriter((leaf) => {
    const found = "segment" in leaf ? segmentReading(leaf.segment) : readings.get(keyOf(leaf));
    if (found && readers[found.code]?.at(-1) !== reading) readers[found.code]?.push(reading);
    return found;
  });
  const roots = segments.map((id, index) => {
    reading = index;
    return write(conditions[id]?.when ?? { any: [] }, { no: NO, unknown: UNKNOWN, yes: YES });
  });

  function segmentReading(id: string): Reading | undefined {
    const position = positions.get(id);
    return position === undefined || position >= reading ? undefined : { code: first + position, table: 0 };
  }

  const typed = {
    tables: Uint8Array.from(tables),
    nodes: Int32Array.from(nodes),
    roots: Int32Array.from(roots),
  };
  const bytes = typed.tables.byteLength + typed.nodes.byteLength + typed.roots.byteLength;
  return {
    segments,
    conditions,
    traits,
    properties,
    others,
    readings,
    ...typed,
    codesOf,
    readers,
    due: new Uint8Array(segments.length),
    first,
    bytes,
  };
}

const distinct = <T extends Condition>(leaves: readonly T[]): readonly T[] => [
  ...new Map(leaves.map((leaf) => [keyOf(leaf), leaf])).values(),
];

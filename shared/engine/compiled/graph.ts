import { type Condition, partsOf } from "../condition.ts";

/** Where a walk through a graph goes on: a node, or one of the three ends. */
export const NO = -1;
export const UNKNOWN = -2;
export const YES = -3;

export type Exits = { readonly no: number; readonly unknown: number; readonly yes: number };

/** The two numbers by which a node finds its leaf's answer: which code of the visitor, and in which table. */
export type Reading = { readonly code: number; readonly table: number };

/** How many numbers a node takes: its reading, and where to go on no, unknown and yes. */
export const NODE = 5;

/**
 * Turns conditions into jumps. Under `all` an unknown walks on in doubt, looking for a no: from there
 * a yes ends in unknown. Under `any` the other way round. Equal nodes are written once.
 */
export function graphWriter(readingOf: (leaf: Condition) => Reading | undefined) {
  const nodes: number[] = [];
  const written = new Map<string, number>();

  const node = ({ code, table }: Reading, { no, unknown, yes }: Exits): number => {
    if (no === unknown && unknown === yes) return no;
    const key = `${code},${table},${no},${unknown},${yes}`;
    const at = written.get(key) ?? nodes.push(code, table, no, unknown, yes) - NODE;
    written.set(key, at);
    return at;
  };

  const write = (condition: Condition, exits: Exits): number => {
    if ("not" in condition)
      return write(condition.not, { no: exits.yes, unknown: exits.unknown, yes: exits.no });
    if ("all" in condition || "any" in condition)
      return writeParts(partsOf(condition), "all" in condition, exits);
    const reading = readingOf(condition);
    // A segment that does not exist, or that leads back to where it is asked, is unknown.
    return reading ? node(reading, exits) : exits.unknown;
  };

  /** From the last part to the first: each is written for a walk that is certain so far, and for one in doubt. */
  function writeParts(parts: readonly Condition[], isAll: boolean, exits: Exits): number {
    const through = isAll ? exits.yes : exits.no;
    let next = { certain: through, doubt: exits.unknown };
    for (const part of [...parts].reverse()) {
      const after = (goOn: number): Exits => ({
        no: isAll ? exits.no : goOn,
        unknown: next.doubt,
        yes: isAll ? goOn : exits.yes,
      });
      next = { certain: write(part, after(next.certain)), doubt: write(part, after(next.doubt)) };
    }
    return next.certain;
  }

  return { write, nodes };
}

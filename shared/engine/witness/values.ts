import {
  type Condition,
  operatorOf,
  type PropertyLeaf,
  type Scalar,
  type Test,
  type Value,
} from "../condition.ts";
import type { Segments } from "../evaluate.ts";
import { ABSENT, entry, type Fact, known } from "../facts.ts";
import { durationMs } from "../leaf/duration.ts";
import { leavesBehind } from "../leaves-behind.ts";

type Known = Readonly<Record<string, { readonly values?: readonly string[] | undefined }>>;

const INVENTED = "something else";
const DAY = 86_400_000;

/** The values worth trying for each property that a condition reads: on both sides of what its leaves ask. */
export function candidatesIn(
  condition: Condition,
  segments: Segments,
  properties: Known,
  now: number,
): ReadonlyMap<string, readonly Fact[]> {
  const found = new Map<string, Set<Value>>();
  for (const leaf of leavesBehind(condition, segments)) {
    if (!("property" in leaf)) continue;
    const values = found.get(leaf.property) ?? new Set();
    for (const value of valuesNear(leaf, now)) values.add(value);
    found.set(leaf.property, values);
  }
  return new Map([...found].map(([id, values]) => [id, choices([...values], entry(properties, id)?.values)]));
}

/** A property with values of its own is given one of those; an invented one only where it has none. */
function choices(near: readonly Value[], own: readonly string[] = []): readonly Fact[] {
  const isOwn = (value: Value) => own.length === 0 || typeof value !== "string" || own.includes(value);
  const values = new Set<Value>([...near.filter(isOwn), ...own, ...(own.length === 0 ? [INVENTED] : [])]);
  return [...[...values].map(known), ABSENT];
}

/** Values on both sides of what a test compares to. */
export function valuesNear(test: Test | PropertyLeaf, now: number): readonly Value[] {
  const [operator, operand] = operatorOf(test);
  switch (operator) {
    case "known":
      return [INVENTED, 1, true];
    case "between":
      return (operand as readonly number[]).flatMap(around);
    case "before":
    case "after":
      return momentsNear(operand as string, now);
    case "contains":
      return [operand as string, [operand as string]];
    case "containsAny":
    case "containsAll":
    case "containsNone":
      return [operand as readonly string[], [(operand as readonly string[])[0] ?? ""], [INVENTED]];
    case "matches":
      return examplesOf(operand as string);
  }
  if (Array.isArray(operand)) return operand as readonly Scalar[];
  if (typeof operand === "number") return around(operand);
  return typeof operand === "boolean" ? [operand, !operand] : [operand as string];
}

const around = (value: number): readonly number[] => [value, value + 1, value - 1];

/** A day or two before and after a moment; relative ones are counted from now. */
export function momentsNear(moment: string, now: number): readonly string[] {
  const [, sign, count = "0d"] = /^(?:today)?([+-])?(\d+\w+)?$/.exec(moment) ?? [];
  const shift = (sign === "-" ? -1 : 1) * (durationMs(count) ?? 0);
  const isRelative = moment.startsWith("today") || sign !== undefined;
  const at = isRelative ? now + shift : Date.parse(moment);
  return [at - 2 * DAY, at + 2 * DAY].map((ms) => new Date(ms).toISOString());
}

/** A guess for plain expressions such as `^/pricing` or `finance|accounting`; the engine has the last word. */
const examplesOf = (expression: string): readonly string[] =>
  expression.split("|").map((one) => one.replace(/^\^|\$$/g, "").replace(/\\(.)/g, "$1"));

import type { Chance } from "./chance.ts";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const ODDITIES: readonly [Json, ...Json[]] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  7,
  1e9,
  1e308,
  "",
  " ",
  "\n",
  "x",
  "cfo",
  "customer",
  "javascript:alert(1)",
  "//evil.example",
  "/path",
  "/*a*a*a*a*a*a*a*b",
  "{{firstName}}",
  `{{${" ".repeat(300)}`,
  "7d",
  "0d",
  "-30d",
  "today",
  "2026-11-01",
  "2026-13-01",
  "[",
  "US",
  "Europe/Berlin",
  "storage",
  "no",
  "yes",
  "show",
  "legal",
  "list",
  "__proto__",
  "constructor",
  [],
  ["x"],
  ["cfo", "cfo"],
  {},
  { all: [] },
  { is: "cfo" },
  { property: "persona", is: "cfo", isNot: "x" },
  { property: "persona", is: "cfo" },
  { not: { property: "persona", is: "cfo", whenUnknown: "no" } },
  { property: "topics", containsNone: ["close"] },
  { segment: "customer" },
  { segment: "evaluating-cfo" },
  { event: "page_view", where: { path: { matches: "(" } } },
  { event: "page_view", then: { event: "page_view", within: "1d" }, notWithin: "7d" },
  { event: "page_view", atLeast: 10_000, everWithin: "1d" },
  { score: [{ event: "page_view", weight: -1, halfLife: "0d" }], lte: -3 },
];

const KEYS: readonly [string, ...string[]] = [
  "is",
  "in",
  "extra",
  "doubt",
  "class",
  "offer",
  "goal",
  "template",
  "membership",
  "constructor",
  "whenUnknown",
  "within",
  "then",
  "priority",
  "a b",
];

type Step = string | number;

const stepsOf = (value: Json): readonly Step[] =>
  typeof value !== "object" || value === null
    ? []
    : Array.isArray(value)
      ? [...value.keys()]
      : Object.keys(value);

const at = (value: Json, step: Step): Json => (value as Readonly<Record<Step, Json>>)[step] ?? null;

/** A way into a value: rather deep, seldom to its end. */
function wayInto(value: Json, luck: Chance): readonly Step[] {
  const way: Step[] = [];
  for (let inside = value; ; ) {
    const [first, ...rest] = stepsOf(inside);
    if (first === undefined || (way.length > 0 && luck.isSo(0.15))) return way;
    const step = luck.of([first, ...rest]);
    way.push(step);
    inside = at(inside, step);
  }
}

/** The value with one place changed; undefined takes it out. */
function changed(
  value: Json,
  [step, ...rest]: readonly Step[],
  change: (held: Json) => Json | undefined,
): Json {
  if (step === undefined) return change(value) ?? null;
  const held = rest.length === 0 ? change(at(value, step)) : changed(at(value, step), rest, change);
  if (Array.isArray(value))
    return held === undefined
      ? value.filter((_, index) => index !== step)
      : value.map((one: Json, index) => (index === step ? held : one));
  const { [step]: _gone, ...others } = value as Readonly<Record<Step, Json>>;
  return held === undefined ? others : { ...others, [step]: held };
}

/** A value that differs from an example in one place, seldom in two or three. */
export function mutated(example: Json, luck: Chance): Json {
  let value = example;
  for (let times = luck.isSo(0.75) ? 1 : 2 + luck.below(2); times > 0; times--) {
    const odd = luck.of(ODDITIES);
    const way = wayInto(value, luck);
    const kind = luck.of(["replace", "remove", "add", "swap", "double"]);
    const other = wayInto(value, luck).reduce(at, value);
    const key = luck.of(KEYS);
    value = changed(value, way, (held) => {
      if (kind === "remove") return undefined;
      if (kind === "swap") return other;
      if (kind === "double" && Array.isArray(held)) return [...held, ...held];
      const isObject = typeof held === "object" && held !== null && !Array.isArray(held);
      return kind === "add" && isObject ? { ...held, [key]: odd } : odd;
    });
  }
  return value;
}

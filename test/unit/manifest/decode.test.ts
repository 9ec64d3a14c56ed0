import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeManifest } from "../../../shared/manifest/decodeManifest.ts";
import { decodeMembership } from "../../../shared/manifest/decodeMembership.ts";
import { membershipSchema } from "../../../shared/manifest/membership.ts";
import { manifestSchema } from "../../../shared/manifest/shape.ts";
import { answerExample, manifestExample } from "./examples.ts";

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

const oddities: readonly Json[] = [
  null,
  true,
  false,
  0,
  -1,
  0.5,
  1e9,
  "",
  " ",
  "\n",
  "x",
  "javascript:alert(1)",
  "//evil.example",
  "/path",
  "7d",
  "2026-11-01",
  "2026-13-01",
  "[",
  "US",
  "storage",
  [],
  ["x"],
  {},
  { all: [] },
  { is: "cfo" },
  { property: "persona", is: "cfo", isNot: "x" },
  { event: "page_view", where: { path: { matches: "(" } } },
];

const keys = [
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
  "a b",
];

/** Every place in a JSON value, as the keys that lead there. */
function placesIn(
  value: Json,
  path: readonly (string | number)[] = [],
): readonly (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null) return [path];
  const inside = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...inside.flatMap(([key, held]) => placesIn(held as Json, [...path, key]))];
}

/** The value with one place changed: replaced, removed, or given one key more. */
function mutated(
  value: Json,
  path: readonly (string | number)[],
  change: (held: Json) => Json | undefined,
): Json {
  const [key, ...rest] = path;
  if (key === undefined) return change(value) ?? null;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<
    string | number,
    Json
  >;
  const held = rest.length === 0 ? change(copy[key] ?? null) : mutated(copy[key] ?? null, rest, change);
  if (held !== undefined) copy[key] = held;
  else if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else delete copy[key];
  return copy as Json;
}

const mutations = (example: Json) =>
  fc
    .array(
      fc.record({
        place: fc.nat(),
        kind: fc.constantFrom("replace", "remove", "add", "swap"),
        odd: fc.oneof(
          fc.constantFrom(...oddities),
          fc.json({ maxDepth: 1 }).map((text) => JSON.parse(text) as Json),
        ),
        key: fc.constantFrom(...keys),
        other: fc.nat(),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((changes) =>
      changes.reduce<Json>((value, { place, kind, odd, key, other }) => {
        const places = placesIn(value);
        const path = places[place % places.length] ?? [];
        if (kind === "remove") return mutated(value, path, () => undefined);
        if (kind === "swap") {
          const from = places[other % places.length] ?? [];
          const found = from.reduce<Json>(
            (held, step) => (held as Record<string, Json>)[step] ?? null,
            value,
          );
          return mutated(value, path, () => found);
        }
        return mutated(value, path, (held) =>
          kind === "add" && typeof held === "object" && held !== null && !Array.isArray(held)
            ? { ...held, [key]: odd }
            : odd,
        );
      }, example),
    );

describe("the decoder that ships to visitors", () => {
  it("accepts a published manifest and an endpoint's answer", () => {
    expect(manifestSchema.safeParse(manifestExample).error).toBeUndefined();
    expect(decodeManifest(manifestExample)).toBe(manifestExample);
    expect(decodeMembership(answerExample)).toBe(answerExample);
  });

  it("accepts exactly the manifests that the schema accepts", () => {
    fc.assert(
      fc.property(mutations(manifestExample as unknown as Json), (value) => {
        expect(decodeManifest(value) !== undefined).toBe(manifestSchema.safeParse(value).success);
      }),
      { numRuns: 6_000 },
    );
  });

  it("accepts exactly the answers that the schema accepts", () => {
    fc.assert(
      fc.property(mutations(answerExample as unknown as Json), (value) => {
        expect(decodeMembership(value) !== undefined).toBe(membershipSchema.safeParse(value).success);
      }),
      { numRuns: 3_000 },
    );
  });

  it("refuses a link that would run script", () => {
    const href = "javascript:alert(1)";
    const offers = { ...manifestExample.offers, bad: { goal: "acquisition", label: "Click", href } };
    expect(decodeManifest({ ...manifestExample, offers })).toBeUndefined();
  });
});

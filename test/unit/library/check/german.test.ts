import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { check } from "../../../../shared/library/check/check.ts";
import { GERMAN } from "../../../../shared/library/check/shape-words.ts";
import { librarySchema } from "../../../../shared/library/library.ts";
import { type Said, said } from "../../../../shared/sentences/said.ts";
import { faultyLibraries } from "./faulty.ts";
import { isLeftOut, notGerman } from "./german.ts";
import { NOW } from "./sentences.ts";

const problems = faultyLibraries.flatMap((library) => check(library, NOW).problems);

describe("the German of a problem", () => {
  it("is there for everything that is wrong", () => {
    expect(problems.map(notGerman).filter((left) => left !== undefined)).toEqual([]);
  });

  it("is missed where it is left out, or English", () => {
    const [problem] = problems.filter(({ mend }) => mend !== "");
    if (!problem) throw new Error("Nothing is wrong.");
    for (const de of [
      { ...problem.de, expected: problem.expected },
      { ...problem.de, expected: "" },
      { ...problem.de, found: "nothing" },
      { ...problem.de, mend: problem.mend },
      { ...problem.de, mend: "Nehmen Sie the Segment." },
    ])
      expect(notGerman({ ...problem, found: "nothing", de })).toBeDefined();
  });

  /** So that nobody adds a problem without having its German looked at here. */
  it("is looked at wherever the checks say something", () => {
    const read = problems.map(({ de }) => `${de.found}\n${de.expected}\n${de.mend}`).join("\n");
    const texts = sources().flatMap(saidIn);
    expect(texts.length).toBeGreaterThan(100);
    expect(texts.filter(({ en, de }) => en === de || isLeftOut(en, de))).toEqual([]);
    expect(texts.filter(({ de }) => !patternOf(de).test(read) && !isSaidEarlier(de))).toEqual([]);
  });

  it("has every message that the schema gives itself, and none besides", () => {
    expect(Object.keys(GERMAN).sort()).toEqual([...messagesIn(librarySchema)].sort());
    const [problem] = problems;
    if (!problem) throw new Error("Nothing is wrong.");
    for (const [expected, german] of Object.entries(GERMAN))
      expect(notGerman({ ...problem, expected, de: { ...problem.de, expected: german } })).toBeUndefined();
  });
});

/** What the schema says first, in other words. */
const isSaidEarlier = (german: string) =>
  /^(?:etwas von dieser Art|eine Freigabe von .+|Lassen Sie den Inhalt freigeben\.)$/.test(german);

const CHECKS = "shared/library/check";
const sources = () =>
  readdirSync(CHECKS, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(join(CHECKS, path), "utf8"));

/** Every `said(…, …)` of two texts, without their quotes. */
const TEXT = ['"', "'", "`"].map((quote) => `${quote}(?:[^${quote}\\\\]|\\\\.)*${quote}`).join("|");
const SAID = new RegExp(`\\bsaid\\(\\s*(${TEXT}),\\s*(${TEXT}),?\\s*\\)`, "g");
const saidIn = (text: string): readonly Said[] =>
  [...text.matchAll(SAID)].map(([, en = "", de = ""]) => said(en.slice(1, -1), de.slice(1, -1)));

const patternOf = (text: string) =>
  new RegExp(
    text
      .split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/)
      .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join(".*"),
  );

type Message = () => unknown;
type Def = Readonly<Record<string, unknown>> & { readonly error?: Message };

/** The message of each part of a schema that may have one of its own; "undefined" where it says none. */
function messagesIn(schema: unknown, seen = new Set<unknown>()): ReadonlySet<string> {
  if (typeof schema !== "object" || schema === null || seen.has(schema)) return new Set();
  seen.add(schema);
  if (Array.isArray(schema)) return union(schema.map((one) => messagesIn(one, seen)));
  const def = "_zod" in schema ? (schema._zod as { def: Def }).def : undefined;
  if (!def) return union(Object.values(schema).map((one) => messagesIn(one, seen)));
  const needsOne = def.check === "string_format" || def.check === "custom" || def.error !== undefined;
  const own = needsOne ? [String(def.error?.())] : [];
  const getter = typeof def.getter === "function" ? [def.getter()] : [];
  return union([new Set(own), ...[...Object.values(def), ...getter].map((one) => messagesIn(one, seen))]);
}

const union = (sets: readonly ReadonlySet<string>[]): ReadonlySet<string> =>
  new Set(sets.flatMap((set) => [...set]));

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeEach, describe, expect, it, vi } from "vitest";
import german from "../../../extension/_locales/de/messages.json" with { type: "json" };
import english from "../../../extension/_locales/en/messages.json" with { type: "json" };
import { ago, count, dated, language, number, say } from "../../../extension/words.ts";
import { resetBrowser, speak } from "./browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }));

beforeEach(resetBrowser);

const root = fileURLToPath(new URL("../../../", import.meta.url));

type Message = { message: string; placeholders?: Readonly<Record<string, { content: string }>> };
const catalogues: Readonly<Record<string, Readonly<Record<string, Message>>>> = { en: english, de: german };
const keys = Object.keys(english);

const sources = [
  readFileSync(join(root, "manifest.json"), "utf8"),
  ...readdirSync(join(root, "extension"), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => readFileSync(join(root, "extension", path), "utf8")),
].join("\n");

/** A browser takes these names in any case, so two that differ by it alone are one. */
const namesIn = (message: string) => [...message.matchAll(/\$(\w+)\$/g)].map(([, name = ""]) => name);

describe("the words of the extension", () => {
  it("are there in both languages, each once", () => {
    expect(Object.keys(german)).toEqual(keys);
    expect(new Set(keys.map((key) => key.toLowerCase())).size).toBe(keys.length);
    for (const catalogue of Object.values(catalogues))
      for (const { message } of Object.values(catalogue)) expect(message.trim()).not.toBe("");
  });

  it("are all used: said somewhere, counted, or named by the manifest", () => {
    const unused = keys.filter((key) => {
      const word = key.replace(/_(one|other)$/, "");
      return !sources.includes(`"${word}"`) && !sources.includes(`__MSG_${key}__`);
    });
    expect(unused).toEqual([]);
  });

  it("are all there, where the manifest names them", () => {
    const named = [...sources.matchAll(/__MSG_(\w+)__/g)].map(([, key]) => key);
    expect(named.length).toBeGreaterThan(2);
    expect(named.filter((key) => !keys.includes(key ?? ""))).toEqual([]);
  });

  it.each(keys)("have the same names to fill in, numbered in alphabetical order: %s", (key) => {
    for (const catalogue of Object.values(catalogues)) {
      const { message, placeholders = {} } = catalogue[key] ?? { message: "" };
      const numbered = Object.entries(placeholders).map(([name, { content }]) => [name, content]);
      expect(numbered).toEqual(
        Object.keys(placeholders)
          .toSorted()
          .map((name, at) => [name, `$${at + 1}`]),
      );
      expect(Object.keys(placeholders)).toEqual(Object.keys(catalogues.en?.[key]?.placeholders ?? {}));
      expect([...new Set(namesIn(message).map((name) => name.toLowerCase()))].toSorted()).toEqual(
        Object.keys(placeholders),
      );
    }
  });

  it("have one form for each number that a language tells apart", () => {
    const counted = keys.filter((key) => /_(one|other)$/.test(key));
    expect(counted.length).toBeGreaterThan(8);
    for (const key of counted) {
      expect(keys).toContain(
        key.endsWith("_one") ? key.replace(/one$/, "other") : key.replace(/other$/, "one"),
      );
      expect(Object.keys(catalogues.en?.[key]?.placeholders ?? {})).toContain("count");
    }
    for (const spoken of Object.keys(catalogues))
      expect(new Intl.PluralRules(spoken).resolvedOptions().pluralCategories.toSorted()).toEqual([
        "one",
        "other",
      ]);
  });

  it("quote as each language does, with typographic marks only", () => {
    const messages = (of: string) => Object.values(catalogues[of] ?? {}).map(({ message }) => message);
    expect([...messages("en"), ...messages("de")].filter((message) => /["']/.test(message))).toEqual([]);
    expect(messages("en").filter((message) => /„/.test(message))).toEqual([]);
    expect(messages("de").filter((message) => /”/.test(message))).toEqual([]);
    expect(messages("de").filter((one) => one.split("„").length !== one.split("“").length)).toEqual([]);
  });
});

describe("saying", () => {
  it("fills in what a message is about, whatever it holds", () => {
    expect(say("slotClaim", { claim: "$1 and $CLAIM$" })).toBe(
      "The page claims: “$1 and $CLAIM$”. Something else stands there.",
    );
    expect(say("foundAndExpected", { found: "b", expected: "a" })).toBe("Found b; expected a.");
  });

  it.each([
    ["en", 1, "1 slot here"],
    ["en", 0, "0 slots here"],
    ["en", 1234, "1,234 slots here"],
    ["de", 1, "1 Platz hier"],
    ["de", 0, "0 Plätze hier"],
    ["de", 1234, "1.234 Plätze hier"],
  ])("counts in %s: %i", (spoken, value, expected) => {
    speak(spoken);
    expect(count("slotsHere", value)).toBe(expected);
  });

  it("writes numbers and days as the browser’s own country does, where we speak its language", () => {
    const day = new Date("2026-11-28T12:00:00Z");
    const as = (spoken: string) => {
      speak(spoken);
      return [language(), number(1234.5), dated(day, { dateStyle: "long", timeZone: "UTC" })];
    };
    expect(as("de")).toEqual(["de", "1.234,5", "28. November 2026"]);
    expect(as("en")).toEqual(["en", "1,234.5", "November 28, 2026"]);
    expect(as("en-GB")).toEqual(["en", "1,234.5", "28 November 2026"]);
    // No French catalogue: the words are English, so the numbers between them are, too.
    expect(as("fr")).toEqual(["en", "1,234.5", "November 28, 2026"]);
  });

  it.each([
    ["en", 20_000, "now"],
    ["en", 90_000, "1 minute ago"],
    ["en", 3 * 3_600_000, "3 hours ago"],
    ["de", 26 * 3_600_000, "gestern"],
    ["de", 400 * 86_400_000, "letztes Jahr"],
    // The other clock is ahead.
    ["en", -5_000, "now"],
  ])("says in %s how long ago a moment was: %i ms, %s", (spoken, passed, expected) => {
    speak(spoken);
    const now = Date.parse("2026-11-28T12:00:00Z");
    expect(ago(now - passed, now)).toBe(expected);
  });

  it("does not compile without what a message is about, with too much, or for a word that is not there", () => {
    // @ts-expect-error: whose preview it is has to be said.
    say("bannerPreview");
    // @ts-expect-error: nothing is filled in here.
    say("leave", { who: "nobody" });
    // @ts-expect-error: no such word.
    say("nothing of the kind");
    // @ts-expect-error: what is counted is told by "count".
    say("slotsHere_one", { count: 1 });
    expect(say("leave")).toBe("Leave");
  });
});

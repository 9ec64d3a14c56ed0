import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mistakeIn } from "../../../../shared/library/read/json-mistake.ts";
import { parseJson } from "../../../../shared/library/read/parse-json.ts";
import type { Said } from "../../../../shared/sentences/said.ts";

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("JSON written by hand", () => {
  it.each<[string, Said]>([
    [
      '{\n  "a": 1,\n  "b": 2,\n}',
      {
        en: "3:9: a comma with nothing behind it: take it out.",
        de: "3:9: ein Komma, nach dem nichts folgt: Entfernen Sie es.",
      },
    ],
    [
      '{\n  "a": 1\n  "b": 2\n}',
      {
        en: '3:3: expected "," or "}", but found "\\"".',
        de: '3:3: erwartet: "," oder "}"; gefunden: "\\"".',
      },
    ],
    [
      "{\n  a: 1\n}",
      {
        en: '2:3: expected a key in double quotes, but found "a".',
        de: '2:3: erwartet: ein Schlüssel in doppelten Anführungszeichen; gefunden: "a".',
      },
    ],
    [
      "{\n  'a': 1\n}",
      {
        en: '2:3: expected a key in double quotes, but found "\'".',
        de: '2:3: erwartet: ein Schlüssel in doppelten Anführungszeichen; gefunden: "\'".',
      },
    ],
    [
      '{ "a" 1 }',
      {
        en: '1:7: expected ":" after "a", but found "1".',
        de: '1:7: erwartet: ":" nach "a"; gefunden: "1".',
      },
    ],
    [
      '{ "a": yes }',
      { en: '1:8: expected a value, but found "y".', de: '1:8: erwartet: ein Wert; gefunden: "y".' },
    ],
    [
      '{ "a": [1, 2',
      {
        en: '1:13: expected "," or "]", but the text ends.',
        de: '1:13: erwartet: "," oder "]"; der Text endet hier.',
      },
    ],
    [
      "",
      {
        en: "1:1: expected a value, but the text ends.",
        de: "1:1: erwartet: ein Wert; der Text endet hier.",
      },
    ],
    [
      "{} {}",
      { en: '1:4: expected nothing more, but found "{".', de: '1:4: erwartet: nichts mehr; gefunden: "{".' },
    ],
    [
      '{\n  "cfo": 1,\n  "other": { "cfo": 2 },\n  "cf\\u006f": 3\n}',
      {
        en: '4:3: "cfo" is here twice, and the first would be lost. Rename or remove one.',
        de: '4:3: "cfo" steht hier zweimal, und der erste ginge verloren. Benennen Sie einen um, oder entfernen Sie ihn.',
      },
    ],
  ])("%j is told where it is wrong", (text, told) => {
    const parsed = parseJson(text);
    if (!("mistake" in parsed)) throw new Error("Nothing is wrong.");
    const { line, column, what } = parsed.mistake;
    expect({ en: `${line}:${column}: ${what.en}`, de: `${line}:${column}: ${what.de}` }).toEqual(told);
  });

  it("is told that it is nested too deep, and not that the program ran out of room", () => {
    expect(mistakeIn("[".repeat(200_000))?.what.en).toBe("nested too deep to be read.");
  });

  it("may begin with a byte order mark", () => {
    expect(parseJson('\uFEFF{"a":[]}')).toEqual({ value: { a: [] } });
  });

  it("is judged as JSON.parse judges it, whatever it says", () => {
    fc.assert(fc.property(fc.json(), (text) => mistakeIn(text) === undefined));
    const nearly = fc
      .json({ maxDepth: 2 })
      .chain((text) =>
        fc
          .tuple(
            fc.nat(text.length),
            fc.constantFrom("", ",", '"', "}", "]", "0", "-", "\\", "e", "\n", "\u0001"),
          )
          .map(([at, letter]) => text.slice(0, at) + letter + text.slice(at + 1)),
      );
    const isAboutKeys = (text: string) => mistakeIn(text)?.what.en.includes("twice") ?? false;
    fc.assert(
      fc.property(nearly, (text) => isAboutKeys(text) || (mistakeIn(text) === undefined) === isJson(text)),
      { numRuns: 1_000 },
    );
  });
});

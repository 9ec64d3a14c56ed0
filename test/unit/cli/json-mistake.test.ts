import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mistakeIn } from "../../../sdk/cli/json-mistake.ts";
import { parseJson } from "../../../sdk/cli/parse-json.ts";

const isJson = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("JSON written by hand", () => {
  it.each([
    ['{\n  "a": 1,\n  "b": 2,\n}', "line 3, column 9: a comma with nothing behind it: take it out."],
    ['{\n  "a": 1\n  "b": 2\n}', 'line 3, column 3: expected "," or "}", but found "\\"".'],
    ["{\n  a: 1\n}", 'line 2, column 3: expected a key in double quotes, but found "a".'],
    ["{\n  'a': 1\n}", 'line 2, column 3: expected a key in double quotes, but found "\'".'],
    ['{ "a" 1 }', 'line 1, column 7: expected ":" after "a", but found "1".'],
    ['{ "a": yes }', 'line 1, column 8: expected a value, but found "y".'],
    ['{ "a": [1, 2', 'line 1, column 13: expected "," or "]", but the text ends.'],
    ["", "line 1, column 1: expected a value, but the text ends."],
    ["{} {}", 'line 1, column 4: expected nothing more, but found "{".'],
    [
      '{\n  "cfo": 1,\n  "other": { "cfo": 2 },\n  "cf\\u006f": 3\n}',
      'line 4, column 3: "cfo" is here twice, and the first would be lost. Rename or remove one.',
    ],
  ])("%j is told: %s", (text, problem) => {
    expect(parseJson(text)).toEqual({ problem });
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
    const isAboutKeys = (text: string) => mistakeIn(text)?.what.includes("twice") ?? false;
    fc.assert(
      fc.property(nearly, (text) => isAboutKeys(text) || (mistakeIn(text) === undefined) === isJson(text)),
      { numRuns: 1_000 },
    );
  });
});

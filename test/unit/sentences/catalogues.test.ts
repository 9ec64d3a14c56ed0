import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { de } from "../../../shared/sentences/catalogues/de.ts";
import { en } from "../../../shared/sentences/catalogues/en.ts";
import type { Catalogue, MessageKey } from "../../../shared/sentences/catalogues/messages.ts";

const keys = Object.keys(en) as MessageKey[];

describe.each([
  ["en", en],
  ["de", de],
])("the catalogue %s", (language, catalogue) => {
  it.each(keys)("can be read: %s", (key) => {
    expect(() => new IntlMessageFormat(catalogue[key], language)).not.toThrow();
  });

  it("has typographic quotation marks and apostrophes only", () => {
    expect(keys.filter((key) => /["']/.test(catalogue[key]))).toEqual([]);
  });
});

it("quotes as each language does", () => {
  expect(keys.filter((key) => /„/.test(en[key]))).toEqual([]);
  expect(keys.filter((key) => /”/.test(de[key]))).toEqual([]);
  const unpaired = keys.filter((key) => de[key].split("„").length !== de[key].split("“").length);
  expect(unpaired).toEqual([]);
});

it("does not compile where a message is missing in a language, or is one too many", () => {
  const { sentence: _, ...rest } = de;
  // @ts-expect-error: the German for "sentence" is missing.
  const incomplete: Catalogue = rest;
  // @ts-expect-error: no such message is ever told.
  const crowded: Catalogue = { ...de, nobody: "niemand" };
  expect(Object.keys(incomplete)).not.toEqual(Object.keys(crowded));
});

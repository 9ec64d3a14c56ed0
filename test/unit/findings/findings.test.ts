import { describe, expect, it } from "vitest";
import { find } from "../../../shared/findings/find.ts";
import { FINDINGS } from "../../../shared/findings/list.ts";
import { LANGUAGES } from "../../../shared/sentences/speaker.ts";
import { SECRET, type Wrong } from "./page.ts";
import { right } from "./pages/clean.ts";
import { wrong as consent } from "./pages/consent.ts";
import { wrong as eligibility } from "./pages/eligibility.ts";
import { wrong as governance } from "./pages/governance.ts";

const wrong: Wrong = { ...consent, ...eligibility, ...governance };

describe("findings", () => {
  it.each(Object.entries(right))("finds nothing wrong with %s", (_, evidence) => {
    expect(find(evidence)).toEqual([]);
  });

  it.each(Object.entries(wrong))("finds %s", (_, [id, evidence]) => {
    expect(find(evidence).map((finding) => finding.id)).toEqual([id]);
  });

  it("says that the page claims otherwise", () => {
    const [, evidence] = wrong["CRM content though the page claims that it was allowed"] ?? [];
    const [finding] = evidence ? find(evidence) : [];
    expect(finding?.evidence.at(-1)?.en).toContain("The page claims that it does");
  });

  it("never says a value of the visitor", () => {
    const texts = Object.values(wrong).flatMap(([, evidence]) =>
      find(evidence).flatMap((one) => one.evidence.flatMap((sentence) => Object.values(sentence))),
    );
    expect(texts.length).toBeGreaterThan(20);
    for (const text of texts) expect(text).not.toContain(SECRET);
  });

  it.each(Object.entries(wrong))("speaks every language of %s", (_, [, evidence]) => {
    for (const { title, explanation, likelyGap, risk, fix, evidence: sentences } of find(evidence))
      for (const one of [title, explanation, likelyGap, risk, fix, ...sentences]) {
        for (const language of LANGUAGES) expect(one[language].trim().length).toBeGreaterThan(5);
        expect(one.de).not.toBe(one.en);
      }
  });

  it("points at the element, where it is one that is at fault", () => {
    for (const [, evidence] of Object.values(wrong))
      for (const { slot, selector } of find(evidence))
        expect(selector !== undefined).toBe(slot !== undefined);
  });

  it("has every finding of the list in one of these pages", () => {
    const tried = new Set(Object.values(wrong).map(([id]) => id));
    expect([...tried].sort()).toEqual(FINDINGS.map(({ id }) => id).sort());
  });
});

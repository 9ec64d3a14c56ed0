import { expect, describe as group, it } from "vitest";
import { ABSENT, known, unknown } from "../../../shared/engine/facts.ts";
import type { Decision } from "../../../shared/engine/trace.ts";
import { explain, LANGUAGES } from "../../../shared/sentences/explain.ts";
import {
  aCfo,
  cfo,
  demo,
  facts,
  having,
  hero,
  judged,
  names,
  pricing,
  shown,
  stopped,
  told,
  view,
} from "./given.ts";

const isCfoOnPricing = judged(
  { all: [cfo, { ...pricing, atLeast: 3, within: "7d" }] },
  having({ persona: known("cfo") }, Array(4).fill(view("/pricing"))),
);

const minors: Decision = {
  slot: "hero",
  outcome: "neutral",
  candidates: [],
  defaultStoppedBy: { by: "suppression", suppression: "minor", evaluation: judged(cfo, aCfo) },
};

const DECISIONS: Readonly<Record<string, readonly [Decision, english: string, german: string]>> = {
  "a variation": [
    shown(isCfoOnPricing),
    "Shows the content for “CFOs in evaluation” | Persona is CFO, and pricing was visited 4 times in 7 days.",
    "Zeigt den Inhalt für „CFOs in evaluation“ | Persona ist CFO, und „pricing“ wurde in den letzten 7 Tagen 4-mal besucht.",
  ],
  "an offer": [
    shown(judged(cfo, aCfo), demo),
    "Shows “Book a demo” for “CFOs in evaluation” | Persona is CFO.",
    "Zeigt „Book a demo“ für „CFOs in evaluation“ | Persona ist CFO.",
  ],
  "a variation after another was passed over": [
    {
      slot: "hero",
      outcome: "variation",
      shown: { ...hero, segment: "icp-a", targeting: judged(cfo, aCfo) },
      candidates: [
        { ...demo, stoppedBy: { by: "cap", offer: "demo", shown: 2 } },
        { ...hero, segment: "icp-a", targeting: judged(cfo, aCfo) },
      ],
    },
    "Shows the content for “Best-fit companies” | Persona is CFO. | Passed over “Book a demo” for “CFOs in evaluation”: “Book a demo” was already shown twice.",
    "Zeigt den Inhalt für „Best-fit companies“ | Persona ist CFO. | Übergeht „Book a demo“ für „CFOs in evaluation“: „Book a demo“ wurde schon zweimal gezeigt.",
  ],
  "the page's own content, since the visitor is held out": [
    stopped({ ...hero, targeting: isCfoOnPricing }, { by: "holdout" }),
    "Shows the page’s own content | Passed over the content for “CFOs in evaluation”: this visitor is kept on the page’s own content so that the effect can be measured.",
    "Zeigt den eigenen Inhalt der Seite | Übergeht den Inhalt für „CFOs in evaluation“: diese Person sieht weiter den eigenen Inhalt der Seite, damit sich die Wirkung messen lässt.",
  ],
  "the page's own content, since a fact is absent": [
    stopped(hero, { by: "targeting", evaluation: judged(cfo, having({ persona: ABSENT })) }),
    "Shows the page’s own content | Passed over the content for “CFOs in evaluation”: there is no persona.",
    "Zeigt den eigenen Inhalt der Seite | Übergeht den Inhalt für „CFOs in evaluation“: Persona ist nicht vorhanden.",
  ],
  "the page's own content, since consent is not given": [
    stopped(hero, {
      by: "targeting",
      evaluation: judged(pricing, { ...facts, events: unknown("withheld") }),
    }),
    "Shows the page’s own content | Held back the content for “CFOs in evaluation”: could not tell about what was done on this site: consent to use behavior is not given.",
    "Zeigt den eigenen Inhalt der Seite | Hält den Inhalt für „CFOs in evaluation“ zurück: unklar bleibt das Verhalten auf dieser Website: die Einwilligung in die Nutzung des Verhaltens fehlt.",
  ],
  "the neutral content": [
    minors,
    "Shows the neutral content | The page’s own content is hidden: minors get no offers.",
    "Zeigt den neutralen Inhalt | Der eigene Inhalt der Seite ist ausgeblendet: Minors get no offers.",
  ],
  "a stopped site": [
    { slot: "hero", outcome: "default", candidates: [], stoppedBy: { by: "stop" } },
    "Shows the page’s own content | Personalization is switched off for the whole site.",
    "Zeigt den eigenen Inhalt der Seite | Die Personalisierung ist für die ganze Website abgeschaltet.",
  ],
  "a paused slot": [
    { slot: "hero", outcome: "default", candidates: [], stoppedBy: { by: "paused" } },
    "Shows the page’s own content | This slot is paused.",
    "Zeigt den eigenen Inhalt der Seite | Dieser Platz ist pausiert.",
  ],
  "a slot without variations": [
    { slot: "hero", outcome: "default", candidates: [] },
    "Shows the page’s own content | Nothing else is planned for this slot.",
    "Zeigt den eigenen Inhalt der Seite | Für diesen Platz ist nichts anderes vorgesehen.",
  ],
};

group("a decision in a marketer's words", () => {
  it.each(Object.entries(DECISIONS))("%s", (_what, [decision, english, german]) => {
    expect(told(decision)).toBe(english);
    expect(told(decision, "de")).toBe(german);
  });

  it("names nothing out of an object's prototype", () => {
    const odd = stopped({ ...demo, offer: "constructor", segment: "toString" }, { by: "paused" });
    expect(told(odd)).toContain("“constructor” for “to string”");
    const suppression = { by: "suppression", suppression: "valueOf", evaluation: judged(cfo, aCfo) } as const;
    expect(told(stopped(hero, suppression))).toContain("the suppression “value of” applies");
  });

  it("tells names as they are, whatever stands in them", () => {
    const label = "<b>Save</b> {price, plural, other {#}} it’s 'quoted'";
    const odd = { ...names, offers: { demo: { label } } };
    for (const language of LANGUAGES)
      expect(told(stopped(demo, { by: "converted", offer: "demo", at: 0 }), language, odd)).toContain(label);
  });

  it("tells a day that is none as it is, and does not throw", () => {
    for (const language of LANGUAGES) {
      expect(told(stopped(demo, { by: "over", offer: "demo", on: "soon" }), language)).toMatch(/soon/);
      expect(() => told(stopped(demo, { by: "dismissed", offer: "demo", at: 1e20 }), language)).not.toThrow();
    }
  });

  it("speaks English where no language is asked for", () => {
    expect(explain(minors, names)).toEqual(explain(minors, names, "en"));
  });
});

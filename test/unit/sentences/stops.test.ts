import { describe, expect, it } from "vitest";
import type { Condition } from "../../../shared/engine/condition.ts";
import { known, unknown } from "../../../shared/engine/facts.ts";
import type { Candidate, Stop } from "../../../shared/engine/trace.ts";
import { explain } from "../../../shared/sentences/explain.ts";
import {
  aCfo,
  cfo,
  DAY_MS,
  demo,
  facts,
  having,
  hero,
  judged,
  NOW,
  names,
  pricing,
  stopped,
} from "./given.ts";

type Golden = readonly [stop: Stop, english: string, german: string, candidate?: Candidate];

const customer: Condition = { property: "lifecycleStage", in: ["customer", "evangelist"] };
const withheld = having({ lifecycleStage: unknown("withheld"), country: unknown("failed") });
const inUs: Condition = { property: "country", in: ["US"] };

const HERO = "the content for “CFOs in evaluation”";
const HELD = "den Inhalt für „CFOs in evaluation“";
const DEMO = "“Book a demo” for “CFOs in evaluation”";
const DEMO_DE = "„Book a demo“ für „CFOs in evaluation“";

/** A reason without a golden text does not compile. */
const STOPS: Readonly<Record<Stop["by"], readonly Golden[]>> = {
  stop: [
    [
      { by: "stop" },
      `Passed over ${HERO}: personalization is switched off for the whole site.`,
      `Übergeht ${HELD}: die Personalisierung ist für die ganze Website abgeschaltet.`,
    ],
  ],
  paused: [
    [
      { by: "paused" },
      `Passed over ${HERO}: this slot is paused.`,
      `Übergeht ${HELD}: dieser Platz ist pausiert.`,
    ],
  ],
  objection: [
    [
      { by: "objection" },
      `Passed over ${HERO}: this person objected to personalization.`,
      `Übergeht ${HELD}: diese Person hat der Personalisierung widersprochen.`,
    ],
  ],
  content: [
    [
      { by: "content" },
      `Passed over ${HERO}: its content is not on this page.`,
      `Übergeht ${HELD}: der Inhalt dafür fehlt auf dieser Seite.`,
    ],
  ],
  unapproved: [
    [
      { by: "unapproved" },
      `Passed over ${HERO}: its content is not the one that was approved.`,
      `Übergeht ${HELD}: der Inhalt ist nicht der freigegebene.`,
    ],
  ],
  contested: [
    [
      { by: "contested" },
      `Passed over ${HERO}: the page kept putting its own content back.`,
      `Übergeht ${HELD}: die Seite hat ihren eigenen Inhalt immer wieder zurückgesetzt.`,
    ],
  ],
  holdout: [
    [
      { by: "holdout" },
      `Passed over ${HERO}: this visitor is kept on the page’s own content so that the effect can be measured.`,
      `Übergeht ${HELD}: diese Person sieht weiter den eigenen Inhalt der Seite, damit sich die Wirkung messen lässt.`,
    ],
  ],
  suppression: [
    [
      {
        by: "suppression",
        suppression: "customer",
        evaluation: judged(customer, having({ lifecycleStage: known("customer") })),
      },
      `Passed over ${DEMO}: customers must not be prospected.`,
      `Übergeht ${DEMO_DE}: Customers must not be prospected.`,
      demo,
    ],
    [
      { by: "suppression", suppression: "customer", evaluation: judged(customer, withheld) },
      `Held back ${HERO}: it cannot be told whether “Is a customer” is true (lifecycle stage: personalization consent is not given), and customers must not be prospected.`,
      `Hält ${HELD} zurück: unklar ist, ob „Is a customer“ zutrifft (Lifecycle stage: die Einwilligung in Personalisierung fehlt), und es gilt: Customers must not be prospected.`,
    ],
    [
      { by: "suppression", suppression: "openDeal", evaluation: judged(cfo, aCfo) },
      `Passed over ${HERO}: the suppression “open deal” applies.`,
      `Übergeht ${HELD}: die Sperre „open deal“ greift.`,
    ],
  ],
  cap: [
    [
      { by: "cap", offer: "demo", shown: 1 },
      `Passed over ${DEMO}: “Book a demo” was already shown once.`,
      `Übergeht ${DEMO_DE}: „Book a demo“ wurde schon einmal gezeigt.`,
      demo,
    ],
    [
      { by: "cap", offer: "demo", shown: 5 },
      `Passed over ${DEMO}: “Book a demo” was already shown 5 times.`,
      `Übergeht ${DEMO_DE}: „Book a demo“ wurde schon 5-mal gezeigt.`,
      demo,
    ],
    [
      { by: "cap", offer: "demo", shown: 5, byDay: true },
      `Passed over ${DEMO}: “Book a demo” was already shown 5 times (older events counted by day).`,
      `Übergeht ${DEMO_DE}: „Book a demo“ wurde schon 5-mal gezeigt (ältere Ereignisse nach Tagen gezählt).`,
      demo,
    ],
  ],
  eligibility: [
    [
      { by: "eligibility", offer: "demo", evaluation: judged(inUs, having({ country: known("DE") })) },
      `Passed over ${DEMO}: not eligible for “Book a demo”: country is DE.`,
      `Übergeht ${DEMO_DE}: „Book a demo“ kommt hier nicht infrage: Country ist DE.`,
      demo,
    ],
    [
      { by: "eligibility", offer: "demo", evaluation: judged(inUs, withheld) },
      `Held back ${DEMO}: it cannot be told who may get “Book a demo” (country: it could not be looked up).`,
      `Hält ${DEMO_DE} zurück: unklar ist, wer „Book a demo“ bekommen darf (Country: die Abfrage ist fehlgeschlagen).`,
      demo,
    ],
    [
      {
        by: "eligibility",
        offer: "gone",
        evaluation: { is: "unknown", condition: { any: [] }, because: "missing" },
      },
      "Held back “gone” for “CFOs in evaluation”: it cannot be told who may get “gone” (the criteria: nothing is on record).",
      "Hält „gone“ für „CFOs in evaluation“ zurück: unklar ist, wer „gone“ bekommen darf (die Bedingung: dazu ist nichts hinterlegt).",
      { ...demo, offer: "gone" },
    ],
  ],
  "not yet": [
    [
      { by: "not yet", offer: "demo", on: "2026-12-01" },
      `Passed over ${DEMO}: “Book a demo” starts on December 1, 2026.`,
      `Übergeht ${DEMO_DE}: „Book a demo“ beginnt am 1. Dezember 2026.`,
      demo,
    ],
  ],
  over: [
    [
      { by: "over", offer: "demo", on: "2026-10-01T00:00:00Z" },
      `Passed over ${DEMO}: “Book a demo” ended on October 1, 2026.`,
      `Übergeht ${DEMO_DE}: „Book a demo“ endete am 1. Oktober 2026.`,
      demo,
    ],
  ],
  blackout: [
    [
      { by: "blackout", offer: "demo", on: "2027-01-02" },
      `Passed over ${DEMO}: “Book a demo” rests until January 2, 2027.`,
      `Übergeht ${DEMO_DE}: „Book a demo“ ruht bis zum 2. Januar 2027.`,
      demo,
    ],
  ],
  dismissed: [
    [
      { by: "dismissed", offer: "demo", at: NOW - DAY_MS },
      `Passed over ${DEMO}: “Book a demo” was dismissed on November 23, 2026.`,
      `Übergeht ${DEMO_DE}: „Book a demo“ wurde am 23. November 2026 weggeklickt.`,
      demo,
    ],
  ],
  converted: [
    [
      { by: "converted", offer: "demo", at: NOW - 3 * DAY_MS },
      `Passed over ${DEMO}: “Book a demo” was already taken on November 21, 2026.`,
      `Übergeht ${DEMO_DE}: „Book a demo“ wurde schon am 21. November 2026 angenommen.`,
      demo,
    ],
  ],
  excluded: [
    [
      { by: "excluded", offer: "demo", beside: "trial" },
      `Passed over ${DEMO}: “Book a demo” is not made beside “Try it”.`,
      `Übergeht ${DEMO_DE}: „Book a demo“ steht nicht neben „Try it“.`,
      demo,
    ],
  ],
  targeting: [
    [
      { by: "targeting", evaluation: judged(cfo, having({ persona: known("it-lead") })) },
      `Passed over ${HERO}: persona is IT lead.`,
      `Übergeht ${HELD}: Persona ist IT lead.`,
    ],
    [
      { by: "targeting", evaluation: judged({ all: [cfo, customer] }, having({})) },
      `Held back ${HERO}: could not tell about persona and lifecycle stage: nothing is on record.`,
      `Hält ${HELD} zurück: unklar bleiben Persona und Lifecycle stage: dazu ist nichts hinterlegt.`,
    ],
    [
      {
        by: "targeting",
        evaluation: judged({ all: [customer, pricing] }, { ...withheld, events: unknown("pending") }),
      },
      `Held back ${HERO}: could not tell about lifecycle stage: personalization consent is not given; what was done on this site: the device’s log has not been read yet.`,
      `Hält ${HELD} zurück: unklar bleibt Lifecycle stage: die Einwilligung in Personalisierung fehlt; das Verhalten auf dieser Website: das Protokoll des Geräts ist noch nicht gelesen.`,
    ],
    [
      { by: "targeting", evaluation: judged({ membership: "icp-a~2" }, facts) },
      `Held back ${HERO}: could not tell about “Best-fit companies”: nothing is on record.`,
      `Hält ${HELD} zurück: unklar bleibt „Best-fit companies“: dazu ist nichts hinterlegt.`,
    ],
    [
      { by: "targeting", evaluation: judged({ membership: "private" }, facts) },
      `Held back ${HERO}: could not tell about criteria that are not on this page: nothing is on record.`,
      `Hält ${HELD} zurück: unklar bleibt ein Kriterium, das nicht auf dieser Seite steht: dazu ist nichts hinterlegt.`,
    ],
    [
      { by: "targeting", evaluation: judged({ segment: "cfo" }, facts) },
      `Held back ${HERO}: could not tell about “CFOs in evaluation”: nothing is on record.`,
      `Hält ${HELD} zurück: unklar bleibt „CFOs in evaluation“: dazu ist nichts hinterlegt.`,
    ],
  ],
};

describe.each(Object.entries(STOPS))("stopped by %s", (_by, goldens) => {
  const each = goldens.map(([stop, english, german, candidate = hero]) => ({
    decision: stopped(candidate, stop),
    english,
    german,
  }));
  it.each(each)("%#: is said in English and in German", ({ decision, english, german }) => {
    expect(explain(decision, names).sentences).toEqual([english]);
    expect(explain(decision, names, "de").sentences).toEqual([german]);
  });
});

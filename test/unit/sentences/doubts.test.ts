import { describe, expect, it } from "vitest";
import { type UnknownBecause, unknown } from "../../../shared/engine/facts.ts";
import { explain } from "../../../shared/sentences/explain.ts";
import { cfo, facts, having, hero, judged, names, pricing, stopped } from "./given.ts";

const HERO = "the content for “CFOs in evaluation”";
const HELD = "den Inhalt für „CFOs in evaluation“";

/** A reason without a golden text does not compile. */
type Because = Readonly<Record<UnknownBecause, readonly [english: string, german: string]>>;

const CRM: Because = {
  withheld: ["personalization consent is not given", "die Einwilligung in Personalisierung fehlt"],
  pending: ["the answer has not arrived yet", "die Antwort ist noch nicht da"],
  stale: ["the last answer is too old to be used", "die letzte Antwort ist zu alt"],
  failed: ["it could not be looked up", "die Abfrage ist fehlgeschlagen"],
  missing: ["nothing is on record", "dazu ist nichts hinterlegt"],
};

const BEHAVIOR: Because = {
  withheld: ["consent to use behavior is not given", "die Einwilligung in die Nutzung des Verhaltens fehlt"],
  pending: ["the device’s log has not been read yet", "das Protokoll des Geräts ist noch nicht gelesen"],
  stale: ["the log is too old to be used", "das Protokoll ist zu alt"],
  failed: ["the device’s log could not be read", "das Protokoll des Geräts ließ sich nicht lesen"],
  missing: ["nothing is on record", "dazu ist nichts aufgezeichnet"],
};

describe("a doubt says its reason", () => {
  const because = Object.keys(CRM) as UnknownBecause[];

  it.each(because)("about the CRM: %s", (reason) => {
    const evaluation = judged(cfo, having({ persona: unknown(reason) }));
    const decision = stopped(hero, { by: "targeting", evaluation });
    const [english, german] = CRM[reason];
    expect(explain(decision, names).sentences).toEqual([
      `Held back ${HERO}: could not tell about persona: ${english}.`,
    ]);
    expect(explain(decision, names, "de").sentences).toEqual([
      `Hält ${HELD} zurück: unklar bleibt Persona: ${german}.`,
    ]);
  });

  it("about what the log says of its visitor: as of behavior, not as of the CRM", () => {
    const properties = { ...names.properties, visits: { label: "Visits", from: "behavior" } };
    const evaluation = judged({ property: "visits", gte: 2 }, having({ visits: unknown("withheld") }));
    const decision = stopped(hero, { by: "targeting", evaluation });
    expect(explain(decision, { ...names, properties }).sentences).toEqual([
      `Held back ${HERO}: could not tell about visits: consent to use behavior is not given.`,
    ]);
  });

  it.each(because)("about behavior: %s", (reason) => {
    const some = { ...facts, events: unknown(reason) };
    const [english, german] = BEHAVIOR[reason];
    for (const condition of [pricing, { score: [{ event: "download", weight: 1 }], gte: 5 }]) {
      const decision = stopped(hero, { by: "targeting", evaluation: judged(condition, some) });
      expect(explain(decision, names).sentences).toEqual([
        `Held back ${HERO}: could not tell about what was done on this site: ${english}.`,
      ]);
      expect(explain(decision, names, "de").sentences).toEqual([
        `Hält ${HELD} zurück: unklar bleibt das Verhalten auf dieser Website: ${german}.`,
      ]);
    }
  });
});

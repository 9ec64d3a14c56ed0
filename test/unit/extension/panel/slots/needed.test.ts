import { describe, expect, it } from "vitest";
import { allNeeded } from "../../../../../extension/panel/rules/needed.ts";
import { fullLibrary } from "../../../../../extension/panel/rules/rules.ts";
import { gatesAll } from "../../../../../shared/consent/gates.ts";
import { consentFrom } from "../../../../../shared/consent/record.ts";
import { decide } from "../../../../../shared/engine/decide.ts";
import type { Facts } from "../../../../../shared/engine/facts.ts";
import type { Stop } from "../../../../../shared/engine/trace.ts";
import type { Inspection } from "../../../../../shared/protocol/inspection.ts";
import { describe as inWords } from "../../../../../shared/sentences/describe.ts";
import { agreedToNothing, library, manifest, page, visitors } from "../../../findings/page.ts";

const rules = { manifest, full: fullLibrary(library, "library.json") };
const names = { ...library, memberships: rules.full.memberships };

function neededBy(facts: Facts, part: Partial<Inspection> = {}, by = rules as { manifest: typeof manifest }) {
  const decision = decide(manifest, "hero", facts);
  const { claim } = page({ slots: [], facts, claim: part }).observation;
  if (!claim) throw new Error("no claim");
  const stopped = decision.candidates.filter(({ stoppedBy }) => stoppedBy);
  const answers = [...allNeeded(decision, claim, by)];
  expect(answers).toHaveLength(stopped.length);
  return Object.fromEntries(stopped.map(({ variation }, at) => [variation, answers[at]]));
}

describe("what would have to be different", () => {
  it("is what the visitor lacks, as conditions that can be said", () => {
    const { "for-customer": customer, "for-cfo": cfo } = neededBy(visitors.nobody);
    expect(customer?.is === "different" && customer.differences.map((one) => inWords(one, names))).toEqual([
      "lifecycle stage is customer",
    ]);
    expect(cfo?.is === "different" && cfo.differences.map((one) => inWords(one, names))).toEqual([
      "persona is cfo",
    ]);
  });

  it("is confirmed by the engine: with the differences the variation is shown", () => {
    const { "for-customer": customer } = neededBy(visitors.nobody);
    expect(customer).toMatchObject({ is: "different", gates: [] });
    expect(decide(manifest, "hero", visitors.customer).shown?.variation).toBe("for-customer");
  });

  it("is consent besides, where what is lacking lies behind a gate that is not open", () => {
    const consent = consentFrom([agreedToNothing], manifest.consent, undefined) as Inspection["consent"];
    const { "for-customer": customer } = neededBy(visitors.notAsked, { consent });
    expect(customer).toMatchObject({ is: "different", gates: ["crm"] });
    const open = { ...consent, gates: gatesAll("open") };
    expect(neededBy(visitors.notAsked, { consent: open })["for-customer"]).toMatchObject({ gates: [] });
  });

  it.each<Stop>([
    { by: "content" },
    { by: "unapproved" },
    { by: "objection" },
    { by: "holdout" },
    { by: "cap", offer: "book-demo", shown: 5 },
    { by: "over", offer: "book-demo", on: "2026-01-01" },
  ])("is nothing about the visitor where $by stopped it", (stoppedBy) => {
    const { claim } = page({ slots: [] }).observation;
    if (!claim) throw new Error("no claim");
    const candidate = { variation: "for-cfo", segment: "cfo", goal: "acquisition", stoppedBy };
    const decision = { slot: "hero", outcome: "default", candidates: [candidate] } as const;
    expect([...allNeeded(decision, claim, rules)]).toEqual([{ is: "not the visitor", by: stoppedBy.by }]);
  });

  it("is nobody where no visitor is shown it", () => {
    const { claim } = page({ slots: [] }).observation;
    if (!claim) throw new Error("no claim");
    const evaluation = { is: "no", condition: { segment: "gone" } } as const;
    const candidate = {
      variation: "gone",
      segment: "gone",
      goal: "acquisition",
      stoppedBy: { by: "targeting", evaluation },
    } as const;
    const decision = { slot: "hero", outcome: "default", candidates: [candidate] } as const;
    expect([...allNeeded(decision, claim, rules)]).toEqual([{ is: "nobody found" }]);
  });

  it("is known without the full library, too, as far as the page goes", () => {
    expect(neededBy(visitors.nobody, {}, { manifest })["for-cfo"]).toMatchObject({
      is: "different",
      differences: [{ membership: "cfo" }],
    });
  });
});

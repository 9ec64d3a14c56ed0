import { describe, expect, it } from "vitest";
import type { Stop } from "../../../shared/engine/trace.ts";
import { decisionSchema } from "../../../shared/protocol/inspection.ts";

const evaluation = { is: "no", condition: { segment: "cfo" } } as const;
const offer = "book-demo";

/** One of each kind: a kind that is missing here does not compile. */
const STOPS: Readonly<Record<Stop["by"], Stop>> = {
  stop: { by: "stop" },
  paused: { by: "paused" },
  objection: { by: "objection" },
  holdout: { by: "holdout" },
  content: { by: "content" },
  unapproved: { by: "unapproved" },
  contested: { by: "contested" },
  suppression: { by: "suppression", suppression: "customers", evaluation },
  cap: { by: "cap", offer, shown: 5, byDay: true },
  eligibility: { by: "eligibility", offer, evaluation },
  "not yet": { by: "not yet", offer, on: "2026-12-01" },
  over: { by: "over", offer, on: "2026-01-01" },
  blackout: { by: "blackout", offer, on: "2026-12-01" },
  dismissed: { by: "dismissed", offer, at: 1 },
  converted: { by: "converted", offer, at: 1 },
  excluded: { by: "excluded", offer, beside: "guide" },
  targeting: { by: "targeting", evaluation },
};

describe("a decision that a page tells of", () => {
  it.each(Object.entries(STOPS))("may have been stopped: %s", (_, stoppedBy) => {
    const candidate = { variation: "hero-cfo", segment: "cfo", goal: "acquisition", stoppedBy };
    const told = { slot: "hero", outcome: "default", candidates: [candidate] };
    expect(decisionSchema.safeParse(told).error?.issues).toBeUndefined();
  });

  it("may not have been stopped by what the engine does not know", () => {
    const candidate = { variation: "v", segment: "s", goal: "g", stoppedBy: { by: "magic" } };
    expect(
      decisionSchema.safeParse({ slot: "hero", outcome: "default", candidates: [candidate] }).success,
    ).toBe(false);
  });
});

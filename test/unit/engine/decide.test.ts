import { describe, expect, it } from "vitest";
import type { Condition } from "../../../shared/engine/condition.ts";
import { decide } from "../../../shared/engine/decide.ts";
import { ABSENT, type Fact, type Facts, known, unknown } from "../../../shared/engine/facts.ts";
import type { Rules, SuppressionRule } from "../../../shared/engine/rules.ts";

const NOW = Date.parse("2026-11-24T12:00:00Z");
const blocksAcquisition = { goals: ["acquisition"] };
const suppression = (when: Condition, more: Partial<SuppressionRule> = {}): SuppressionRule => ({
  class: "relationship",
  when,
  blocks: blocksAcquisition,
  ...more,
});

const rules: Rules = {
  segments: {
    cfo: { when: { property: "persona", is: "cfo" } },
    everybody: { when: { not: { property: "no", is: 1 } } },
  },
  suppressions: { customer: suppression({ property: "stage", is: "customer" }) },
  offers: {
    demo: {
      goal: "acquisition",
      eligible: { property: "country", in: ["DE"] },
      from: "2026-01-01",
      until: "2027-01-01",
      cap: { times: 2, within: "7d" },
    },
  },
  slots: {
    hero: {
      default: { goal: "acquisition" },
      neutral: { text: "Welcome back" },
      variations: [{ id: "hero-cfo", for: "cfo", content: { template: true } }],
    },
    cta: {
      default: { offer: "demo" },
      neutral: { hide: true },
      variations: [{ id: "cta-demo", for: "cfo", content: { offer: "demo" } }],
    },
  },
  measurement: { holdout: 0.1 },
};

const cfo: Facts = {
  properties: { persona: known("cfo"), stage: known("lead"), country: known("DE"), no: ABSENT },
  memberships: {},
  events: [],
  now: NOW,
};

const having = (properties: Readonly<Record<string, Fact>>, more: Partial<Facts> = {}): Facts => ({
  ...cfo,
  properties: { ...cfo.properties, ...properties },
  ...more,
});

const hero = (facts: Facts, changed: Partial<Rules> = {}) => decide({ ...rules, ...changed }, "hero", facts);
const cta = (facts: Facts, changed: Partial<Rules> = {}) => decide({ ...rules, ...changed }, "cta", facts);

describe("a slot", () => {
  it("shows the first variation whose segment the visitor is in", () => {
    expect(hero(cfo)).toMatchObject({
      outcome: "variation",
      shown: { variation: "hero-cfo", goal: "acquisition" },
    });
  });

  it.each(["withheld", "pending", "stale", "failed", "missing"] as const)(
    "never shows a variation when the segment is unknown because %s",
    (because) => {
      const decision = hero(having({ persona: unknown(because) }));
      expect(decision).toMatchObject({
        outcome: "default",
        candidates: [{ stoppedBy: { by: "targeting" } }],
      });
    },
  );

  it("that nobody knows keeps its default", () => {
    expect(decide(rules, "constructor", cfo)).toEqual({
      slot: "constructor",
      outcome: "default",
      candidates: [],
    });
  });

  it("gives its default to everybody while personalization is stopped, or the slot is paused", () => {
    const paused = { slots: { hero: { ...(rules.slots.hero as Rules["slots"][string]), paused: true } } };
    expect(hero(cfo, { stop: true })).toMatchObject({ outcome: "default", stoppedBy: { by: "stop" } });
    expect(hero({ ...cfo, stopped: true })).toMatchObject({ outcome: "default", stoppedBy: { by: "stop" } });
    expect(hero(cfo, paused)).toMatchObject({ outcome: "default", stoppedBy: { by: "paused" } });
  });

  it("gives its default to somebody who objected", () => {
    expect(hero({ ...cfo, objected: true })).toMatchObject({
      outcome: "default",
      candidates: [{ stoppedBy: { by: "objection" } }],
    });
  });

  it.each(["content", "unapproved", "contested"] as const)(
    "is decided without a variation that the page cannot show, and says why: %s",
    (why) => {
      expect(decide(rules, "hero", cfo, new Map([["hero-cfo", why]]))).toMatchObject({
        outcome: "default",
        candidates: [{ stoppedBy: { by: why } }],
      });
    },
  );
});

describe("a suppression", () => {
  it("that is known hides variation and default", () => {
    expect(hero(having({ stage: known("customer") }))).toMatchObject({
      outcome: "neutral",
      candidates: [{ stoppedBy: { by: "suppression", suppression: "customer" } }],
      defaultStoppedBy: { by: "suppression", suppression: "customer" },
    });
  });

  it("in doubt hides the variation and leaves the page's own content", () => {
    const decision = hero(having({ stage: unknown("withheld") }));
    expect(decision).toMatchObject({
      outcome: "default",
      candidates: [{ stoppedBy: { by: "suppression" } }],
    });
    expect(decision.defaultStoppedBy).toBeUndefined();
  });

  it("may say that doubt does not hold", () => {
    const doubtful = suppression({ property: "stage", is: "customer" }, { doubt: "show" });
    expect(hero(having({ stage: unknown("missing") }), { suppressions: { doubtful } }).outcome).toBe(
      "variation",
    );
  });

  it("of class legal holds in doubt whatever it says", () => {
    const legal = suppression({ property: "stage", is: "customer" }, { class: "legal", doubt: "show" });
    expect(hero(having({ stage: unknown("missing") }), { suppressions: { legal } }).outcome).toBe("default");
  });

  it("goes on holding by its last known yes, however old, also for the page's own content", () => {
    const stale: Fact = { ...unknown("stale"), last: "customer" };
    expect(hero(having({ stage: stale })).outcome).toBe("neutral");
    expect(hero(having({ stage: { ...unknown("stale"), last: "lead" } })).outcome).toBe("default");
  });

  it("blocks by goal, offer or slot, and nothing else", () => {
    const everybody: Condition = { segment: "everybody" };
    const by = (blocks: SuppressionRule["blocks"]) =>
      cta(cfo, { suppressions: { one: suppression(everybody, { blocks }) } });
    expect(by({ goals: ["education"], offers: ["trial"], slots: ["hero"] }).outcome).toBe("variation");
    expect(by({ offers: ["demo"] }).outcome).toBe("neutral");
    expect(by({ slots: ["cta"] }).outcome).toBe("neutral");
  });

  it("is asked in the order of its class, whatever the order in the library", () => {
    const everybody: Condition = { segment: "everybody" };
    const classes = ["fatigue", "fit", "relationship", "safety", "legal"] as const;
    for (let from = 0; from < classes.length; from++) {
      const some = classes.slice(0, classes.length - from);
      const suppressions = Object.fromEntries(
        some.map((one) => [one, suppression(everybody, { class: one })]),
      );
      expect(hero(cfo, { suppressions }).defaultStoppedBy).toMatchObject({ suppression: some.at(-1) });
    }
  });

  it("is asked before the offer's eligibility, and that before targeting", () => {
    const abroad = having({ stage: known("customer"), country: known("FR"), persona: known("analyst") });
    const by = (facts: Facts) => cta(facts).candidates[0]?.stoppedBy?.by;
    expect(by(abroad)).toBe("suppression");
    expect(by(having({ country: known("FR"), persona: known("analyst") }))).toBe("eligibility");
    expect(by(having({ persona: known("analyst") }))).toBe("targeting");
  });
});

describe("an offer", () => {
  const stop = (facts: Facts) => cta(facts).candidates[0]?.stoppedBy;

  it.each(["2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z"])(
    "keeps to its dates at %s",
    (now) => {
      const by = stop({ ...cfo, now: Date.parse(now) })?.by;
      expect(by).toBe(now < "2026" ? "not yet" : now < "2027" ? undefined : "over");
    },
  );

  it("is not made to somebody of whom it is not known whether they may have it", () => {
    expect(stop(having({ country: unknown("missing") }))).toMatchObject({
      by: "eligibility",
      evaluation: { is: "unknown" },
    });
  });

  it("rests once it was shown as often as its cap allows", () => {
    const shown = (ago: number) => ({ event: "offer_shown", at: NOW - ago, fields: { offer: "demo" } });
    const day = 86_400_000;
    expect(stop({ ...cfo, events: [shown(day), shown(9 * day)] })).toBeUndefined();
    expect(stop({ ...cfo, events: [shown(day), shown(2 * day)] })).toMatchObject({ by: "cap", shown: 2 });
    expect(stop({ ...cfo, events: [{ ...shown(2 * day), times: 2 }] })).toMatchObject({
      by: "cap",
      shown: 2,
      byDay: true,
    });
  });

  it("gives its goal to every variation that makes it", () => {
    expect(cta(cfo).shown).toMatchObject({ offer: "demo", goal: "acquisition" });
  });
});

describe("an offer that rests or ends", () => {
  const day = 86_400_000;
  const log = (event: string, ago: number, offer = "demo") => ({
    event,
    at: NOW - ago * day,
    fields: { offer },
  });
  const withOffer = (more: Partial<Rules["offers"][string]>, facts: Facts) =>
    cta(facts, { offers: { demo: { goal: "acquisition", ...more }, trial: { goal: "acquisition" } } })
      .candidates[0]?.stoppedBy;

  it("rests after it was dismissed, for as long as it says", () => {
    const dismissed = { ...cfo, events: [log("offer_dismissed", 3)] };
    expect(withOffer({ coolDown: "7d" }, dismissed)).toMatchObject({ by: "dismissed" });
    expect(withOffer({ coolDown: "2d" }, dismissed)).toBeUndefined();
  });

  it("ends once it was taken, if it says so", () => {
    const taken = { ...cfo, events: [log("offer_converted", 300)] };
    expect(withOffer({ once: true }, taken)).toMatchObject({ by: "converted" });
    expect(withOffer({}, taken)).toBeUndefined();
  });

  it("rests in its blackouts", () => {
    const blackouts = [{ from: "2026-11-24", until: "2026-11-25" }];
    expect(withOffer({ blackouts }, cfo)).toEqual({ by: "blackout", offer: "demo", on: "2026-11-25" });
    expect(withOffer({ blackouts }, { ...cfo, now: Date.parse("2026-11-25") })).toBeUndefined();
  });

  it("is not made beside, or after, one that it excludes", () => {
    expect(withOffer({ excludes: ["trial"] }, { ...cfo, offersHere: ["trial"] })).toMatchObject({
      by: "excluded",
      beside: "trial",
    });
    expect(
      withOffer({ excludes: ["trial"] }, { ...cfo, events: [log("offer_shown", 30, "trial")] }),
    ).toMatchObject({ by: "excluded" });
    expect(withOffer({ excludes: ["trial"] }, cfo)).toBeUndefined();
  });

  it("is counted in this page view alone where nothing may be kept", () => {
    const here = {
      ...cfo,
      events: unknown("withheld"),
      view: [log("offer_shown", 0), log("offer_shown", 0)],
    };
    expect(withOffer({ cap: { times: 2, within: "7d" } }, here)).toMatchObject({ by: "cap", shown: 2 });
    expect(withOffer({ cap: { times: 3, within: "7d" } }, here)).toBeUndefined();
  });
});

describe("a message's channel, tags and priority", () => {
  const everybody: Condition = { segment: "everybody" };
  const slots = (more: Partial<Rules["slots"][string]>) => ({
    hero: { ...(rules.slots.hero as Rules["slots"][string]), ...more },
  });
  const by = (blocks: SuppressionRule["blocks"], more: Partial<Rules["slots"][string]>) =>
    hero(cfo, { suppressions: { one: suppression(everybody, { blocks }) }, slots: slots(more) }).outcome;

  it("let a suppression block a kind of place, or everything that carries a tag", () => {
    expect(by({ channels: ["modal"] }, { channel: "modal" })).toBe("neutral");
    expect(by({ channels: ["modal"] }, { channel: "banner" })).toBe("variation");
    expect(by({ tags: ["promo"] }, { tags: ["promo"] })).toBe("neutral");
    const variations = [
      { id: "hero-cfo", for: "cfo", tags: ["promo"], content: { template: true } as const },
    ];
    expect(by({ tags: ["promo"] }, { variations })).toBe("default");
  });

  it("show the variation with the highest number first", () => {
    const template = { template: true } as const;
    const variations = [
      { id: "low", for: "everybody", priority: 1, content: template },
      { id: "high", for: "everybody", priority: 2, content: template },
    ];
    expect(hero(cfo, { slots: slots({ variations }) }).shown?.variation).toBe("high");
  });
});

describe("the holdout", () => {
  it("comes last, and keeps the variation that would have been shown", () => {
    expect(hero({ ...cfo, lot: 0.05 })).toMatchObject({
      outcome: "default",
      candidates: [{ variation: "hero-cfo", stoppedBy: { by: "holdout" }, targeting: { is: "yes" } }],
    });
    expect(hero(having({ persona: known("analyst") }, { lot: 0.05 })).candidates[0]?.stoppedBy?.by).toBe(
      "targeting",
    );
  });

  it("leaves everybody else alone, and those without a lot", () => {
    expect(hero({ ...cfo, lot: 0.1 }).outcome).toBe("variation");
    expect(hero(cfo).outcome).toBe("variation");
  });

  it("never takes back what somebody was already shown", () => {
    expect(hero({ ...cfo, lot: 0.05, treated: true }).outcome).toBe("variation");
  });

  it("does not bring a suppressed default back", () => {
    expect(hero(having({ stage: known("customer") }, { lot: 0 })).outcome).toBe("neutral");
  });
});

import { describe, expect, it, vi } from "vitest";
import { called } from "../../../../extension/panel/person/called.ts";
import { memberInstead } from "../../../../extension/panel/person/choice.ts";
import { momentsAhead } from "../../../../extension/panel/person/moments.ts";
import { choiceOf, switchOf } from "../../../../extension/panel/person/switches.ts";
import { previewOf } from "../../../../extension/panel/person/visitor.ts";
import { fullLibrary, type KnownRules } from "../../../../extension/panel/rules/rules.ts";
import { decide } from "../../../../shared/engine/decide.ts";
import { evaluate } from "../../../../shared/engine/evaluate.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import type { Changes, Choice } from "../../../../shared/protocol/choice.ts";
import { previewSchema } from "../../../../shared/protocol/preview.ts";
import { NOW, library as plain } from "../../findings/page.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../browser.ts")).fakeBrowser }));

const DAY = 86_400_000;
const DECEMBER = Date.parse("2026-12-01T09:00:00Z");

const library: Library = {
  ...plain,
  offers: {
    ...plain.offers,
    winter: {
      goal: "education",
      label: "Winter school",
      href: "/winter",
      from: "2026-12-01",
      until: "2026-12-31",
    },
  },
  segments: {
    ...plain.segments,
    cfo: {
      ...plain.segments.cfo,
      tests: [
        {
          name: "a CFO who reads pricing",
          visitor: {
            properties: { persona: "cfo", lifecycleStage: "lead" },
            events: [{ event: "page_view", ago: "1d", path: "/pricing" }],
          },
          expect: "yes",
        },
        {
          name: "an analyst, last year",
          visitor: { properties: { persona: "analyst" }, now: "2025-06-01T00:00:00Z" },
          expect: "no",
        },
      ],
    } as Library["segments"][string],
  },
};
library.slots.winter = {
  ...library.slots.hero,
  variations: [{ id: "winter-school", for: "germany", content: { offer: "winter" } }],
} as Library["slots"][string];

const { manifest } = publish(library);
const bare: KnownRules = { manifest };
const rules: KnownRules = { manifest, full: fullLibrary(library, "library.json") };
const anybody: Choice = { also: [], withoutConsent: false };
const cfo: Choice = { ...anybody, segment: "cfo" };
const moment = { tab: 7, now: NOW };
const made = (changes: Changes, of: Choice = anybody, known = rules) =>
  previewOf({ ...of, changes }, known, moment);
const isIn = (segment: string, preview: ReturnType<typeof made>) =>
  preview && evaluate({ segment }, preview.facts as Parameters<typeof evaluate>[1], manifest).is;

describe("a made-up visitor", () => {
  it("has what was said of them, of the full library’s properties too, and the page does not learn of those", () => {
    const preview = made({ properties: { persona: "cfo", lifecycleStage: "lead" } });
    expect(isIn("cfo", preview)).toBe("yes");
    expect(preview?.facts.properties.lifecycleStage).toEqual({ is: "known", value: "lead" });
    expect(preview?.facts.properties).not.toHaveProperty("persona");
    expect(JSON.stringify(preview)).not.toContain("persona");
  });

  it("can be somebody in a segment, with one thing different: that has the last word", () => {
    expect(isIn("cfo", made({ properties: { lifecycleStage: "customer" } }, cfo))).toBe("yes");
    expect(isIn("customer", made({ properties: { lifecycleStage: "customer" } }, cfo))).toBe("yes");
    expect(isIn("cfo", made({ properties: { persona: "analyst" } }, cfo))).toBe("no");
    const both = { ...cfo, also: ["customers-no-acquisition"] };
    expect(isIn("customer", made({ properties: { lifecycleStage: "lead" } }, both))).toBe("no");
  });

  it("can have nothing there, and can be somebody of whom a thing is not known", () => {
    expect(isIn("cfo", made({ properties: { persona: { is: "absent" } } }, cfo))).toBe("no");
    expect(isIn("cfo", made({ properties: { persona: { is: "unknown" } } }, cfo))).toBe("unknown");
    const { facts } = made({ properties: { country: { is: "unknown" } } }, anybody, bare) ?? {};
    expect(facts?.properties.country).toEqual({ is: "unknown", because: "missing" });
  });

  it("comes from where was said, whatever the real page says", () => {
    for (const known of [bare, rules])
      expect(isIn("germany", made({ properties: { country: "DE" } }, anybody, known))).toBe("yes");
  });

  it("is told nothing that the known rules do not have: a colleague may have the full library", () => {
    const { facts } = made({ properties: { persona: "cfo", gone: 1 } }, anybody, bare) ?? {};
    expect(Object.keys(facts?.properties ?? {})).not.toContain("persona");
    expect(Object.keys(facts?.properties ?? {})).not.toContain("gone");
  });

  it("did what was said, so often and so long ago, besides or instead", () => {
    const events = [{ event: "page_view", fields: { path: "/pricing" }, times: 3, ago: "2d" }];
    const did = made({ events }, cfo)?.facts.events;
    expect(did).toHaveLength(4);
    expect(Array.isArray(did) && did.at(-1)).toEqual({
      event: "page_view",
      at: NOW - 2 * DAY,
      fields: { path: "/pricing" },
    });
    expect(isIn("reader", made({ events }))).toBe("yes");
    expect(isIn("reader", made({ events: [{ event: "page_view", times: 2, ago: "2d" }] }))).toBe("no");
    expect(made({ didNothing: true }, cfo)?.facts.events).toEqual([]);
    expect(made({ didNothing: true, events }, cfo)?.facts.events).toHaveLength(3);
  });

  it("answered each question of consent by itself, over “Has not consented” too", () => {
    const closed = { storage: "closed", behavior: "closed", crm: "closed", measurement: "closed" };
    const open = { storage: "open", behavior: "open", crm: "open", measurement: "open" };
    expect(made({ gates: { crm: "unknown" } })?.gates).toEqual({ ...open, crm: "unknown" });
    expect(made({ gates: { crm: "open" } }, { ...cfo, withoutConsent: true })?.gates).toEqual({
      ...closed,
      crm: "open",
    });
  });

  it("sees the page as of the moment that was chosen: an offer starts, and one ends", () => {
    const inGermany = { properties: { country: "DE" } };
    const shown = (now?: number) => {
      const preview = made({ ...inGermany, ...(now && { now }) });
      return preview && decide(manifest, "winter", preview.facts as Parameters<typeof decide>[2]).outcome;
    };
    expect(shown()).toBe("default");
    expect(shown(DECEMBER)).toBe("variation");
    expect(shown(Date.parse("2027-01-15T00:00:00Z"))).toBe("default");
    expect(made({ now: DECEMBER })).toMatchObject({ asOf: DECEMBER, until: NOW + 2 * 3_600_000 });
    expect(made({})).not.toHaveProperty("asOf");
  });

  it("has a past that is told from the chosen moment", () => {
    const [event] = [made({ now: DECEMBER }, cfo)?.facts.events].flat();
    expect(event).toMatchObject({ at: DECEMBER - DAY });
  });

  it("is called so that the page learns neither values nor tests, and so that the panel says all", () => {
    const changes: Changes = {
      properties: { persona: "analyst", firstName: { is: "absent" } },
      gates: { crm: "closed" },
      events: [{ event: "page_view", fields: { path: "/pricing" }, times: 3, ago: "2d" }],
      now: DECEMBER,
    };
    const choice = { ...cfo, sample: "a CFO who reads pricing", changes };
    expect(previewOf(choice, rules, moment)?.label).toBe("CFOs · 4 changes");
    const [who, sample, when, ...rest] = called(choice, rules);
    expect([who, sample]).toEqual(["CFOs", "a CFO who reads pricing"]);
    expect(when).toMatch(/^as of Dec 1, 2026/);
    expect(rest).toEqual([
      "CRM: not allowed",
      expect.stringMatching(/: analyst$/i),
      expect.stringMatching(/: nothing there$/),
      "Viewed a page /pricing, 3×, 2 days ago",
    ]);
  });

  it("ends with the link that it came by, and never later than any other", () => {
    const until = NOW + 60_000;
    expect(previewOf(anybody, rules, { ...moment, until })?.until).toBe(until);
    expect(previewOf(anybody, rules, { ...moment, until: NOW + 9 * DAY })?.until).toBe(NOW + 7_200_000);
  });

  it("is what the protocol says a preview is", () => {
    const preview = made({
      now: DECEMBER,
      events: [{ event: "x", times: 1, ago: "1d" }],
      gates: { crm: "closed" },
    });
    expect(previewSchema.parse(preview)).toEqual(preview);
  });
});

describe("a sample contact", () => {
  const sample = (name: string) => ({ ...cfo, sample: name });

  it("is that test visitor, in the segment or not", () => {
    expect(isIn("cfo", previewOf(sample("a CFO who reads pricing"), rules, moment))).toBe("yes");
    expect(isIn("cfo", previewOf(sample("an analyst, last year"), rules, moment))).toBe("no");
  });

  it("sees the page at the time that the test was written for, unless another was chosen", () => {
    const analyst = sample("an analyst, last year");
    expect(previewOf(analyst, rules, moment)?.facts.now).toBe(Date.parse("2025-06-01T00:00:00Z"));
    expect(made({ now: DECEMBER }, analyst)?.facts.now).toBe(DECEMBER);
  });

  it("is nobody where there is no such test, or no full library", () => {
    expect(previewOf(sample("somebody else"), rules, moment)).toBeUndefined();
    expect(previewOf(sample("a CFO who reads pricing"), bare, moment)).toBeUndefined();
  });
});

describe("choosing", () => {
  it("keeps what was chosen beside a preview, so that a panel that was closed knows the changes again", () => {
    const choice = { ...cfo, changes: { properties: { persona: "analyst" } } };
    expect(choiceOf(previewOf(choice, rules, moment), rules, choice)).toEqual(choice);
  });

  it("does not take for a switch what was changed by hand", () => {
    const choice = { ...cfo, changes: { properties: { lifecycleStage: "customer" } } };
    const preview = previewOf(choice, rules, moment);
    expect(switchOf("customers-no-acquisition", preview, rules, choice)).toEqual({
      isOn: true,
      isGiven: true,
    });
  });

  it("puts somebody else in place of whom was changed, at the same moment", () => {
    const changes = { properties: { persona: "cfo" }, now: DECEMBER };
    const before = { ...cfo, sample: "x", also: ["open-deal"], withoutConsent: true, changes };
    expect(memberInstead(before, "customer")).toEqual({
      segment: "customer",
      also: ["open-deal"],
      withoutConsent: true,
      changes: { now: DECEMBER },
    });
  });
});

describe("the moments ahead", () => {
  it("are those at which offers start and end, the soonest first", () => {
    expect(momentsAhead(manifest, NOW).filter(({ offers }) => offers.includes("Winter school"))).toEqual([
      { offers: ["Winter school"], is: "starts", at: Date.parse("2026-12-01") },
      { offers: ["Winter school"], is: "ends", at: Date.parse("2026-12-31") },
    ]);
    expect(momentsAhead(manifest, Date.parse("2026-12-05")).map(({ is }) => is)).not.toContain("starts");
  });
});

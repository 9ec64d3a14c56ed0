import { describe, expect, it, vi } from "vitest";
import { choiceOf, consentSwitchOf, switchOf } from "../../../../extension/panel/person/switches.ts";
import { previewOf } from "../../../../extension/panel/person/visitor.ts";
import { fullLibrary, isOutOfStep, type KnownRules } from "../../../../extension/panel/rules/rules.ts";
import { gatesAll } from "../../../../shared/consent/gates.ts";
import { decide } from "../../../../shared/engine/decide.ts";
import { evaluate } from "../../../../shared/engine/evaluate.ts";
import type { Facts } from "../../../../shared/engine/facts.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { previewSchema } from "../../../../shared/protocol/preview.ts";
import { NOW, library as plain } from "../../findings/page.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../browser.ts")).fakeBrowser }));

const library: Library = {
  ...plain,
  suppressions: { ...plain.suppressions },
  segments: {
    ...plain.segments,
    cfo: {
      ...plain.segments.cfo,
      tests: [
        { name: "somebody else", visitor: { properties: { persona: "analyst" } }, expect: "no" },
        {
          name: "a CFO who reads pricing",
          visitor: {
            properties: { persona: "cfo", lifecycleStage: "lead", firstName: "Ines" },
            events: [{ event: "page_view", ago: "1d", path: "/pricing" }],
          },
          expect: "yes",
        },
      ],
    } as Library["segments"][string],
  },
};

library.suppressions["not-served"] = {
  name: "Is in a country we may not serve",
  class: "safety",
  reason: "Sanctions forbid it",
  when: { property: "country", in: ["RU"] },
  blocks: { goals: ["acquisition"] },
};

const { manifest } = publish(library);
const bare: KnownRules = { manifest };
const rules: KnownRules = { manifest, full: fullLibrary(library, "library.json") };
const moment = { tab: 7, now: NOW };
const only = (segment: string) => ({ segment, also: [], withoutConsent: false });
const isIn = (segment: string, facts: Facts | undefined) =>
  facts && evaluate({ segment }, facts, manifest).is;

describe("a previewed visitor", () => {
  it.each(Object.keys(manifest.segments))("is in the segment that was chosen: %s", (segment) => {
    for (const known of [bare, rules])
      expect(isIn(segment, previewOf(only(segment), known, moment)?.facts)).toBe("yes");
  });

  it("is the segment’s own test visitor where the full library is loaded", () => {
    const { facts } = previewOf(only("cfo"), rules, moment) ?? {};
    expect(facts?.properties.firstName).toEqual({ is: "known", value: "Ines" });
    expect(facts?.events).toEqual([
      { event: "page_view", at: NOW - 86_400_000, fields: { path: "/pricing" } },
    ]);
  });

  it("carries nothing that a page does not get: private properties stay behind", () => {
    const preview = previewOf(only("cfo"), rules, moment);
    expect(preview?.facts.properties).not.toHaveProperty("persona");
    expect(preview?.facts.memberships.cfo).toEqual({ is: "yes" });
  });

  it("leaves to the real page what a page shows by itself", () => {
    expect(previewOf(only("cfo"), rules, moment)?.facts.properties).not.toHaveProperty("country");
    expect(previewOf(only("reader"), bare, moment)?.facts.properties).not.toHaveProperty("country");
    expect(previewOf(only("germany"), bare, moment)?.facts.properties.country).toMatchObject({ value: "DE" });
  });

  it("sees no acquisition offer once “Is a customer” is switched on", () => {
    for (const known of [bare, rules]) {
      const customer = previewOf({ ...only("cfo"), also: ["customers-no-acquisition"] }, known, moment);
      expect(customer && decide(manifest, "cta", customer.facts).outcome).toBe("neutral");
      expect(customer && decide(manifest, "hero", customer.facts).shown?.goal).not.toBe("acquisition");
    }
  });

  it("has every gate shut once “Has not consented” is switched on", () => {
    const preview = previewOf({ ...only("cfo"), withoutConsent: true }, rules, moment);
    expect(preview?.gates).toEqual(gatesAll("closed"));
  });

  it("is anybody where only a switch was turned", () => {
    const preview = previewOf(
      { segment: undefined, also: ["customers-no-acquisition"], withoutConsent: false },
      bare,
      moment,
    );
    expect(preview?.label).toBe("Anybody · Is a customer");
    expect(isIn("customer", preview?.facts)).toBe("yes");
  });

  it("is called by the segment and the switches", () => {
    const choice = { segment: "cfo", also: ["customers-no-acquisition"], withoutConsent: true };
    expect(previewOf(choice, rules, moment)?.label).toBe("CFOs · Is a customer · Has not consented");
  });

  it("is what the protocol says a preview is, for this tab and two hours", () => {
    const preview = previewOf(only("reader"), bare, moment);
    expect(previewSchema.parse(preview)).toEqual(preview);
    expect(preview).toMatchObject({ tab: 7, until: NOW + 7_200_000 });
  });

  it("is nobody for a segment that does not exist", () => {
    expect(previewOf(only("constructor"), bare, moment)).toBeUndefined();
    expect(previewOf(only("gone"), rules, moment)).toBeUndefined();
  });
});

describe("the switches", () => {
  it("are read off the preview, so that a panel that was closed knows them again", () => {
    const choice = { segment: "cfo", also: ["customers-no-acquisition"], withoutConsent: true };
    for (const known of [bare, rules])
      expect(choiceOf(previewOf(choice, known, moment), known)).toEqual(choice);
  });

  it("cannot be turned off where the segment itself makes them true", () => {
    const preview = previewOf(only("customer"), bare, moment);
    expect(switchOf("customers-no-acquisition", preview, bare)).toEqual({ isOn: true, isGiven: true });
    expect(choiceOf(preview, bare).also).toEqual([]);
  });

  it("are all off without a preview", () => {
    expect(switchOf("customers-no-acquisition", undefined, bare)).toEqual({ isOn: false, isGiven: false });
    expect(consentSwitchOf(undefined, bare)).toEqual({ isOn: false, isGiven: false });
  });
});

describe("the full library", () => {
  it("is in step with the page that was published from it", () => {
    expect(isOutOfStep(rules)).toBe(false);
  });

  it("is out of step with a page that was published from another version", () => {
    const older = fullLibrary({ ...library, suppressions: {} }, "older.json");
    expect(isOutOfStep({ manifest, full: older })).toBe(true);
  });
});

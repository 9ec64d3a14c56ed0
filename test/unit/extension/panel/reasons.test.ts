import { beforeEach, describe, expect, it, vi } from "vitest";
import { reasonsFor } from "../../../../extension/panel/rules/reasons.ts";
import { namesOf } from "../../../../extension/panel/rules/rules.ts";
import { decide } from "../../../../shared/engine/decide.ts";
import { manifest, visitors } from "../../findings/page.ts";
import { resetBrowser, speak } from "../browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../browser.ts")).fakeBrowser }));

const names = namesOf({ manifest });
const reasonsOf = (slot: string, visitor: keyof typeof visitors) =>
  reasonsFor(decide(manifest, slot, visitors[visitor]), names);

beforeEach(resetBrowser);

describe("the reasons of a decision", () => {
  it("say why a variation is shown, and apart from that what was passed over before it", () => {
    const { headline, why, passedOver } = reasonsOf("hero", "cfo");
    expect(headline).toContain("CFOs");
    expect(why).toHaveLength(1);
    expect(passedOver).toHaveLength(1);
    expect(passedOver[0]).toContain("Customers");
  });

  it("are said in the language of the panel", () => {
    speak("de");
    expect(reasonsOf("hero", "cfo").headline).toBe("Zeigt den Inhalt für „CFOs“");
  });

  it("say why the page’s own content gave way", () => {
    const { why, passedOver } = reasonsOf("cta", "customer");
    expect(why.join()).toContain("customers must not be prospected");
    expect(passedOver).toEqual(["Passed over “Book a demo” for “CFOs”: customers must not be prospected."]);
  });

  it("say that nothing may be shown where the page’s own content stays", () => {
    const rules = { ...manifest, slots: { ...manifest.slots } };
    const { hero } = manifest.slots;
    if (hero) rules.slots.hero = { ...hero, variations: hero.variations.filter((one) => one.for === "cfo") };
    const reasons = reasonsFor(decide(rules, "hero", visitors.nobody), names);
    expect(reasons.why).toEqual(["Nothing that was prepared for an audience may be shown to this visitor."]);
    expect(reasons.passedOver).toHaveLength(1);
  });
});

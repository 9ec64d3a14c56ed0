// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { observeSlots, placesIn } from "../../../../extension/content/slots.ts";

beforeEach(() => {
  // happy-dom lays nothing out.
  Element.prototype.checkVisibility ??= () => true;
  document.body.innerHTML = `
    <h1 id="title">Cash, thirteen weeks ahead</h1>
    <p data-fw-slot="hero" data-fw-done="variation" data-fw-shown="hero-cfo">  For
      the CFO </p>
    <p data-fw-slot="cta" data-fw-done="neutral"></p>
    <p data-fw-slot="open">Own words</p>
    <div><p data-fw-slot="twice" data-fw-done="default"></p></div>
    <p data-fw-slot="twice" data-fw-shown="copied"></p>`;
});

const found = (slot: string) => observeSlots({}).filter((one) => one.slot === slot);

describe("the slots of a page", () => {
  it("are what their elements say, with the first words that can be read there", () => {
    expect(found("hero")).toMatchObject([
      { outcome: "variation", shown: "hero-cfo", text: "For the CFO", selector: '[data-fw-slot="hero"]' },
    ]);
    expect(found("cta")[0]).toMatchObject({ outcome: "neutral" });
  });

  it("are undecided until their element says otherwise", () => {
    expect(found("open")).toMatchObject([{ outcome: "undecided", text: "Own words" }]);
  });

  it("can each be found again where a slot stands twice", () => {
    const selectors = found("twice").map(({ selector }) => selector);
    expect(selectors.map((selector) => document.querySelectorAll(selector).length)).toEqual([1, 1]);
    expect(new Set(selectors).size).toBe(2);
  });

  it("show a variation where one is marked, though nobody says that it was decided", () => {
    expect(found("twice")[1]).toMatchObject({ outcome: "variation", shown: "copied" });
  });

  it("are found where the manifest says, too, and in reading order", () => {
    const slots = observeSlots({ title: "#title", hero: "[data-fw-slot=hero]" });
    expect(slots.map(({ slot }) => slot)).toEqual(["title", "hero", "cta", "open", "twice", "twice"]);
  });

  it("are cut to what the protocol takes", () => {
    document.body.innerHTML = `<p data-fw-slot="${"s".repeat(300)}" data-fw-shown="${"v".repeat(300)}">${"w".repeat(500)}</p>`;
    const [slot] = observeSlots({});
    expect([slot?.slot.length, slot?.shown?.length, slot?.text.length]).toEqual([100, 100, 200]);
  });
});

describe("the places in a claim that nobody has validated", () => {
  it.each([
    ["nothing", undefined],
    ["a text", "claim"],
    ["no manifest", { manifest: null }],
    ["slots that are none", { manifest: { slots: "hero" } }],
    ["selectors that are none", { manifest: { slots: { hero: { selector: 1 }, cta: null } } }],
  ])("are none in %s", (_, claim) => {
    expect(placesIn(claim)).toEqual({});
  });

  it("are the selectors, and one that the browser refuses finds nothing", () => {
    const places = placesIn({ manifest: { slots: { hero: { selector: ">>>" }, cta: {} } } });
    expect(places).toEqual({ hero: ">>>" });
    expect(observeSlots(places).length).toBe(5);
  });
});

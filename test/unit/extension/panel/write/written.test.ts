import { beforeEach, describe, expect, it, vi } from "vitest";
import {
  begun,
  changed,
  type Draft,
  kindsFor,
  withSlot,
} from "../../../../../extension/panel/write/draft.ts";
import { calledIn, segmentsIn } from "../../../../../extension/panel/write/place/known-place.ts";
import { patched } from "../../../../../extension/panel/write/review/patch.ts";
import { reviewOf } from "../../../../../extension/panel/write/review/review.ts";
import { summaryOf } from "../../../../../extension/panel/write/review/summary.ts";
import { goalsIn, named, patchOf, usualIn } from "../../../../../extension/panel/write/written.ts";
import { check } from "../../../../../shared/library/check/check.ts";
import type { Library } from "../../../../../shared/library/library.ts";
import type { PointedElement } from "../../../../../shared/protocol/draft/draft.ts";
import northwind from "../../../../site/library.json" with { type: "json" };
import { resetBrowser, speak } from "../../browser.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../../browser.ts")).fakeBrowser }));

beforeEach(resetBrowser);

const NOW = Date.parse("2026-11-28T12:00:00Z");
const library = check(northwind, NOW).library as Library;

const heading: PointedElement = { selector: "h1", kind: "heading", text: "Close the quarter" };
const link: PointedElement = { selector: "#start", kind: "link", text: "Start", href: "/start" };
const PAGE = "/ledger";
const as = (name: string) => ({ name, ...usualIn(library) });

const draft: Draft = changed(
  changed(withSlot(withSlot([], heading, PAGE, as("Hero")), link, PAGE, as("Déjà vu / 2")), 0, {
    variations: [
      { for: "evaluating-cfo", content: { text: "Cash, thirteen weeks ahead" } },
      { for: "it-lead", content: { text: "  " } },
    ],
  }),
  1,
  {
    variations: [
      { for: "evaluating-cfo", content: { label: "Build your case", href: "/case" } },
      { for: "customer", content: { hide: true } },
    ],
  },
);

describe("what was written", () => {
  it("gets ids of its own, whatever the library has already and however it is called", () => {
    const ids = named(draft, library).map(({ id, variations }) => [id, ...variations.map((one) => one.id)]);
    // The library has a slot "hero".
    expect(Object.keys(library.slots)).toContain("hero");
    expect(ids).toEqual([
      ["hero-2", "hero-2-evaluating-cfo"],
      ["deja-vu-2", "deja-vu-2-evaluating-cfo", "deja-vu-2-customer"],
    ]);
    expect(named(changed(draft, 1, { name: "数字 9" }), library)[1]?.id).toBe("slot");
  });

  it("is a patch whose library passes the library’s own check", () => {
    const patch = patchOf(draft, library);
    expect(patch.map(({ op, path }) => `${op} ${path}`)).toEqual([
      "test /name",
      "add /offers/deja-vu-2-evaluating-cfo",
      "add /slots/hero-2",
      "add /slots/deja-vu-2",
    ]);
    const after = check(patched(northwind, patch), NOW);
    expect(after.problems.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(after.library?.slots["hero-2"]).toMatchObject({
      pages: ["/ledger"],
      selector: "h1",
      neutral: { hide: true },
      variations: [{ for: "evaluating-cfo", content: { text: "Cash, thirteen weeks ahead" } }],
    });
    expect(after.library?.offers["deja-vu-2-evaluating-cfo"]).toMatchObject({
      label: "Build your case",
      href: "/case",
    });
  });

  it("is nothing where nothing was written to its end", () => {
    const begun = withSlot([], heading, PAGE, as("Hero"));
    expect(patchOf(begun, library)).toEqual([]);
    expect(reviewOf(begun, library, NOW)).toEqual({ patch: [], library: undefined, problems: [] });
  });

  it("is told with what the library’s check has against it", () => {
    const script = { label: "Go", href: "javascript:alert(1)" };
    const { library: after, problems } = reviewOf(
      changed(draft, 1, { variations: [{ for: "evaluating-cfo", content: script }] }),
      library,
      NOW,
    );
    expect(after).toBeUndefined();
    expect(problems.map(({ path }) => path)).toEqual(["offers.deja-vu-2-evaluating-cfo.href"]);
  });

  it("cannot claim a place that the library has already", () => {
    const own = Object.entries(library.slots).find(([, { selector }]) => selector === undefined);
    const [id = "", slot] = own ?? [];
    const claimed = { selector: `[data-fw-slot="${id}"]`, page: slot?.pages[0] ?? "" };
    const { problems } = reviewOf(changed(draft, 0, claimed), library, NOW);
    expect(problems.map(({ path }) => path)).toEqual(["slots.hero-2.selector"]);
  });

  it("is more variations where the library has the place already, last of its own", () => {
    const hero = { ...heading, slot: "hero" };
    const called = calledIn(library, hero, "/");
    expect(called).toMatchObject({ slot: "hero", name: "Hero", moment: "first visit", goal: "acquisition" });
    const written = changed(withSlot([], hero, "/", called), 0, {
      variations: [{ for: "pricing-returner", content: { label: "Read on", href: "/read" } }],
    });
    const { patch, library: after, problems } = reviewOf(written, library, NOW);
    expect(patch.map(({ op, path }) => `${op} ${path}`)).toEqual([
      "test /name",
      "add /offers/hero-pricing-returner",
      "add /slots/hero/variations/-",
    ]);
    expect(problems).toEqual([]);
    const { variations: before = [], ...rest } = library.slots.hero ?? {};
    expect(after?.slots.hero).toMatchObject({
      ...rest,
      variations: [
        ...before,
        { id: "hero-pricing-returner", for: "pricing-returner", content: { offer: "hero-pricing-returner" } },
      ],
    });
    expect(segmentsIn(library, { slot: "hero" })).toEqual(before.map((one) => one.for));
  });

  it.each([
    ["by its own mark", { ...heading, slot: "hero" }, "/", "hero"],
    ["by its selector", { ...heading, selector: '[data-fw-slot="hero"]' }, "/", "hero"],
    ["not on a page that it is not for", { ...heading, slot: "hero" }, "/ledger", undefined],
    ["not where the mark is of nobody", { ...heading, slot: "constructor" }, "/", undefined],
  ] as const)("knows a place of the library %s", (_, element, page, slot) => {
    const called = calledIn(library, element, page);
    expect(called.slot).toBe(slot);
    if (slot === undefined) expect(called.name).toBe("Close the quarter");
  });

  it.each([
    ["and says so", "hero", "/", "hero"],
    ["which is not on this page", "hero", "/ledger", undefined],
    ["which is nobody's", "constructor", "/", undefined],
  ])("stands in a place of the library %s", (_, within, page, around) => {
    const called = calledIn(library, { ...heading, within }, page);
    expect(called).toMatchObject({ name: "Close the quarter" });
    expect(called.slot).toBeUndefined();
    expect(called.within).toBe(around);
    expect(withSlot([], heading, page, called)[0]?.within).toBe(around);
  });

  it.each(["gone", "constructor"])("is a slot of its own where another library has no %s", (slot) => {
    const moved = changed(withSlot(draft, { ...link, selector: "#moved" }, PAGE, as("Moved")), 2, {
      slot,
      variations: [{ for: "customer", content: { hide: true } }],
    });
    expect(patchOf(moved, library).at(-1)?.path).toBe("/slots/moved");
  });

  it.each([
    ["heading", { text: "Own" }, ["text", "button", "offer", "hide"]],
    ["link", { label: "Own", href: "/own" }, ["text", "button", "offer", "hide"]],
    ["button", { text: "Own" }, ["text", "hide"]],
    ["image", { hide: true }, ["hide"]],
    ["form", { hide: true }, ["hide"]],
  ] as const)("begins in a %s with what can be said there", (kind, content, kinds) => {
    const [slot] = withSlot([], { selector: "#own", kind, text: "Own", href: "/own" }, PAGE, as("Own"));
    if (!slot) throw new Error("No slot.");
    expect(begun(slot)).toEqual(content);
    expect(kindsFor(slot)).toEqual(kinds);
  });

  it("names the same place once", () => {
    expect(withSlot(draft, heading, PAGE, as("Again"))).toBe(draft);
  });

  it("begins with what most slots of the library say", () => {
    expect(Object.values(library.slots).map(({ moment }) => moment)).toContain(usualIn(library).moment);
    expect(goalsIn(library)).toContain(usualIn(library).goal);
    expect(usualIn({ slots: {}, offers: {} })).toEqual({ moment: "first visit", goal: "information" });
  });

  it("is read as text, in both languages", () => {
    expect(summaryOf(draft, library)).toBe(
      "Change to the library Northwind\n\n" +
        "- Hero (hero-2) on /ledger\n" +
        "  - CFOs in evaluation: “Cash, thirteen weeks ahead”\n" +
        "- Déjà vu / 2 (deja-vu-2) on /ledger\n" +
        "  - CFOs in evaluation: button “Build your case” to /case\n" +
        "  - Customers: Hidden\n",
    );
    speak("de");
    expect(summaryOf(draft, library)).toContain("Schaltfläche „Build your case“ zu /case");
  });
});

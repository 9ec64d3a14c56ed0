import { describe, expect, it, vi } from "vitest";
import { examined, type Found, foundAt } from "../../../../extension/panel/examined.ts";
import { byReason } from "../../../../extension/panel/findings/bucket.tsx";
import { type Kind, narrowed, offersIn, toggled } from "../../../../extension/panel/findings/narrow.ts";
import type { Confidence, Severity } from "../../../../shared/findings/finding.ts";
import { FINDINGS } from "../../../../shared/findings/list.ts";
import type { PageState } from "../../../../shared/protocol/messages.ts";
import { agreedToNothing, element, NOW, page, shows, visitors } from "../../findings/page.ts";

vi.mock("webextension-polyfill", async () => ({ default: (await import("../browser.ts")).fakeBrowser }));

const { observation } = page({ slots: [shows("for-cfo")], facts: visitors.cfo, consent: [agreedToNothing] });
const seen: PageState = { is: "seen", observation };
const { claim: _, ...bare } = observation;
const without: PageState = { is: "without Forwhom", observation: bare };

const found = (id: string, severity: Severity, confidence: Confidence): Found => {
  const [first] = FINDINGS;
  if (!first) throw new Error("There are no findings.");
  return { rule: { ...first, id, severity, confidence }, outcome: { is: "found", faults: [] } };
};

describe("a page that was looked into", () => {
  it("has each check in one of the four buckets", () => {
    const {
      found: some,
      cannotTell = [],
      clean = [],
      doesNotApply = [],
    } = examined(seen, undefined, NOW) ?? {};
    expect(some?.map(({ rule }) => rule.id)).toContain("personalized-without-consent");
    const all = [...(some ?? []), ...cannotTell, ...clean, ...doesNotApply].map(({ rule }) => rule.id);
    expect(all.toSorted()).toEqual(FINDINGS.map(({ id }) => id).toSorted());
  });

  it("is one without Forwhom, too, where its slots are nothing to be checked", () => {
    const { found: some, doesNotApply = [] } = examined(without, undefined, NOW) ?? {};
    expect(some).toEqual([]);
    expect(doesNotApply.map(({ rule }) => rule.id)).toContain("personalized-without-consent");
  });

  it.each<PageState>([
    { is: "loading" },
    { is: "not allowed" },
    { is: "closed to extensions" },
    { is: "failed", because: "" },
  ])("is not one that is $is", (state) => {
    expect(examined(state, undefined, NOW)).toBeUndefined();
  });

  it("flags the elements at which something was found, and no others", () => {
    const { found: some = [] } = examined(seen, undefined, NOW) ?? {};
    expect(foundAt('[data-fw-slot="hero"]', some).map(({ id }) => id)).toContain(
      "personalized-without-consent",
    );
    expect(foundAt('[data-fw-slot="cta"]', some)).toEqual([]);
  });
});

describe("what could not be checked", () => {
  it("is said once for all checks that have the same reason", () => {
    const open: PageState = {
      is: "seen",
      observation: page({ slots: [element("hero", { outcome: "undecided" })] }).observation,
    };
    const { cannotTell = [], doesNotApply = [] } = examined(open, undefined, NOW) ?? {};
    const reasons = byReason(cannotTell);
    expect(reasons.map(({ because }) => because?.en)).toContain("Some slots are not decided yet.");
    expect(reasons.flatMap(({ checks }) => checks)).toHaveLength(cannotTell.length);
    expect(new Set(reasons.map(({ because }) => because?.en)).size).toBe(reasons.length);
    const { doesNotApply: here = [] } = examined(without, undefined, NOW) ?? {};
    expect(byReason(here).length).toBeLessThan(here.length);
    expect(doesNotApply).not.toBe(here);
  });
});

describe("narrowing down", () => {
  const many = [
    found("a", "critical", "proven"),
    found("b", "serious", "proven"),
    found("c", "serious", "observed"),
    found("d", "minor", "suspected"),
    found("e", "minor", "suspected"),
  ];
  const ids = (...chosen: Kind[]) => narrowed(many, chosen).map(({ rule }) => rule.id);

  it("is offered by what tells findings apart, once there are enough of them", () => {
    expect(offersIn(many.slice(0, 4))).toEqual([]);
    expect(offersIn(many)).toEqual([
      { kind: "critical", count: 1 },
      { kind: "serious", count: 2 },
      { kind: "minor", count: 2 },
      { kind: "proven", count: 2 },
      { kind: "observed", count: 1 },
      { kind: "suspected", count: 2 },
    ]);
    const alike = ["a", "b", "c", "d", "e"].map((id) => found(id, "serious", "proven"));
    expect(offersIn(alike)).toEqual([]);
  });

  it("takes any chosen severity, of any chosen confidence", () => {
    expect(ids()).toEqual(["a", "b", "c", "d", "e"]);
    expect(ids("critical", "minor")).toEqual(["a", "d", "e"]);
    expect(ids("serious", "observed")).toEqual(["c"]);
    expect(ids("critical", "suspected")).toEqual([]);
  });

  it("forgets a choice that the page does not offer any more", () => {
    expect(narrowed(many.slice(0, 3), ["minor"])).toHaveLength(3);
    const others = [...many.slice(0, 3), found("f", "serious", "proven"), found("g", "serious", "proven")];
    expect(narrowed(others, ["minor"])).toHaveLength(5);
  });

  it("is taken back by the same button", () => {
    expect(toggled(toggled([], "minor"), "proven")).toEqual(["minor", "proven"]);
    expect(toggled(["minor", "proven"], "minor")).toEqual(["proven"]);
  });
});

import { describe, expect, it } from "vitest";
import type { Library } from "../../../../shared/library/library.ts";
import { exclusionsOf } from "../../../../shared/library/map/exclusions.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { tinyLibrary } from "../tiny.ts";

const when = { property: "openDeal", is: true } as const;
const suppression = (blocks: Library["suppressions"][string]["blocks"]) => ({
  name: "Has an open deal",
  class: "relationship" as const,
  reason: "A deal has an owner",
  when,
  blocks,
});
const slot = (channel: string, variations: Library["slots"][string]["variations"], tags: string[] = []) => ({
  name: channel,
  moment: "first visit",
  pages: ["/"],
  default: { goal: "acquisition" },
  neutral: { text: "Welcome" },
  channel,
  tags,
  variations,
});
const trial = { goal: "expansion", label: "Try it", href: "/trial", tags: ["price"] };

const library = (suppressions: Library["suppressions"]) =>
  tinyLibrary({
    suppressions,
    offers: { trial },
    slots: {
      hero: slot("page", [
        { id: "hero-large", for: "large", content: { text: "Hello" } },
        { id: "hero-customer", for: "customer", goal: "adoption", content: { text: "Hello again" } },
      ]),
      strip: slot(
        "banner",
        [
          { id: "strip-large", for: "large", goal: "education", content: { offer: "trial" } },
          { id: "strip-more", for: "large", goal: "education", tags: ["video"], content: { text: "Look" } },
        ],
        ["top"],
      ),
    },
  });

const hitsFor = (blocks: Library["suppressions"][string]["blocks"]) =>
  exclusionsOf("large", library({ deal: suppression(blocks) })).flatMap(({ hits }) =>
    hits.map(({ id }) => id),
  );

describe("who is excluded from what is meant for a segment", () => {
  it.each([
    ["its slot's goal, where it has none of its own", { goals: ["acquisition"] }, ["hero-large"]],
    ["its own goal", { goals: ["education"] }, ["strip-more"]],
    ["its offer's goal, whatever it says itself", { goals: ["expansion"] }, ["strip-large"]],
    ["its offer", { offers: ["trial"] }, ["strip-large"]],
    ["its slot", { slots: ["strip"] }, ["strip-large", "strip-more"]],
    ["its slot's channel", { channels: ["banner"] }, ["strip-large", "strip-more"]],
    ["its own tag", { tags: ["video"] }, ["strip-more"]],
    ["its slot's tag", { tags: ["top"] }, ["strip-large", "strip-more"]],
    ["its offer's tag", { tags: ["price"] }, ["strip-large"]],
    ["what is meant for others only", { goals: ["adoption"] }, []],
  ])("is told where a suppression blocks %s", (_, blocks, ids) => {
    expect(hitsFor(blocks)).toEqual(ids);
  });

  it("names each suppression with the slots and variations that it hits, and none that hits nothing", () => {
    const rules = library({
      deal: suppression({ slots: ["strip"] }),
      others: suppression({ goals: ["adoption"] }),
      all: suppression({ goals: ["acquisition"] }),
    });
    const expected = [
      {
        suppression: "deal",
        hits: [
          { slot: "strip", id: "strip-large" },
          { slot: "strip", id: "strip-more" },
        ],
      },
      { suppression: "all", hits: [{ slot: "hero", id: "hero-large" }] },
    ];
    expect(exclusionsOf("large", rules)).toEqual(expected);
    expect(exclusionsOf("large", publish(rules).manifest)).toEqual(expected);
  });
});

import { describe, expect, it } from "vitest";
import type { Library } from "../../../../shared/library/library.ts";
import { personalizationMap } from "../../../../shared/library/map/personalization-map.ts";
import { usesOf } from "../../../../shared/library/map/uses.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { tinyLibrary } from "../tiny.ts";

const tiny = tinyLibrary();
const [model] = Object.values(tiny.segments);
const segment = (name: string, when: Library["segments"][string]["when"]) => ({ ...model, name, when });
const slot = (moment: string, segments: readonly string[]) => ({
  name: moment,
  moment,
  pages: ["/"],
  default: { goal: "acquisition" },
  neutral: { text: "Welcome" },
  variations: segments.map((id) => ({ id: `for-${id}`, for: id, content: { text: id } })),
});

const library = tinyLibrary({
  segments: {
    cfo: segment("CFOs", { property: "persona", is: "cfo" }),
    large: segment("Large", { property: "employees", gte: 1_000 }),
    finance: segment("Finance", { any: [{ segment: "cfo" }, { not: { segment: "large" } }] }),
    dormant: segment("Dormant", { property: "persona", is: "analyst" }),
  } as Library["segments"],
  suppressions: {
    "large-no-trial": {
      name: "Is large",
      class: "fit",
      reason: "Large companies get no trial",
      when: { all: [{ segment: "large" }] },
      blocks: { goals: ["acquisition"] },
    },
  },
  offers: { trial: { goal: "acquisition", label: "Try it", href: "/trial", eligible: { segment: "cfo" } } },
  slots: {
    hero: slot("first visit", ["cfo", "finance"]),
    price: slot("evaluation", ["cfo", "cfo"]),
    strip: slot("first visit", []),
  },
});

describe("the map of a library", () => {
  const map = personalizationMap(library);

  it("has every slot under its moment of the journey, in the library’s order", () => {
    expect(map.moments).toEqual([
      { name: "first visit", slots: ["hero", "strip"] },
      { name: "evaluation", slots: ["price"] },
    ]);
  });

  it("has for every segment what each slot shows it, and nothing where there is a gap", () => {
    const shown = map.rows.map(({ segment, cells }) => [
      segment,
      Object.fromEntries(Object.entries(cells).map(([id, some]) => [id, some.length])),
    ]);
    expect(shown).toEqual([
      ["cfo", { hero: 1, price: 2 }],
      ["large", {}],
      ["finance", { hero: 1 }],
      ["dormant", {}],
    ]);
  });

  it("tells a segment that only rules ask about from one that is used nowhere", () => {
    expect(map.rows.map(({ used }) => used)).toEqual(["shown", "asked about", "shown", "nowhere"]);
  });

  it("names the slots that show everybody the same", () => {
    expect(map.unpersonalized).toEqual(["strip"]);
  });

  it("is the same from the manifest, but for rules that ask behind the endpoint", () => {
    const published = personalizationMap(publish(library).manifest);
    expect(published.moments).toEqual(map.moments);
    expect(published.unpersonalized).toEqual(map.unpersonalized);
    expect(published.rows.map(({ segment, cells }) => [segment, cells])).toEqual(
      map.rows.map(({ segment, cells }) => [segment, cells]),
    );
  });
});

describe("the uses of a segment", () => {
  it("are every variation, suppression, offer and segment that would change with it, however deep", () => {
    expect(usesOf("cfo", library)).toEqual([
      { by: "variation", slot: "hero", id: "for-cfo" },
      { by: "variation", slot: "price", id: "for-cfo" },
      { by: "variation", slot: "price", id: "for-cfo" },
      { by: "offer", id: "trial" },
      { by: "segment", id: "finance" },
    ]);
    expect(usesOf("large", library)).toEqual([
      { by: "suppression", id: "large-no-trial" },
      { by: "segment", id: "finance" },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { askables, doables, type Kind } from "../../../../extension/panel/person/askable.ts";
import { fullLibrary } from "../../../../extension/panel/rules/rules.ts";
import { check } from "../../../../shared/library/check/check.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { demoLibrary } from "../../../site/published.ts";

const { library } = check(await demoLibrary(), Date.parse("2026-11-28"));
const rulesOf = (of: Library) => ({ manifest: publish(of).manifest, full: fullLibrary(of, "library.json") });
const demo = library ? rulesOf(library) : undefined;
if (!demo) throw new Error("The demonstration's library is faulty.");
const asked = (id: string, known: Parameters<typeof askables>[0] = demo) =>
  askables(known).find((one) => one.id === id);

describe("what can be changed about a visitor", () => {
  it("is every property of the full library, by its type", () => {
    expect(askables(demo)).toHaveLength(Object.keys(library?.properties ?? {}).length);
    const kinds: Readonly<Record<string, Kind>> = {
      persona: "enum",
      preferredTopics: "list",
      employees: "number",
      legalHold: "boolean",
      customerSince: "date",
      firstName: "text",
      country: "country",
      language: "text",
    };
    for (const [id, kind] of Object.entries(kinds)) expect(asked(id)?.kind).toBe(kind);
    expect(asked("persona")).toMatchObject({ label: "Persona" });
    expect(asked("persona")?.values[0]).toEqual({ value: "cfo", label: "CFO" });
  });

  it("is what the page may know where there is no full library", () => {
    const bare = { manifest: demo.manifest };
    expect(asked("persona", bare)).toBeUndefined();
    expect(asked("lifecycleStage", bare)?.kind).toBe("enum");
    expect(asked("lifecycleStage", bare)?.values).toHaveLength(8);
    expect(asked("country", bare)?.kind).toBe("country");
    expect(asked("country", bare)?.values.map(({ value }) => value)).toContain("DE");
  });

  it.each<[Kind, object]>([
    ["number", { gt: 3 }],
    ["number", { is: 3 }],
    ["date", { before: "2026-01-01" }],
    ["boolean", { is: true }],
    ["list", { containsAny: ["a"] }],
    ["text", { is: "a" }],
    ["text", { known: true }],
  ])("is of the type %s where a rule of the page asks %o", (kind, test) => {
    const { manifest } = demo;
    const [id = "", segment] = Object.entries(manifest.segments)[0] ?? [];
    const properties = { thing: { input: "fit", from: "crm" } } as unknown as typeof manifest.properties;
    const segments = {
      [id]: { ...segment, when: { property: "thing", ...test } },
    } as typeof manifest.segments;
    expect(asked("thing", { manifest: { ...manifest, properties, segments } })?.kind).toBe(kind);
  });

  it("is what can have been done, with the fields that rules ask about", () => {
    expect(doables(demo)).toEqual([
      { event: "page_view", fields: [{ field: "path", values: ["/pricing"] }] },
      {
        event: "topic_open",
        fields: [{ field: "topic", values: expect.arrayContaining(["integrations", "scenarios"]) }],
      },
    ]);
  });
});

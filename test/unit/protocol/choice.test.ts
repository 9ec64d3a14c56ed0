import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Choice, choiceSchema, withChanges } from "../../../shared/protocol/choice.ts";
import { choiceIn, linkedOf, previewLink, readPreviewLink } from "../../../shared/protocol/preview-link.ts";
import { choices } from "./choices.ts";

const NOW = Date.parse("2026-11-28T09:00:00Z");
const anybody: Choice = { also: [], withoutConsent: false };

describe("a made-up visitor", () => {
  it("is the same after being written and read back", () => {
    fc.assert(
      fc.property(choices, (choice) => {
        expect(choiceSchema.parse(JSON.parse(JSON.stringify(choice)))).toEqual(choice);
      }),
    );
  });

  it("is the same for a colleague who is sent a link", () => {
    fc.assert(
      fc.property(choices, (choice) => {
        const link = previewLink("https://northwind.example/", linkedOf(choice), NOW + 1);
        const read = readPreviewLink(link, NOW);
        expect(read?.is === "preview" && choiceIn(read.linked)).toEqual(choice);
      }),
    );
  });

  it("carries nothing besides ids and values", () => {
    for (const more of [
      { html: "<b>" },
      { changes: { content: "x" } },
      { changes: { properties: { persona: { is: "cfo" } } } },
      { changes: { events: [{ event: "page_view", times: 201, ago: "1d" }] } },
      { changes: { events: [{ event: "page_view", times: 1, ago: "yesterday" }] } },
      { changes: { now: Date.UTC(2101, 0, 1) } },
      { segment: "__proto__" },
    ])
      expect(choiceSchema.safeParse({ ...anybody, ...more }).success).toBe(false);
  });

  it("is unchanged once every change is taken back", () => {
    const none = { properties: {}, gates: {}, events: [], now: undefined, didNothing: undefined };
    expect(withChanges({ ...anybody, changes: { now: NOW } }, none)).toEqual(anybody);
    expect(withChanges(anybody, { ...none, now: 0 })).toEqual({ ...anybody, changes: { now: 0 } });
  });
});

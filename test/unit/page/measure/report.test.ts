// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from "vitest";
import { EVERY_LATER_PART } from "../../../../sdk/page/later-parts.ts";
import type { Measured } from "../../../../sdk/page/measure/measured.ts";
import { report } from "../../../../sdk/page/measure/report.ts";
import { publish } from "../../../../shared/manifest/publish.ts";
import { tinyLibrary } from "../../library/tiny.ts";

const { manifest } = publish(
  tinyLibrary({ measurement: { reportTo: ["dataLayer", "hubspot", "segment", "adobe"], hubId: "1234567" } }),
);
const { sinks } = EVERY_LATER_PART;

const page = window as unknown as Record<string, unknown>;

const exposure = (segment: string): Measured => ({
  id: "0f8a2c1e",
  type: "exposure",
  at: "2026-11-27T18:00:00.000Z",
  slot: "hero",
  variation: "hero-it",
  segment,
  reportAs: manifest.segments[segment]?.reportAs,
  library: "1a2b",
});
/** Who is in it is decided by an exposed property. */
const OPEN = "customer";
/** What decides it is kept behind the endpoint. */
const PRIVATE = "evaluating-cfo";

beforeEach(() => {
  for (const name of ["dataLayer", "_hsq", "analytics", "adobeDataLayer"]) delete page[name];
});

describe("what was measured", () => {
  it("is told to each tool in the tool's own words, once, whether or not it is there yet", () => {
    report(exposure(OPEN), manifest, sinks);
    const properties = {
      id: "0f8a2c1e",
      slot: "hero",
      variation: "hero-it",
      segment: OPEN,
      reportAs: OPEN,
      library: "1a2b",
    };
    expect(page.dataLayer).toEqual([
      {
        event: "forwhom_exposure",
        ...Object.fromEntries(Object.entries(properties).map(([key, value]) => [`forwhom_${key}`, value])),
      },
    ]);
    expect(page._hsq).toEqual([
      [
        "trackCustomBehavioralEvent",
        {
          name: "pe1234567_forwhom_exposure",
          properties: {
            id: "0f8a2c1e",
            slot: "hero",
            variation: "hero-it",
            segment: OPEN,
            report_as: OPEN,
            library: "1a2b",
          },
        },
      ],
    ]);
    expect(page.analytics).toEqual([["track", "Forwhom exposure", properties]]);
    expect(page.adobeDataLayer).toEqual([{ event: "forwhom:exposure", eventInfo: properties }]);
  });

  it("goes straight to a tool that is there", () => {
    const track = vi.fn();
    page.analytics = { track };
    report(exposure(OPEN), manifest, sinks);
    expect(track).toHaveBeenCalledExactlyOnceWith(
      "Forwhom exposure",
      expect.objectContaining({ slot: "hero" }),
    );
  });

  it("says only that the slot was seen, where who is in the segment is decided behind the endpoint", () => {
    report({ ...exposure(PRIVATE), offer: "renewal", goal: "retention", arm: "shown" }, manifest, sinks);
    expect(page.adobeDataLayer).toEqual([
      {
        event: "forwhom:exposure",
        eventInfo: { id: "0f8a2c1e", slot: "hero", arm: "shown", library: "1a2b" },
      },
    ]);
    for (const name of ["dataLayer", "_hsq", "analytics", "adobeDataLayer"])
      expect(JSON.stringify(page[name])).not.toMatch(/evaluating|hero-it|renewal|retention/);
  });

  it("says of what came of it what the visitor did, and not which of their segments it is credited to", () => {
    const conversion = { ...exposure(PRIVATE), type: "conversion", offer: "book-demo", goal: "acquisition" };
    report(conversion as Measured, manifest, sinks);
    expect(page.adobeDataLayer).toMatchObject([
      { eventInfo: { offer: "book-demo", goal: "acquisition", slot: "hero" } },
    ]);
    expect(JSON.stringify(page.adobeDataLayer)).not.toMatch(/evaluating|hero-it/);
  });

  it("reaches the others where one tool is broken", () => {
    page.dataLayer = {
      push() {
        throw new Error("somebody else's");
      },
    };
    page.adobeDataLayer = Object.freeze([]);
    report(exposure(OPEN), manifest, sinks);
    expect([page._hsq, page.analytics]).toEqual([[expect.anything()], [expect.anything()]]);
  });

  it("is told to no tool under Global Privacy Control, unless the library says so", () => {
    vi.stubGlobal("navigator", { globalPrivacyControl: true });
    report(exposure(OPEN), manifest, sinks);
    expect([page.dataLayer, page._hsq, page.analytics, page.adobeDataLayer]).toEqual(
      Array(4).fill(undefined),
    );
    const measurement = { ...manifest.measurement, reportUnderGpc: true };
    report(exposure(OPEN), { ...manifest, measurement }, sinks);
    expect(page.dataLayer).toHaveLength(1);
    vi.unstubAllGlobals();
  });

  it("is told to no tool that the library does not name", () => {
    report(exposure(OPEN), { ...manifest, measurement: {} }, sinks);
    expect([page.dataLayer, page._hsq, page.analytics, page.adobeDataLayer]).toEqual(
      Array(4).fill(undefined),
    );
  });
});

import { GppModel } from "@iabgpp/cmpapi";
import { describe, expect, it } from "vitest";
import { GPP, type GppPing, heardGpp, readGppPing, usSections } from "../../../../shared/consent/iab/gpp.ts";
import { answered } from "../../../../shared/consent/reading.ts";
import { consentFrom } from "../../../../shared/consent/record.ts";
import { malformed, strings } from "./gpp-strings.json";

const OTHER = {
  source: "klaro",
  gates: { storage: "site", behavior: "site", crm: "site", measurement: "site" },
};
const OPEN = { storage: "open", behavior: "open", crm: "open", measurement: "open" };
/** The gates of a site whose own manager was told yes. */
const besideYes = (ping: GppPing) =>
  consentFrom([answered("klaro", ["site"], []), readGppPing(ping)], OTHER, "US").gates;

const AUTHORITY = {
  source: GPP,
  gates: {
    storage: "first-party",
    behavior: "first-party",
    crm: ["sale", "sharing", "targeted-advertising"],
  },
  regions: { "opt-out": ["US"] },
};
const byAuthority = (ping: GppPing, country: string | undefined) =>
  consentFrom([readGppPing(ping)], AUTHORITY, country).gates;

const ready = (applicableSections: readonly number[], parsedSections: Record<string, unknown>) => ({
  signalStatus: "ready",
  applicableSections,
  parsedSections,
});
const decoded = (gpp: string): Record<string, object> => new GppModel(gpp).toObject();
/** As the specification has sections: a list of one object for each segment. */
const asLists = (sections: Record<string, object>) =>
  Object.fromEntries(
    Object.entries(sections).map(([name, fields]) => {
      const all = Object.entries(fields);
      const isOfSegment = ([field]: readonly [string, unknown]) => field.startsWith("Gpc");
      return [
        name,
        [
          Object.fromEntries(all.filter((one) => !isOfSegment(one))),
          Object.fromEntries(all.filter(isOfSegment)),
        ],
      ];
    }),
  );

describe("a GPP string, as the real package decodes it", () => {
  it.each(strings)("$name closes what it names: $denied", ({ gpp, sections, denied }) => {
    const ping = ready(sections, decoded(gpp));
    expect(readGppPing(ping).denied).toEqual(denied);
    expect(besideYes(ping)).toEqual(denied.length > 0 ? { ...OPEN, crm: "closed" } : OPEN);
  });

  it.each(strings)("$name says the same in lists of segments", ({ gpp, sections }) => {
    const flat = decoded(gpp);
    expect(readGppPing(ready(sections, asLists(flat)))).toEqual(readGppPing(ready(sections, flat)));
  });

  it.each(malformed)("%s is not decoded, so it never gets here", (gpp) => {
    expect(() => decoded(gpp)).toThrow();
  });
});

const NO = { usnat: { SaleOptOut: 1, SharingOptOut: 2, TargetedAdvertisingOptOut: 2 } };
const SILENCE = { usnat: { SaleOptOut: 2, SharingOptOut: 2, TargetedAdvertisingOptOut: 2 } };

describe("what __gpp says", () => {
  it("is no answer until the signal is ready", () => {
    expect(readGppPing({ ...ready([7], NO), signalStatus: "not ready" }).state).toBe("pending");
    expect(readGppPing({}).state).toBe("pending");
  });

  it.each<[string, readonly number[] | null | undefined]>([
    ["unknown as the stub has them", []],
    ["unknown", [0]],
    ["not said", undefined],
    ["null", null],
    ["of Europe", [2]],
    ["of Canada", [5]],
  ])("is no answer where the sections that apply are %s", (_, applicableSections) => {
    expect(readGppPing({ signalStatus: "ready", applicableSections, parsedSections: {} }).state).toBe(
      "pending",
    );
  });

  it("is a silence, not a choice, where none of the laws applies", () => {
    expect(readGppPing(ready([-1], {}))).toMatchObject({ state: "answered", basis: "default" });
    expect(byAuthority(ready([-1], {}), "DE")).toMatchObject({ storage: "closed", crm: "closed" });
    expect(besideYes(ready([-1], {}))).toEqual(OPEN);
  });

  it("opens only where the visitor has to opt out, and did not", () => {
    expect(byAuthority(ready([7], SILENCE), "US")).toMatchObject({ storage: "open", crm: "open" });
    expect(byAuthority(ready([7], SILENCE), "DE")).toMatchObject({ storage: "closed", crm: "closed" });
    expect(byAuthority(ready([7], SILENCE), undefined)).toMatchObject({ storage: "closed" });
  });

  it("closes by an opt-out exactly what needs it, where the visitor has to opt out", () => {
    expect(byAuthority(ready([7], NO), "US")).toMatchObject({
      storage: "open",
      behavior: "open",
      crm: "closed",
    });
    const byAds = { ...AUTHORITY, gates: { ...AUTHORITY.gates, crm: "targeted-advertising" } };
    expect(consentFrom([readGppPing(ready([7], NO))], byAds, "US").gates.crm).toBe("open");
  });

  it("opens nothing by an opt-out where consent must be given", () => {
    for (const country of ["DE", undefined])
      expect(byAuthority(ready([7], NO), country)).toMatchObject({ storage: "closed", crm: "closed" });
  });

  it("opens nothing for a child who is known, wherever it is", () => {
    const child = { usnat: { ...SILENCE.usnat, KnownChildSensitiveDataConsents: [0, 1] } };
    for (const country of ["US", "DE"])
      expect(byAuthority(ready([7], child), country)).toMatchObject({ storage: "closed", crm: "closed" });
    expect(besideYes(ready([7], child))).toEqual({ ...OPEN, crm: "closed" });
  });

  it.each<[string, GppPing]>([
    ["not ready", { ...ready([7], SILENCE), signalStatus: "not ready" }],
    ["ready for a law that is not known", ready([0], {})],
  ])("opens nothing while it is %s, not even where the visitor has to opt out", (_, ping) => {
    expect(byAuthority(ping, "US")).toMatchObject({ storage: "unknown", crm: "unknown" });
  });

  it("hears an opt-out in every section, even of a state that we do not know", () => {
    const ping = ready([7, 99], { ...SILENCE, uszz: [{ TargetedAdvertisingOptOut: 1 }, { Gpc: false }] });
    expect(readGppPing(ping).denied).toEqual(["targeted-advertising"]);
  });

  it("stands while the dialog is open again, and no longer", () => {
    const asking = { ...ready([7], {}), signalStatus: "not ready" };
    expect(heardGpp(asking, undefined).state).toBe("pending");
    const said = heardGpp(ready([7], NO), undefined);
    expect(heardGpp(asking, said)).toBe(said);
    expect(heardGpp(ready([7], SILENCE), said).denied).toEqual([]);
  });

  it("leaves its Gpc bit to the browser's own signal, for which the library names the gates", () => {
    expect(besideYes(ready([7], { usnat: { ...SILENCE.usnat, Gpc: true } }))).toEqual(OPEN);
  });

  it("does not stumble over sections that are none", () => {
    const said = { ...ready([], {}), applicableSections: 7 } as unknown as GppPing;
    expect(readGppPing(said).state).toBe("answered");
    expect(readGppPing(ready([7], { usnat: null, usca: "", usva: [null, 1] })).state).toBe("answered");
    expect(readGppPing({ signalStatus: "ready", parsedSections: null }).state).toBe("pending");
  });
});

describe("the sections of US laws", () => {
  it.each<[string, string, object]>([
    [
      "nobody opted out",
      "DBABLA~CVQqAAAAAABY.QA",
      { keeps: ["sale", "sharing"], gpc: false, isChild: false },
    ],
    [
      "everything opted out, by the browser",
      "DBABLA~CVQVAAAAAABY.YA",
      { keeps: [], gpc: true, isChild: false },
    ],
    [
      "the browser’s signal not followed",
      "DBABLA~CFQqAAAAAACA.YA",
      { keeps: ["sale", "sharing"], gpc: true },
    ],
    ["a known child", "DBABLA~CAAAAAAAAECA.QA", { keeps: [], isChild: true }],
    ["a state’s own law", "DBABBg~BUoAAACA.QA", { section: "usca", keeps: ["sale", "sharing"] }],
  ])("say it: %s", (_, text, said) => {
    const model = new GppModel(text);
    const parsedSections = model.toObject() as Record<string, unknown>;
    expect(usSections(ready(model.getSectionIds(), parsedSections))).toEqual([expect.objectContaining(said)]);
  });

  it("say nothing before the signal is ready, nor where they do not apply", () => {
    expect(usSections({ ...ready([7], SILENCE), signalStatus: "not ready" })).toEqual([]);
    expect(usSections(ready([-1], SILENCE))).toEqual([]);
    expect(usSections(ready([8], SILENCE))).toEqual([]);
  });
});

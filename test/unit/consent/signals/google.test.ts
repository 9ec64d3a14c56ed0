import { describe, expect, it } from "vitest";
import { gatesAll } from "../../../../shared/consent/gates.ts";
import { answered } from "../../../../shared/consent/reading.ts";
import { consentFrom } from "../../../../shared/consent/record.ts";
import { GOOGLE, googleTypesSaid, readGoogle } from "../../../../shared/consent/signals/google.ts";

/** The data layer holds what gtag was called with: its arguments, which are no array. */
function gtag(..._all: readonly unknown[]): unknown {
  // biome-ignore lint/complexity/noArguments: Google's snippet pushes them, and tells commands by that.
  return arguments;
}
const consent = (command: string, types: Record<string, unknown>) => gtag("consent", command, types);
const GRANTED = {
  functionality_storage: "granted",
  personalization_storage: "granted",
  analytics_storage: "granted",
};
const DENIED = {
  functionality_storage: "denied",
  personalization_storage: "denied",
  analytics_storage: "denied",
};
const rules = {
  source: GOOGLE,
  gates: {
    storage: ["functionality_storage", "personalization_storage"],
    behavior: "personalization_storage",
    crm: "personalization_storage",
    measurement: "analytics_storage",
  },
};

describe("Google consent mode in the data layer", () => {
  it("is what the last update of each type says, whatever the default was", () => {
    const dataLayer = [
      { event: "gtm.js" },
      consent("default", DENIED),
      consent("update", GRANTED),
      gtag("event", "page_view"),
      consent("update", { analytics_storage: "denied" }),
    ];
    expect(readGoogle(dataLayer, undefined)).toEqual({
      source: GOOGLE,
      state: "answered",
      basis: "explicit",
      granted: ["functionality_storage", "personalization_storage"],
      denied: ["analytics_storage"],
      opens: ["storage", "behavior", "crm"],
      closes: ["measurement"],
    });
  });

  it("closes nothing beside another by a default that denies, which is nobody’s no", () => {
    const beside = { ...rules, source: "klaro" };
    const readings = [
      answered("klaro", Object.keys(GRANTED), []),
      readGoogle([consent("default", DENIED)], {}),
    ];
    expect(consentFrom(readings, beside, "DE").gates).toEqual(gatesAll("open"));
  });

  it("has no say on a type that nobody set, which Google takes for granted", () => {
    const reading = readGoogle([consent("update", { ad_storage: "denied" })], undefined);
    expect(reading).toMatchObject({ granted: [], denied: ["ad_storage"], opens: [], closes: [] });
    expect(consentFrom([reading], rules, "DE").gates).toEqual({
      storage: "closed",
      behavior: "closed",
      crm: "closed",
      measurement: "closed",
    });
  });

  it("is nobody’s choice as long as there are only defaults", () => {
    const granted = readGoogle([consent("default", GRANTED)], undefined);
    expect(granted.basis).toBe("default");
    expect(consentFrom([granted], rules, "DE").gates.crm).toBe("closed");
    expect(readGoogle([consent("default", DENIED)], undefined).basis).toBe("default");
  });

  it("takes no default for part of somebody’s choice", () => {
    const dataLayer = [
      consent("default", { ...GRANTED, analytics_storage: "denied" }),
      consent("update", { functionality_storage: "granted" }),
    ];
    expect(readGoogle(dataLayer, undefined)).toMatchObject({
      granted: ["functionality_storage"],
      denied: [],
    });
  });

  it.each([
    ["a region’s", "the general one", { region: ["DE"], ...DENIED }, GRANTED],
    ["the general", "a region’s", DENIED, { region: ["US"], ...GRANTED }],
  ])("lets the strictest default count: %s beats %s", (_, __, strict, other) => {
    for (const dataLayer of [
      [consent("default", strict), consent("default", other)],
      [consent("default", other), consent("default", strict)],
    ])
      expect(readGoogle(dataLayer, undefined).granted).toEqual([]);
  });

  it.each<[string, unknown]>([
    ["is not there", undefined],
    ["is something else", { push: 1 }],
    ["is empty", []],
    ["holds nothing of consent", [null, "consent", 1, { event: "consent" }, gtag("config", "G-1")]],
    ["holds no answers", [consent("update", { analytics_storage: "maybe" }), gtag("consent", "update")]],
    ["holds other commands", [gtag("consent", "declare", GRANTED)]],
  ])("has no answer where it %s", (_, dataLayer) => {
    expect(readGoogle(dataLayer, undefined).state).toBe("pending");
  });
});

describe("what Google’s script holds", () => {
  const entries = (update: boolean | undefined) => ({
    personalization_storage: { default: true, update, implicit: true, quiet: false },
  });

  it("counts where a tag manager’s template updates without a command", () => {
    const reading = readGoogle([consent("default", DENIED)], entries(true));
    expect(reading).toMatchObject({ basis: "explicit", granted: ["personalization_storage"] });
  });

  it("is nobody’s choice by its default, and no say by what is implicit", () => {
    expect(readGoogle([], entries(undefined)).basis).toBe("default");
    expect(readGoogle([], { personalization_storage: { implicit: true } }).state).toBe("pending");
  });

  it("closes together with the commands: the strictest wins", () => {
    const update = (said: string) => [consent("update", { personalization_storage: said })];
    expect(readGoogle(update("denied"), entries(true)).denied).toEqual(["personalization_storage"]);
    expect(readGoogle(update("granted"), entries(false)).denied).toEqual(["personalization_storage"]);
    expect(readGoogle(update("granted"), entries(true)).granted).toEqual(["personalization_storage"]);
  });
});

describe("the types of which consent mode says anything", () => {
  it("are those with a default or an update, by command or in Google’s script", () => {
    const commands = [
      consent("default", { ad_storage: "denied" }),
      consent("update", { ad_user_data: "granted" }),
    ];
    const entries = { analytics_storage: { default: false }, security_storage: { implicit: true } };
    expect(googleTypesSaid(commands, entries)).toEqual(["ad_storage", "ad_user_data", "analytics_storage"]);
  });

  it.each<[string, unknown, unknown]>([
    ["nothing is there", undefined, undefined],
    ["only other commands are", [gtag("config", "G-1"), { event: "consent" }], {}],
    ["Google’s script only implies them", [], { ad_storage: { implicit: true } }],
  ])("are not spoken of where %s: consent mode is not used", (_, dataLayer, entries) => {
    expect(googleTypesSaid(dataLayer, entries)).toBeUndefined();
  });
});

import { gatesAll } from "../../../shared/consent/gates.ts";
import { VANILLA } from "../../../shared/consent/managers/vanilla-cookieconsent.ts";
import { answered, type Reading } from "../../../shared/consent/reading.ts";
import { consentFrom } from "../../../shared/consent/record.ts";
import { ABSENT, type Facts, known, unknown } from "../../../shared/engine/facts.ts";
import type { Evidence } from "../../../shared/findings/finding.ts";
import type { Library } from "../../../shared/library/library.ts";
import type { Visitor } from "../../../shared/library/visitor.ts";
import { publish } from "../../../shared/manifest/publish.ts";
import type { Inspection } from "../../../shared/protocol/inspection.ts";
import type { Observation, ObservedSlot } from "../../../shared/protocol/observation.ts";
import type { Preview } from "../../../shared/protocol/preview.ts";
import type { Watched } from "../../../shared/protocol/watched.ts";
import { tinyLibrary } from "../library/tiny.ts";

export const NOW = Date.parse("2026-11-24T12:00:00Z");

const tiny = tinyLibrary();
type Segment = Library["segments"][string];

const like = (name: string, when: Segment["when"], inside: Visitor, outside: Visitor = {}): Segment => ({
  ...(Object.values(tiny.segments)[0] as Segment),
  name,
  when,
  reportAs: name,
  tests: [
    { name: "one of them", visitor: inside, expect: "yes" },
    { name: "somebody else", visitor: outside, expect: "no" },
  ],
});

const here = (country: string) => ({ identified: false, properties: { country } });
const aCfo = { properties: { persona: "cfo" } };
const nobodyKnown = { identified: false };

/** A library with every kind of segment, offer and slot that a finding may ask about, and without a gap. */
export const library: Library = {
  ...tiny,
  consent: { ...tiny.consent, regions: { "opt-out": ["US"] } },
  properties: {
    ...tiny.properties,
    firstSource: { input: "source", type: "text", from: "behavior", of: "firstTouch.source" },
  },
  segments: {
    customer: {
      ...like(
        "Customers",
        { property: "lifecycleStage", is: "customer" },
        { properties: { lifecycleStage: "customer" } },
        nobodyKnown,
      ),
      input: "lifecycle",
    },
    prospect: like(
      "Not customers",
      { property: "lifecycleStage", isNot: "customer" },
      { properties: { lifecycleStage: "lead" } },
      { properties: { lifecycleStage: "customer" } },
    ),
    cfo: like("CFOs", { property: "persona", is: "cfo" }, aCfo, nobodyKnown),
    germany: {
      ...like("Germany", { property: "country", is: "DE" }, here("DE"), here("FR")),
      input: "region",
    },
    reader: like(
      "Keen readers",
      { event: "page_view", atLeast: 3 },
      { events: [{ event: "page_view" }, { event: "page_view" }, { event: "page_view" }] },
    ),
    partner: like(
      "Sent by a partner",
      { property: "firstSource", is: "partner" },
      { properties: { firstSource: "partner" } },
    ),
    "german-or-cfo": like(
      "Germany or CFO",
      { any: [{ segment: "germany" }, { segment: "cfo" }] },
      here("DE"),
      here("FR"),
    ),
  },
  suppressions: {
    ...tiny.suppressions,
    "not-served": {
      name: "Is in a country that is not served",
      class: "safety",
      reason: "Nothing is sold there",
      when: { property: "country", is: "RU" },
      blocks: { goals: ["acquisition"] },
    },
  },
  offers: {
    ...tiny.offers,
    guide: {
      goal: "education",
      label: "Read the guide",
      href: "/guide",
      eligible: { property: "country", in: ["DE", "AT"] },
      blackouts: [{ from: "2026-12-24", until: "2026-12-27" }],
    },
    autumn: {
      goal: "education",
      label: "Autumn course",
      href: "/autumn",
      from: "2026-09-01",
      until: "2026-11-24T11:30:00Z",
    },
  },
  slots: {
    hero: {
      name: "Hero",
      moment: "first visit",
      pages: ["/"],
      default: { goal: "acquisition" },
      neutral: { text: "Welcome back" },
      variations: ["customer", "cfo", "germany", "reader", "partner", "german-or-cfo", "prospect"].map(
        (segment) => ({
          id: `for-${segment}`,
          for: segment,
          goal: segment === "cfo" ? "acquisition" : "education",
          content: { text: segment },
        }),
      ),
    },
    cta: {
      name: "Button",
      moment: "first visit",
      pages: ["/"],
      default: { offer: "book-demo" },
      neutral: { hide: true },
      variations: [{ id: "cta-cfo", for: "cfo", content: { offer: "book-demo" } }],
    },
    learn: {
      name: "Learn",
      moment: "learning",
      pages: ["/"],
      default: { offer: "autumn" },
      neutral: { hide: true },
      variations: [{ id: "learn-cfo", for: "cfo", content: { offer: "guide" } }],
    },
    banner: {
      name: "Banner",
      moment: "learning",
      pages: ["/"],
      default: { goal: "education" },
      neutral: { hide: true },
      variations: [
        { id: "banner-german", for: "german-or-cfo", priority: 5, content: { text: "Hallo" } },
        { id: "banner-prospect", for: "prospect", priority: 5, content: { text: "Hello" } },
        { id: "banner-reader", for: "reader", priority: 1, content: { text: "Go on" } },
      ],
    },
  },
  measurement: { holdout: 0.05 },
};

export const { manifest } = publish(library);

export const agreedToAll = answered(VANILLA, ["functional", "personalization", "analytics"], []);
export const agreedToNothing = answered(VANILLA, ["necessary"], []);

/** A value that only the visitor has. */
export const SECRET = "Zebediah";

const nobody: Facts = {
  properties: { lifecycleStage: ABSENT, firstName: known(SECRET), country: known("DE") },
  memberships: { cfo: { is: "no" } },
  events: [],
  now: NOW,
};

/** Visitors as the page knows them. */
export const visitors = {
  nobody,
  customer: { ...nobody, properties: { ...nobody.properties, lifecycleStage: known("customer") } },
  cfo: {
    ...nobody,
    properties: { ...nobody.properties, lifecycleStage: known("lead") },
    memberships: { cfo: { is: "yes" } },
  },
  notAsked: {
    ...nobody,
    properties: { lifecycleStage: unknown("withheld"), country: known("DE") },
    memberships: { cfo: unknown("withheld") },
    events: unknown("withheld"),
  },
  stillAsked: {
    ...nobody,
    properties: { lifecycleStage: unknown("pending"), country: known("DE") },
    memberships: { cfo: unknown("pending") },
    events: unknown("pending"),
  },
} satisfies Record<string, Facts>;

export const element = (slot: string, part: Partial<ObservedSlot>): ObservedSlot => ({
  slot,
  outcome: "default",
  selector: `[data-fw-slot="${slot}"]`,
  visible: true,
  text: "What stands there",
  ...part,
});

export const shows = (variation: string, slot = "hero") =>
  element(slot, { outcome: "variation", shown: variation });

type Page = {
  readonly slots: readonly ObservedSlot[];
  readonly facts?: Facts;
  /** As the extension reads it; and, unless said otherwise, as the page does. */
  readonly consent?: readonly Reading[];
  readonly claimed?: readonly Reading[];
  readonly country?: string;
  readonly claim?: Partial<Inspection>;
  readonly preview?: Evidence["preview"];
  readonly library?: Library;
  readonly now?: number;
  readonly watched?: Partial<Watched>;
};

/** So long ago the page was loaded. */
export const LOADED = NOW - 60_000;

/** How consent went, by the seconds since the page was loaded. */
export const overTime = (went: Readonly<Record<number, readonly Reading[]>>): Watched["consent"] =>
  Object.entries(went)
    .map(([second, readings]) => ({
      at: LOADED + Number(second) * 1_000,
      readings: structuredClone(readings) as Watched["consent"][number]["readings"],
    }))
    .sort((one, other) => one.at - other.at);

/** A page that has been watched for a while, and on which nothing happened. */
const watchedSince = (consent: readonly Reading[], part: Partial<Watched> = {}): Watched => ({
  loaded: LOADED,
  at: NOW,
  consent: overTime({ 0.1: consent }),
  device: [],
  requests: [],
  tools: [],
  trackers: [],
  signals: {},
  ...part,
});

/** A page of somebody else, without Forwhom. */
export const elsewhere = (consent: readonly Reading[], watched?: Partial<Watched>): Evidence => ({
  now: NOW,
  observation: {
    url: "https://elsewhere.example/",
    title: "Elsewhere",
    consent: [...consent],
    slots: [],
    watched: watchedSince(consent, watched),
  } as unknown as Observation,
});

/** A page as the extension sees it: everything agreed to and nobody known, unless told otherwise. */
export function page({
  slots,
  facts = visitors.nobody,
  country,
  preview,
  now = NOW,
  watched,
  ...rest
}: Page): Evidence {
  const consent = rest.consent ?? [agreedToAll];
  const claim = {
    forwhom: 1,
    manifest,
    decisions: [],
    facts,
    consent: consentFrom(rest.claimed ?? consent, manifest.consent, country),
    visitor: { identified: false },
    ...rest.claim,
  } as unknown as Inspection;
  const observation = {
    url: "https://northwind.example/",
    title: "Northwind",
    claim,
    consent,
    ...(country !== undefined && { country }),
    slots,
    watched: watchedSince(consent, watched),
  } as unknown as Observation;
  return { observation, preview, library: rest.library, now };
}

/** Pages with one fault each: which finding it is, and the evidence. */
export type Wrong = Readonly<Record<string, readonly [finding: string, evidence: Evidence]>>;
/** Pages on which there is nothing to be found. */
export type Right = Readonly<Record<string, Evidence>>;

const previewOf = (facts: Evidence["observation"], gates: "open" | "closed"): Preview => ({
  forwhom: 1,
  label: "CFOs",
  facts: structuredClone(facts.claim?.facts ?? visitors.nobody) as Preview["facts"],
  gates: gatesAll(gates),
  tab: 1,
  until: NOW + 1,
});

export const inPreview = (evidence: Evidence, gates: "open" | "closed"): Evidence => ({
  ...evidence,
  preview: previewOf(evidence.observation, gates),
});

import { GATES } from "../consent/gates.ts";
import { ATTRIBUTES, CHANGES } from "../engine/rules.ts";
import {
  ADDRESS,
  AUTHORITIES,
  CLASSES,
  COMPARISONS,
  COUNTRY,
  HUB_ID,
  INPUTS,
  isZone,
  LANGUAGE,
  LINK,
  LONGEST,
  LONGEST_HOLD,
  LONGEST_HTML,
  MOMENT,
  PAGES,
  PATH,
  SINKS,
  SOURCES,
} from "../library/vocabulary.ts";
import { condition, duration, id } from "./decodeCondition.ts";
import {
  boolean,
  both,
  either,
  type Is,
  list,
  literal,
  number,
  object,
  record,
  suchThat,
  text,
} from "./decoder.ts";
import type { Manifest } from "./shape.ts";

const sentence = text(/./s, LONGEST);
const anyText = suchThat(() => true);
const input = literal(...INPUTS);
const moment = text(MOMENT);
const attributes: Readonly<Record<string, Is>> = {
  ...Object.fromEntries(ATTRIBUTES.map((name) => [name, sentence])),
  href: text(LINK),
  src: text(ADDRESS),
  srcset: text(SOURCES),
};
const content = either(
  object({ template: literal(true) }),
  object({ text: sentence }),
  object({ html: text(/./s, LONGEST_HTML) }),
  object({ offer: id }),
  object({ attributes: both(object({}, attributes), (all) => Object.keys(all as object).length > 0) }),
  object({ fragment: text(PATH) }),
  object({ hide: literal(true) }),
);
const gate = literal(...GATES);
const category = text();
const needs = either(category, list(category, 1));
const authority = literal(...AUTHORITIES);

const consent = object(
  { source: authority, gates: record(gate, either(needs, object({ source: authority, needs }))) },
  {
    others: list(authority),
    regions: object({ "opt-out": list(text(COUNTRY)) }),
    globalPrivacyControl: list(gate),
  },
);

const property = object(
  { input, from: literal("crm", "page", "behavior") },
  {
    label: sentence,
    labels: record(anyText, sentence),
    of: anyText,
    usableFor: duration,
    compare: literal(...COMPARISONS),
    missing: list(anyText, 1),
    zone: suchThat(isZone),
  },
);

const truth = literal("yes", "no", "unknown");
const membership = object({ anonymous: truth }, { usableFor: duration });
const segment = object(
  { name: sentence, input, when: condition, reportAs: sentence },
  { private: literal(true) },
);

const ids = list(id);
const blocksSomething: Is = (value) =>
  Object.values(value as object).some((one) => Array.isArray(one) && one.length > 0);
const legalHoldsInDoubt: Is = (value) => {
  const rule = value as Record<string, unknown>;
  return rule.class !== "legal" || rule.doubt !== "show";
};
const suppression = both(
  object(
    {
      name: sentence,
      class: literal(...CLASSES),
      reason: sentence,
      when: condition,
      blocks: both(
        object({}, { goals: ids, offers: ids, slots: ids, channels: ids, tags: ids }),
        blocksSomething,
      ),
    },
    { doubt: literal("suppress", "show") },
  ),
  legalHoldsInDoubt,
);

const offer = object(
  { goal: id, label: sentence, href: text(LINK) },
  {
    eligible: condition,
    from: moment,
    until: moment,
    cap: object({ times: number(1, 1_000, true), within: duration }),
    tags: ids,
    blackouts: list(object({ from: moment, until: moment })),
    excludes: ids,
    coolDown: duration,
    once: boolean,
    reachedBy: object({}, { pages: list(text(PAGES), 1), click: text(), form: text() }),
  },
);

const slot = object(
  {
    name: sentence,
    moment: sentence,
    pages: list(text(PAGES), 1),
    default: either(object({ goal: id }), object({ offer: id })),
    neutral: content,
    variations: list(
      object(
        { id, for: id, content },
        {
          goal: id,
          priority: number(0, 1_000, true),
          tags: ids,
          lang: text(LANGUAGE),
          approved: text(/.{8}/s),
        },
      ),
    ),
  },
  {
    selector: text(),
    paused: boolean,
    channel: id,
    tags: ids,
    hold: number(0, LONGEST_HOLD, true),
    onChange: literal(...CHANGES),
  },
);

const manifest = object(
  {
    forwhom: literal(1),
    name: sentence,
    version: text(),
    consent,
    properties: record(id, property),
    memberships: record(id, membership),
    segments: record(id, segment),
    suppressions: record(id, suppression),
    offers: record(id, offer),
    slots: record(id, slot),
    measurement: object(
      {},
      {
        holdout: number(0, 0.5),
        salt: text(undefined, 100),
        reportTo: list(literal(...SINKS)),
        hubId: text(HUB_ID),
        seen: object({}, { share: number(0.01, 1), forMs: number(0, 60_000, true) }),
        creditDays: number(0.01, 400),
        reportUnderGpc: boolean,
      },
    ),
  },
  { endpoint: text(ADDRESS), stop: boolean },
);

/** The manifest, if it is one: accepts exactly what `manifestSchema` accepts, in a thousandth of its size. */
export function decodeManifest(found: unknown): Manifest | undefined {
  try {
    return manifest(found) ? (found as Manifest) : undefined;
  } catch {
    // Nested deeper than the stack: no library is.
    return undefined;
  }
}

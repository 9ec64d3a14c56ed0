import { type Condition, leavesOf } from "../engine/condition.ts";
import { evaluate } from "../engine/evaluate.ts";
import { ABSENT, entry, type Fact, mapped } from "../engine/facts.ts";
import { durationMs } from "../engine/leaf/duration.ts";
import { fingerprint } from "../library/fingerprint.ts";
import type { Library } from "../library/library.ts";
import { isPublic } from "../library/property.ts";
import type { Content } from "../library/slot.ts";
import type { Manifest } from "./shape.ts";
import { type Split, splitter } from "./split.ts";

/** The private half of a published library: what the endpoint answers, by membership id. */
export type Memberships = Readonly<Record<string, Condition>>;

export type Published = { readonly manifest: Manifest; readonly memberships: Memberships };

/**
 * Splits a checked library into the public manifest and the memberships that the endpoint answers.
 * Owners, purposes, tests, review notes and criteria on properties that are not exposed stay out
 * of the manifest. DESIGN §2.
 */
export function publish(library: Library): Published {
  const split = splitter(library);
  const memberships: Record<string, Condition> = {};
  const splitFor = (owner: string, condition: Condition) => splitUnder(owner, condition, split, memberships);
  const { objection: _kept, ...consent } = library.consent;

  const whens = mapped(library.segments, ({ when }, id) => splitFor(id, when));
  const segments = mapped(library.segments, ({ name, input, reportAs }, id) => ({
    name,
    input,
    reportAs,
    when: entry(whens, id) as Condition,
    ...(isPrivate(id, whens) && { private: true as const }),
  }));
  const suppressions = mapped(library.suppressions, (rule, id) => ({
    ...rule,
    when: splitFor(id, rule.when),
  }));
  const offers = mapped(library.offers, (offer, id) => ({
    ...offer,
    ...(offer.eligible && { eligible: splitFor(id, offer.eligible) }),
  }));
  const slots = mapped(library.slots, (slot) => ({
    ...slot,
    variations: slot.variations.map(({ origin: _origin, approval, ...variation }) => ({
      ...variation,
      ...(approval && isElsewhere(variation.content) && { approved: approval.of }),
    })),
  }));

  const manifest = {
    forwhom: 1 as const,
    name: library.name,
    ...(library.endpoint !== undefined && { endpoint: library.endpoint }),
    ...(library.stop !== undefined && { stop: library.stop }),
    consent,
    properties: publicProperties(library),
    memberships: mapped(memberships, (condition) => publicMembership(condition, library)),
    segments,
    suppressions,
    offers,
    slots,
    measurement: library.measurement,
  };
  return {
    manifest: { ...manifest, version: fingerprint(JSON.stringify([manifest, memberships])) },
    memberships,
  };
}

/** Whether anything that decides a segment is kept behind the endpoint. */
function isPrivate(segment: string, whens: Readonly<Record<string, Condition>>): boolean {
  const when = entry(whens, segment);
  return when === undefined
    ? false
    : leavesOf(when).some(
        (leaf) => "membership" in leaf || ("segment" in leaf && isPrivate(leaf.segment, whens)),
      );
}

/** The library does not have it: the page script compares it with what was approved. */
const isElsewhere = (content: Content) => "template" in content || "fragment" in content;

/** A whole condition that is taken keeps its owner's id; a part of one gets the id and a number. */
function splitUnder(
  owner: string,
  condition: Condition,
  split: Split,
  taken: Record<string, Condition>,
): Condition {
  let parts = 0;
  return split(condition, (part) => {
    const id = part === condition && entry(taken, owner) === undefined ? owner : `${owner}~${++parts}`;
    taken[id] = part;
    return id;
  });
}

function publicProperties({ properties }: Library): Manifest["properties"] {
  return Object.fromEntries(
    Object.entries(properties)
      .filter(([, property]) => isPublic(property))
      .map(([id, { input, label, labels, from, of, usableFor, compare, missing, zone }]) => [
        id,
        {
          input,
          from,
          ...(label !== undefined && { label }),
          ...(labels !== undefined && { labels }),
          ...(from !== "crm" && { of }),
          ...(usableFor !== undefined && { usableFor }),
          ...(compare !== undefined && { compare }),
          ...(missing !== undefined && { missing }),
          ...(zone !== undefined && { zone }),
        },
      ]),
  );
}

function publicMembership(
  condition: Condition,
  { properties, segments }: Library,
): Manifest["memberships"][string] {
  const nobody = mapped(properties, (): Fact => ABSENT);
  const { is } = evaluate(
    condition,
    { properties: nobody, memberships: {}, events: [], now: 0 },
    { segments, properties },
  );
  const shortest = propertiesRead(condition, segments)
    .map((id) => entry(properties, id)?.usableFor)
    .filter((age) => age !== undefined)
    .sort((one, other) => (durationMs(one) ?? 0) - (durationMs(other) ?? 0))[0];
  return { anonymous: is, ...(shortest !== undefined && { usableFor: shortest }) };
}

function propertiesRead(condition: Condition, segments: Library["segments"]): readonly string[] {
  return leavesOf(condition).flatMap((leaf) => {
    if ("property" in leaf) return [leaf.property];
    const segment = "segment" in leaf ? entry(segments, leaf.segment) : undefined;
    return segment ? propertiesRead(segment.when, segments) : [];
  });
}

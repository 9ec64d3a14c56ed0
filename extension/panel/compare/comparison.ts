import { entry } from "../../../shared/engine/facts.ts";
import type { Content } from "../../../shared/engine/rules.ts";
import type { Decision } from "../../../shared/engine/trace.ts";
import type { Names } from "../../../shared/sentences/names.ts";
import type { Choice } from "../person/choice.ts";
import type { Picture } from "../pictures/capture.ts";
import type { Pictures } from "../pictures/take.ts";
import type { MatrixRow } from "../rules/matrix.ts";
import { reasonsFor } from "../rules/reasons.ts";
import { namesOf } from "../rules/rules.ts";
import type { Seen } from "../seen.ts";

/** What one audience would see in one slot, to read and to draw. */
export type Sight = {
  readonly slot: string;
  readonly outcome: Decision["outcome"];
  readonly headline: string;
  /** Why, in a sentence or two. */
  readonly why: readonly string[];
  /** Why what is meant for others is not shown, by variation. */
  readonly passedOver: Readonly<Record<string, string>>;
  /** What would be read there, where the rules say it: what stands in the page may speak of its visitor. */
  readonly text?: string | undefined;
  /** The same for two audiences: the same content. */
  readonly content: string;
  /** What it really looks like, where a picture was taken. */
  readonly picture?: Picture | undefined;
};

/** One audience; without sights nobody of it was found. */
export type ComparedAudience = {
  /** A segment's id; "": nobody in particular. */
  readonly id: string;
  readonly name: string;
  readonly sights?: readonly Sight[] | undefined;
};

export type ComparedSlot = { readonly id: string; readonly name: string };

export type Comparison = {
  readonly slots: readonly ComparedSlot[];
  readonly audiences: readonly ComparedAudience[];
};

export const choiceFor = (audience: string): Choice => ({
  ...(audience !== "" && { segment: audience }),
  also: [],
  withoutConsent: false,
});

/** The slots of this page that its library has, in reading order. */
export const slotsHere = ({ observation, claim }: Seen): readonly ComparedSlot[] =>
  [...new Set(observation.slots.map(({ slot }) => slot))].flatMap((id) => {
    const slot = entry(claim.manifest.slots, id);
    return slot ? [{ id, name: slot.name }] : [];
  });

/** Those for whom there is most on this page, a few of them; nobody in particular before them. */
export function audiencesHere(seen: Seen): readonly string[] {
  const slots = slotsHere(seen).map(({ id }) => seen.claim.manifest.slots[id]?.variations ?? []);
  const counts = new Map<string, number>();
  for (const audience of slots.flatMap((variations) => [...new Set(variations.map((one) => one.for))]))
    counts.set(audience, (counts.get(audience) ?? 0) + 1);
  const most = [...counts].toSorted(([, one], [, other]) => other - one);
  return ["", ...most.slice(0, 3).map(([audience]) => audience)];
}

export function comparisonOf(rows: readonly MatrixRow[], seen: Seen, anybody: string): Comparison {
  const names = namesOf(seen.rules);
  const slots = slotsHere(seen);
  const audiences = rows.map(({ choice: { segment = "" }, decisions }): ComparedAudience => {
    const name = segment === "" ? anybody : (entry(names.segments, segment)?.name ?? segment);
    const sights = decisions?.map((decision) => sightOf(decision, seen, names));
    return { id: segment, name, ...(sights && { sights }) };
  });
  return { slots, audiences };
}

function sightOf(decision: Decision, { claim }: Seen, names: Names): Sight {
  const { slot, outcome, shown, candidates } = decision;
  const { headline, why, passedOver } = reasonsFor(decision, names);
  const stopped = candidates.filter(({ stoppedBy }) => stoppedBy);
  const rule = entry(claim.manifest.slots, slot);
  const variation = rule?.variations.find(({ id }) => id === shown?.variation);
  const content = outcome === "neutral" ? rule?.neutral : variation?.content;
  const text = content && textOf(content, names);
  return {
    slot,
    outcome,
    headline,
    why,
    passedOver: Object.fromEntries(stopped.map((one, at) => [one.variation, passedOver[at] ?? ""])),
    ...(text && { text }),
    content: shown?.variation ?? outcome,
  };
}

/** What is written in the page or comes from elsewhere is not in the rules. */
function textOf(content: Content, { offers }: Names): string | undefined {
  if ("text" in content) return shortened(content.text);
  if ("html" in content) return shortened(content.html.replace(/<[^>]*>/g, " "));
  return "offer" in content ? entry(offers, content.offer)?.label : undefined;
}

/** As somebody reads it of whom nothing is known: a token has its fallback. */
function shortened(text: string): string {
  const plain = text
    .replace(/\{\{[^{}|]*\|?([^{}]*)\}\}/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return plain.length > 140 ? `${plain.slice(0, 139)}…` : plain;
}

/** The same comparison with the pictures that there are. */
export const pictured = (comparison: Comparison, pictures: Pictures): Comparison => ({
  ...comparison,
  audiences: comparison.audiences.map((audience) => ({
    ...audience,
    sights: audience.sights?.map((sight) => ({
      ...sight,
      picture: entry(entry(pictures, audience.id) ?? {}, sight.slot),
    })),
  })),
});

/** All that can be said of a picture to somebody who does not see it. */
export const inWords = ({ headline, text }: Pick<Sight, "headline" | "text">): string =>
  [headline, text].filter(Boolean).join(": ");

/** Whether two audiences would see the same in a slot. */
export const isSame = (one: Sight | undefined, other: Sight | undefined): boolean =>
  one !== undefined && one.content === other?.content;

export const sightIn = (sights: readonly Sight[], id: string): Sight | undefined =>
  sights.find(({ slot }) => slot === id);

import type { Confidence, Severity } from "../../../shared/findings/finding.ts";
import { CONFIDENCE, SEVERITY } from "../../../shared/findings/report/words.ts";
import type { Found } from "../examined.ts";

/** By what findings can be narrowed down: a severity or a confidence. */
export type Kind = Severity | Confidence;

/** A kind of which there is something, and how much. */
export type Offer<K extends Kind = Kind> = { readonly kind: K; readonly count: number };

/** Fewer can be overlooked at a glance. */
const ENOUGH = 5;

const SEVERITIES = Object.keys(SEVERITY) as readonly Severity[];
const CONFIDENCES = Object.keys(CONFIDENCE) as readonly Confidence[];

/** The kinds that tell these findings apart; none where there are too few of them to be filtered. */
export function offersIn(found: readonly Found[]): readonly Offer[] {
  if (found.length < ENOUGH) return [];
  return [
    ...apart(SEVERITIES, found, ({ rule }) => rule.severity),
    ...apart(CONFIDENCES, found, ({ rule }) => rule.confidence),
  ];
}

/**
 * The findings of the chosen kinds: of any chosen severity and of any chosen confidence. What is not offered
 * any more, because the page has changed, does not count.
 */
export function narrowed(found: readonly Found[], chosen: readonly Kind[]): readonly Found[] {
  const offered = offersIn(found).map(({ kind }) => kind);
  const asked = chosen.filter((kind) => offered.includes(kind));
  const isAsked = (kind: Kind, kinds: readonly Kind[]) =>
    !asked.some((one) => kinds.includes(one)) || asked.includes(kind);
  return found.filter(
    ({ rule }) => isAsked(rule.severity, SEVERITIES) && isAsked(rule.confidence, CONFIDENCES),
  );
}

export const toggled = (chosen: readonly Kind[], kind: Kind): readonly Kind[] =>
  chosen.includes(kind) ? chosen.filter((one) => one !== kind) : [...chosen, kind];

function apart<K extends Kind>(
  kinds: readonly K[],
  found: readonly Found[],
  kindOf: (one: Found) => K,
): readonly Offer<K>[] {
  const offers = kinds
    .map((kind) => ({ kind, count: found.filter((one) => kindOf(one) === kind).length }))
    .filter((offer) => offer.count > 0);
  return offers.length > 1 ? offers : [];
}

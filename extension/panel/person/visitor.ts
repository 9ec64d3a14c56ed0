import { entry, type Facts } from "../../../shared/engine/facts.ts";
import type { Changes } from "../../../shared/protocol/choice.ts";
import type { Preview } from "../../../shared/protocol/preview.ts";
import { count, say } from "../../words.ts";
import type { KnownRules } from "../rules/rules.ts";
import type { Choice } from "./choice.ts";
import { personFor } from "./person.ts";

type Moment = {
  readonly tab: number;
  readonly now: number;
  /** When it ends at the latest; after two hours in any case. */
  readonly until?: number | undefined;
};

const LASTS = 2 * 3_600_000;

/**
 * The preview of a visitor who is in the segment: its own test visitor, or a witness of its condition;
 * with whatever else is chosen laid over. Undefined where no such visitor was found.
 */
export function previewOf(
  choice: Choice,
  rules: KnownRules,
  { tab, now, until = now + LASTS }: Moment,
): Preview | undefined {
  const person = personFor(choice, rules, now);
  if (!person) return undefined;
  return {
    forwhom: 1,
    label: labelOf(choice, rules),
    ...(choice.segment !== undefined && { segment: choice.segment }),
    facts: mutable(person.facts),
    gates: person.gates,
    ...(choice.changes?.now !== undefined && { asOf: choice.changes.now }),
    tab,
    until: Math.min(until, now + LASTS),
  };
}

/** The page can read this: so it says nothing of what was changed, nor which test visitor it is. */
function labelOf(
  { segment, also, withoutConsent, changes = {} }: Choice,
  { manifest, full }: KnownRules,
): string {
  const segments: Readonly<Record<string, { readonly name: string }>> =
    full?.library.segments ?? manifest.segments;
  const who = segment === undefined ? say("anybody") : (entry(segments, segment)?.name ?? segment);
  const names = also.map((id) => entry(manifest.suppressions, id)?.name ?? id);
  const made = numberOf(changes);
  return [
    who,
    ...names,
    ...(withoutConsent ? [say("hasNotConsented")] : []),
    ...(made > 0 ? [count("thingsChanged", made)] : []),
  ]
    .join(" · ")
    .slice(0, 200);
}

/** How many things were changed; the moment is said by itself. */
const numberOf = ({ properties = {}, gates = {}, events = [], didNothing }: Changes): number =>
  Object.keys(properties).length + Object.keys(gates).length + events.length + (didNothing ? 1 : 0);

/** The protocol's types come from zod, whose arrays may be changed. */
const mutable = (facts: Facts): Preview["facts"] => structuredClone(facts) as Preview["facts"];

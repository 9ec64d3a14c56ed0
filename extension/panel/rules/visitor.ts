import { gatesAll } from "../../../shared/consent/gates.ts";
import { entry, type Facts } from "../../../shared/engine/facts.ts";
import type { Preview } from "../../../shared/protocol/preview.ts";
import { say } from "../../words.ts";
import type { Choice } from "./choice.ts";
import { personFor } from "./person.ts";
import type { KnownRules } from "./rules.ts";

type Moment = { readonly tab: number; readonly now: number };

const HOUR = 3_600_000;

/**
 * The preview of a visitor who is in the segment: its own test visitor, or a witness of its condition;
 * with whatever else is chosen laid over. Undefined where no such visitor was found.
 */
export function previewOf(choice: Choice, rules: KnownRules, { tab, now }: Moment): Preview | undefined {
  const person = personFor(choice, rules, now);
  if (!person) return undefined;
  return {
    forwhom: 1,
    label: labelOf(choice, rules),
    ...(choice.segment !== undefined && { segment: choice.segment }),
    facts: mutable(person.facts),
    gates: choice.withoutConsent ? gatesAll("closed") : person.gates,
    tab,
    until: now + 2 * HOUR,
  };
}

function labelOf({ segment, also, withoutConsent }: Choice, { manifest, full }: KnownRules): string {
  const segments: Readonly<Record<string, { readonly name: string }>> =
    full?.library.segments ?? manifest.segments;
  const who = segment === undefined ? say("anybody") : (entry(segments, segment)?.name ?? segment);
  const names = also.map((id) => entry(manifest.suppressions, id)?.name ?? id);
  return [who, ...names, ...(withoutConsent ? [say("hasNotConsented")] : [])].join(" · ").slice(0, 200);
}

/** The protocol's types come from zod, whose arrays may be changed. */
const mutable = (facts: Facts): Preview["facts"] => structuredClone(facts) as Preview["facts"];

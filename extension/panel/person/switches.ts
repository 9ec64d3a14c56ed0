import type { Gates } from "../../../shared/consent/gates.ts";
import { evaluate } from "../../../shared/engine/evaluate.ts";
import { entry, type Facts } from "../../../shared/engine/facts.ts";
import type { Preview } from "../../../shared/protocol/preview.ts";
import type { KnownRules } from "../rules/rules.ts";
import type { Choice } from "./choice.ts";
import { previewOf } from "./visitor.ts";

/** The switches as they stand in a preview: on, and whether the segment itself makes it so. */
export type Switch = { readonly isOn: boolean; readonly isGiven: boolean };

export function switchOf(
  suppression: string,
  preview: Preview | undefined,
  rules: KnownRules,
  chosen?: Choice,
): Switch {
  const rule = entry(rules.manifest.suppressions, suppression);
  if (!rule || !preview) return { isOn: false, isGiven: false };
  const isTrueOf = (facts: Facts | undefined) =>
    facts !== undefined && evaluate(rule.when, facts, rules.manifest).is === "yes";
  const isOn = isTrueOf(preview.facts);
  return { isOn, isGiven: isOn && isTrueOf(plain(preview, rules, chosen)?.facts) };
}

export function consentSwitchOf(preview: Preview | undefined, rules: KnownRules, chosen?: Choice): Switch {
  const isShut = (gates: Gates | undefined) =>
    gates !== undefined && Object.values(gates).every((state) => state !== "open");
  const isOn = preview !== undefined && isShut(preview.gates);
  return { isOn, isGiven: isOn && preview !== undefined && isShut(plain(preview, rules, chosen)?.gates) };
}

/** What a preview was chosen by, as the panel or the background remembers it; else as far as it can be read off the preview. */
export function choiceOf(preview: Preview | undefined, rules: KnownRules, chosen?: Choice): Choice {
  if (chosen) return chosen;
  const also = Object.keys(rules.manifest.suppressions).filter((id) => {
    const { isOn, isGiven } = switchOf(id, preview, rules);
    return isOn && !isGiven;
  });
  const consent = consentSwitchOf(preview, rules);
  return { segment: preview?.segment, also, withoutConsent: consent.isOn && !consent.isGiven };
}

/** The same preview with nothing laid over but what was changed by hand. */
const plain = ({ segment, tab, facts }: Preview, rules: KnownRules, chosen: Choice | undefined) =>
  previewOf({ segment, ...chosen, also: [], withoutConsent: false }, rules, { tab, now: facts.now });

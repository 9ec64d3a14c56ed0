import { GATES, type Gate, type GateState, type Gates } from "./gates.ts";
import type { Basis, Reading } from "./reading.ts";
import { GPC, TCF } from "./sources.ts";

/** Every category that a gate needs. */
type Needs = string | readonly string[];
/** A gate with an authority of its own. */
export type GateRule = { readonly source: string; readonly needs: Needs };

/** What a library says about consent, as far as gates depend on it. */
export type ConsentRules = {
  /** The authority of every gate that names no other. */
  readonly source: string;
  readonly gates: Readonly<Partial<Record<Gate, Needs | GateRule | undefined>>>;
  readonly regions?: { readonly "opt-out": readonly string[] } | undefined;
  readonly globalPrivacyControl?: readonly Gate[] | undefined;
};

/** The one record into which every source of consent is read. DESIGN §5. */
export type ConsentRecord = {
  readonly gates: Gates;
  /** On what the first authority's answer rests; that of one gate: `standingOf`. */
  readonly basis: Basis;
  readonly country?: string | undefined;
  readonly sources: readonly Reading[];
  /** Changes whenever a gate does: what was stored under another one is not used. */
  readonly fingerprint: string;
};

/** Who opens a gate, and what that takes. */
export function ruleOf(
  gate: Gate,
  { source, gates }: ConsentRules,
): { readonly source: string; readonly needs?: Needs | undefined } {
  const rule = gates[gate] as (Needs & Partial<GateRule>) | GateRule | undefined;
  return rule?.needs ? (rule as GateRule) : { source, needs: rule as Needs | undefined };
}

/**
 * Opens and closes the gates. Its authority opens a gate; any other source may only close it, by an
 * explicit no. Pending, not mapped, or unanswered or only a default where consent must be given: not open.
 */
export function consentFrom(
  readings: readonly Reading[],
  rules: ConsentRules,
  country: string | undefined,
): ConsentRecord {
  const readingOf = (by: string) => readings.find(({ source }) => source === by);
  const isOptOut = country !== undefined && (rules.regions?.["opt-out"].includes(country) ?? false);
  const stateOf = (gate: Gate): GateState => {
    const { source, needs } = ruleOf(gate, rules);
    // Without a mapping only a source whose categories mean something by themselves can open a gate.
    if (!needs && source !== TCF) return "closed";
    if (readings.some((reading) => reading.source !== source && closes(reading, gate, rules)))
      return "closed";
    const { state, basis, granted = [], opens } = readingOf(source) ?? {};
    // Where one has to opt out, that nobody did has to be known: a manager that has not spoken may know of one.
    if (state !== "answered") return isOptOut && state === "unanswered" ? "open" : "unknown";
    const isChosen = basis === "explicit" || basis === "not required" || isOptOut;
    const isGranted = needs ? [needs].flat().every((one) => granted.includes(one)) : opens?.includes(gate);
    return isChosen && isGranted ? "open" : "closed";
  };
  const gates = Object.fromEntries(GATES.map((gate) => [gate, stateOf(gate)])) as Record<Gate, GateState>;
  return {
    gates,
    basis: readingOf(rules.source)?.basis ?? "default",
    ...(country !== undefined && { country }),
    sources: readings,
    fingerprint: GATES.map((gate) => gates[gate][0]).join(""),
  };
}

/** Whether a source says an explicit no to a gate, whoever else may open it. */
export const closes = (
  { source, closes: closed = [] }: Reading,
  gate: Gate,
  { globalPrivacyControl = ["crm"] }: ConsentRules,
): boolean => (source === GPC ? globalPrivacyControl : closed).includes(gate);

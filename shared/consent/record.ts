import { GATES, type Gate, type GateState, type Gates } from "./gates.ts";
import type { Basis, Reading } from "./reading.ts";
import { GPC, TCF } from "./sources.ts";

/** What a library says about consent, as far as gates depend on it. */
export type ConsentRules = {
  readonly source: string;
  readonly gates: Readonly<Partial<Record<Gate, string | readonly string[] | undefined>>>;
  readonly regions?: { readonly "opt-out": readonly string[] } | undefined;
  readonly globalPrivacyControl?: readonly Gate[] | undefined;
};

/** The one record into which every source of consent is read. DESIGN §5. */
export type ConsentRecord = {
  readonly gates: Gates;
  readonly basis: Basis;
  readonly country?: string | undefined;
  readonly sources: readonly Reading[];
  /** Changes whenever a gate does: what was stored under another one is not used. */
  readonly fingerprint: string;
};

/**
 * Opens and closes the gates. The authority opens them; any other source may only close one, by an
 * explicit no. Pending, not mapped, or only a default where consent must be given: not open.
 */
export function consentFrom(
  readings: readonly Reading[],
  rules: ConsentRules,
  country: string | undefined,
): ConsentRecord {
  const authority = readings.find(({ source }) => source === rules.source);
  const isOptOut = country !== undefined && (rules.regions?.["opt-out"].includes(country) ?? false);
  const others = readings.filter(({ source }) => source !== rules.source);
  const stateOf = (gate: Gate): GateState => {
    const own = stateByAuthority(authority, gate, rules, isOptOut);
    return own !== "closed" && others.some((reading) => closes(reading, gate, rules)) ? "closed" : own;
  };
  const gates = Object.fromEntries(GATES.map((gate) => [gate, stateOf(gate)])) as Record<Gate, GateState>;
  return {
    gates,
    basis: authority?.state === "answered" ? authority.basis : "default",
    ...(country !== undefined && { country }),
    sources: readings,
    fingerprint: GATES.map((gate) => gates[gate][0]).join(""),
  };
}

function stateByAuthority(
  authority: Reading | undefined,
  gate: Gate,
  { source, gates }: ConsentRules,
  isOptOut: boolean,
): GateState {
  const mapped = gates[gate];
  // Without a mapping only a source whose categories mean something by themselves can open a gate.
  if (mapped === undefined && source !== TCF) return "closed";
  if (authority?.state !== "answered") return isOptOut ? "open" : "unknown";
  const isChosen = authority.basis === "explicit" || authority.basis === "not required" || isOptOut;
  const isGranted = mapped
    ? [mapped].flat().every((category) => authority.granted.includes(category))
    : authority.opens?.includes(gate);
  return isChosen && isGranted ? "open" : "closed";
}

const closes = (
  { state, basis, source, closes: closed = [] }: Reading,
  gate: Gate,
  { globalPrivacyControl = ["crm"] }: ConsentRules,
): boolean =>
  state === "answered" &&
  basis === "explicit" &&
  (source === GPC ? globalPrivacyControl : closed).includes(gate);

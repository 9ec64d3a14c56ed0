import { GATES, type Gate, type GateState, type Gates } from "./gates.ts";
import type { Basis, Reading } from "./reading.ts";
import { TCF } from "./tcf.ts";

export const GPC = "gpc";

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

/** TCF purposes need no mapping: storage 1; behavior 1, 5 and 6; crm 1 and 6; measurement 1 and 8. */
const TCF_GATES: Readonly<Record<Gate, readonly string[]>> = {
  storage: ["1"],
  behavior: ["1", "5", "6"],
  crm: ["1", "6"],
  measurement: ["1", "8"],
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
    const own = stateByAuthority(authority, categoriesOf(gate, rules), isOptOut);
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
  needed: readonly string[] | undefined,
  isOptOut: boolean,
): GateState {
  if (needed === undefined) return "closed";
  if (authority?.state !== "answered") return isOptOut ? "open" : "unknown";
  const isChosen = authority.basis === "explicit" || authority.basis === "not required" || isOptOut;
  return isChosen && needed.every((category) => authority.granted.includes(category)) ? "open" : "closed";
}

function categoriesOf(gate: Gate, { source, gates }: ConsentRules): readonly string[] | undefined {
  const mapped = gates[gate] ?? (source === TCF ? TCF_GATES[gate] : undefined);
  return typeof mapped === "string" ? [mapped] : mapped;
}

function closes(reading: Reading, gate: Gate, { globalPrivacyControl = ["crm"] }: ConsentRules): boolean {
  if (reading.state !== "answered" || reading.basis !== "explicit") return false;
  if (reading.source === GPC) return globalPrivacyControl.includes(gate);
  return reading.source === TCF && TCF_GATES[gate].some((purpose) => reading.denied.includes(purpose));
}

/** The four questions of consent. DESIGN §1. */
export const GATES = ["storage", "behavior", "crm", "measurement"] as const;

export type Gate = (typeof GATES)[number];
export type GateState = "open" | "closed" | "unknown";
export type Gates = Readonly<Record<Gate, GateState>>;

/** The gates that rest on something that was not granted. */
export const closedGates = (
  needs: Readonly<Record<Gate, readonly string[]>>,
  granted: readonly string[],
): readonly Gate[] => GATES.filter((gate) => needs[gate].some((one) => !granted.includes(one)));

export const gatesAll = (state: GateState): Gates => ({
  storage: state,
  behavior: state,
  crm: state,
  measurement: state,
});

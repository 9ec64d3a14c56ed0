/** The four questions of consent. DESIGN §1. */
export const GATES = ["storage", "behavior", "crm", "measurement"] as const;

export type Gate = (typeof GATES)[number];
export type GateState = "open" | "closed" | "unknown";
export type Gates = Readonly<Record<Gate, GateState>>;

export const gatesAll = (state: GateState): Gates => ({
  storage: state,
  behavior: state,
  crm: state,
  measurement: state,
});

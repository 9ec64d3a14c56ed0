import { GATES, type Gate } from "./gates.ts";
import { answered, type Basis, type Reading } from "./reading.ts";

/** Which categories each gate needs, where the categories of a consent manager mean the same on every site. */
export type Meaning = Readonly<Record<Gate, readonly string[]>>;

/**
 * An answer in categories that have a meaning of their own, and what it says of the gates. What it does
 * not mention it neither opens nor closes.
 */
export function meant(
  source: string,
  meaning: Meaning,
  granted: readonly string[],
  denied: readonly string[],
  basis: Basis = "explicit",
): Reading {
  return {
    ...answered(source, granted, denied, basis),
    opens: GATES.filter((gate) => meaning[gate].every((category) => granted.includes(category))),
    // What is only preset is nobody's no.
    closes:
      basis === "explicit"
        ? GATES.filter((gate) => meaning[gate].some((category) => denied.includes(category)))
        : [],
  };
}

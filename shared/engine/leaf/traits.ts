import type { Value } from "../condition.ts";
import { type Fact, known, unknown } from "../facts.ts";

/** How one property's values are read, as the library says. */
export type Traits = {
  /** Texts that differ only in case, or in case and accents, are the same. */
  readonly compare?: "exact" | "case" | "accents" | undefined;
  /** Texts that stand for "nothing chosen", such as "Select" or "n/a": the value is missing. */
  readonly missing?: readonly string[] | undefined;
  /** The time zone whose calendar days count, by its IANA name. Without one: UTC. */
  readonly zone?: string | undefined;
};

export type TraitsOf = Readonly<
  Record<
    string,
    Traits & { readonly from?: string | undefined; readonly values?: readonly string[] | undefined }
  >
>;

/** A text as it is compared. */
export function folded(text: string, compare: Traits["compare"]): string {
  if (compare === "case") return text.normalize("NFKC").toLowerCase();
  return compare === "accents" ? text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase() : text;
}

export function foldedValue(value: Value, compare: Traits["compare"]): Value {
  if (typeof value === "string") return folded(value, compare);
  return Array.isArray(value) ? value.map((one: string) => folded(one, compare)) : value;
}

/** A fact as its property's rules are asked about it: placeholders are missing, texts are folded. */
export function settled(fact: Fact, { compare, missing }: Traits): Fact {
  if (fact.is !== "known" || (!compare && !missing)) return fact;
  const isPlaceholder = missing?.some((one) => one === fact.value) ?? false;
  return isPlaceholder ? unknown("missing") : known(foldedValue(fact.value, compare));
}

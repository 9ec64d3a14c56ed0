import type { Condition } from "../engine/condition.ts";

/** The words a marketer knows things by. A library has them, and so has a manifest. */
export type Names = {
  readonly properties: Readonly<
    Record<
      string,
      { readonly label?: string | undefined; readonly labels?: Readonly<Record<string, string>> | undefined }
    >
  >;
  readonly segments: Readonly<Record<string, { readonly name: string; readonly when: Condition }>>;
  readonly suppressions: Readonly<Record<string, { readonly name: string; readonly reason: string }>>;
  readonly offers: Readonly<Record<string, { readonly label: string }>>;
  /** What stands behind memberships; only the full library can say. */
  readonly memberships?: Readonly<Record<string, Condition>> | undefined;
};

/** `lifecycleStage` or `it-lead` as words: "lifecycle stage", "it lead". */
export const worded = (id: string): string =>
  id
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/[-_.~]+/g, " ")
    .trim()
    .toLowerCase();

const lowerFirst = (text: string) =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

export const propertyName = (id: string, names: Names): string => {
  const label = Object.hasOwn(names.properties, id) ? names.properties[id]?.label : undefined;
  return label === undefined ? worded(id) : lowerFirst(label);
};

export const segmentName = (id: string, names: Names): string =>
  (Object.hasOwn(names.segments, id) ? names.segments[id]?.name : undefined) ?? worded(id);

export const offerName = (id: string, names: Names): string =>
  (Object.hasOwn(names.offers, id) ? names.offers[id]?.label : undefined) ?? worded(id);

/** One value of a property as a marketer would say it. */
export function valueName(property: string, value: unknown, names: Names): string {
  if (Array.isArray(value))
    return listed(
      value.map((one) => valueName(property, one, names)),
      "or",
    );
  if (value === true) return "yes";
  if (value === false) return "no";
  const labels = Object.hasOwn(names.properties, property) ? names.properties[property]?.labels : undefined;
  const text = String(value);
  return (labels && Object.hasOwn(labels, text) ? labels[text] : undefined) ?? text;
}

/** "a, b and c". */
export const listed = (texts: readonly string[], word: "and" | "or"): string =>
  texts.length < 2 ? (texts[0] ?? "") : `${texts.slice(0, -1).join(", ")} ${word} ${texts[texts.length - 1]}`;

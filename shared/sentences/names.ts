import type { Condition } from "../engine/condition.ts";
import { entry } from "../engine/facts.ts";
import type { Speaker } from "./speaker.ts";

/** The words a marketer knows things by. A library has them, and so has a manifest. */
export type Names = {
  /** Those whose values may be told: of a manifest the exposed ones, of a full library all. */
  readonly properties: Readonly<
    Record<
      string,
      {
        readonly label?: string | undefined;
        readonly labels?: Readonly<Record<string, string>> | undefined;
        readonly from?: string | undefined;
      }
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

/** A property without a label has only its id, which is no word of the language. */
export function propertyName(id: string, { names, say, within }: Speaker): string {
  const label = entry(names.properties, id)?.label;
  return label === undefined ? say("property.unlabelled", { property: worded(id) }) : within(label);
}

export const isListed = (property: string, { properties }: Names): boolean =>
  Object.hasOwn(properties, property);

export const segmentName = (id: string, names: Names): string =>
  entry(names.segments, id)?.name ?? worded(id);

export const offerName = (id: string, names: Names): string => entry(names.offers, id)?.label ?? worded(id);

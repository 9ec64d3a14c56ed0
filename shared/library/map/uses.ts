import { type Condition, leavesOf } from "../../engine/condition.ts";
import type { Rules } from "../../engine/rules.ts";

/** Where a segment is used: by a variation that is for it, or by a rule that asks about it. */
export type Use =
  | { readonly by: "variation"; readonly slot: string; readonly id: string }
  | { readonly by: "suppression" | "offer" | "segment"; readonly id: string };

/**
 * Every place that would change with a segment, in the library's own order. A manifest has all of the
 * variations, but not the rules that ask behind the endpoint.
 */
export function usesOf(segment: string, { slots, suppressions, offers, segments }: Used): readonly Use[] {
  const asks = (condition: Condition | undefined) =>
    condition !== undefined &&
    leavesOf(condition).some((leaf) => "segment" in leaf && leaf.segment === segment);
  const asking = (by: "suppression" | "offer" | "segment", rules: Asking) =>
    Object.entries(rules).flatMap(([id, { when, eligible }]) => (asks(when ?? eligible) ? [{ by, id }] : []));
  return [
    ...Object.entries(slots).flatMap(([slot, { variations }]) =>
      variations.flatMap((one) =>
        one.for === segment ? [{ by: "variation", slot, id: one.id } as const] : [],
      ),
    ),
    ...asking("suppression", suppressions),
    ...asking("offer", offers),
    ...asking("segment", segments),
  ];
}

type Used = Pick<Rules, "slots" | "suppressions" | "offers" | "segments">;

type Asking = Readonly<
  Record<string, { readonly when?: Condition; readonly eligible?: Condition | undefined }>
>;

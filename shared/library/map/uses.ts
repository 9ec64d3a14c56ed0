import { type Condition, leavesOf } from "../../engine/condition.ts";
import type { Library } from "../library.ts";

/** Where a segment is used: by a variation that is for it, or by a rule that asks about it. */
export type Use =
  | { readonly by: "variation"; readonly slot: string; readonly id: string }
  | { readonly by: "suppression" | "offer" | "segment"; readonly id: string };

/** Every place that would change with a segment, in the library's own order. */
export function usesOf(segment: string, { slots, suppressions, offers, segments }: Library): readonly Use[] {
  const asks = (condition: Condition | undefined) =>
    condition !== undefined &&
    leavesOf(condition).some((leaf) => "segment" in leaf && leaf.segment === segment);
  const asking = (by: "suppression" | "offer" | "segment", rules: Rules) =>
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

type Rules = Readonly<
  Record<string, { readonly when?: Condition; readonly eligible?: Condition | undefined }>
>;

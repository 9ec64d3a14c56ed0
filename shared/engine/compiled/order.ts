import { leavesOf } from "../condition.ts";
import type { Segments } from "../evaluate.ts";
import { entry } from "../facts.ts";

/** Segments in an order in which each stands behind those it refers to. Circles are cut where they close. */
export function inOrder(segments: Segments): readonly string[] {
  const placed = new Set<string>();
  const begun = new Set<string>();
  const place = (id: string): void => {
    const segment = entry(segments, id);
    if (!segment || begun.has(id)) return;
    begun.add(id);
    for (const leaf of leavesOf(segment.when)) if ("segment" in leaf) place(leaf.segment);
    placed.add(id);
  };
  for (const id of Object.keys(segments)) place(id);
  return [...placed];
}

import type { Stage } from "./stage.ts";

/**
 * Nobody sees a slot below the fold wait, so it does not. Answers what to call after a change of the
 * document: the parser may not have come to it yet.
 */
export function spareBelowFold(stage: Stage, signal: AbortSignal): () => void {
  const slotOf = new Map<Element, string>();
  const fold = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      const slot = slotOf.get(target) ?? "";
      if (!isIntersecting && stage.waiting.has(slot)) stage.apply(slot, target as HTMLElement);
    }
  });
  const look = () => {
    for (const slot of stage.waiting)
      for (const element of stage.elementsOf(slot)) {
        slotOf.set(element, slot);
        fold.observe(element);
      }
  };
  look();
  signal.addEventListener("abort", () => fold.disconnect());
  return look;
}

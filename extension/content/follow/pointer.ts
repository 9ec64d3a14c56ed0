import { DONE, SHOWN, SLOT, selectorOf } from "../slots.ts";

const SLOTS = `[${SLOT}], [${SHOWN}], [${DONE}]`;
const EVERY_MS = 100;

/** Tells over which slot the visitor's pointer rests; nothing: over none. A page cannot move a pointer. */
export function followPointer(tell: (selector: string | undefined) => void, signal: AbortSignal): void {
  let under: Element | null = null;
  let told: Element | null = null;
  let isWaiting = false;
  const tellSoon = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      isWaiting = false;
      if (under === told || signal.aborted) return;
      told = under;
      tell(under ? selectorOf(under) : undefined);
    }, EVERY_MS);
  };
  const options = { passive: true, capture: true, signal };
  const over = ({ isTrusted, target }: PointerEvent) => {
    if (!isTrusted) return;
    under = target instanceof Element ? target.closest(SLOTS) : null;
    tellSoon();
  };
  const leave = ({ isTrusted, relatedTarget }: PointerEvent) => {
    if (!isTrusted || relatedTarget) return;
    under = null;
    tellSoon();
  };
  document.addEventListener("pointerover", over, options);
  document.addEventListener("pointerout", leave, options);
}

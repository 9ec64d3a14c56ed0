import { decodeKept } from "./device/decodeKept.ts";
import { HINT } from "./device/hint.ts";
import type { VisitorKeeper } from "./keep.ts";

/** Keeps a page that stays open, or comes back, with whoever is there now and with what other tabs learn. */
export function followVisitor(visitor: VisitorKeeper, signal: AbortSignal): void {
  const { look, leave, begin, notice, hear, forgotten } = visitor;
  document.addEventListener("visibilitychange", look, { signal });
  addEventListener("online", look, { signal });
  // A page that holds a lock would not be kept for the Back button.
  addEventListener("pagehide", leave, { signal });
  addEventListener(
    "pageshow",
    ({ persisted }) => {
      if (persisted && !notice()) begin().catch(() => undefined);
    },
    { signal },
  );
  // Not a BroadcastChannel: each of its messages would evict the pages that are kept for the Back button.
  addEventListener(
    "storage",
    ({ key, newValue }) => {
      if (key !== HINT || notice()) return;
      if (newValue === null) forgotten();
      else hear(decodeKept(parsed(newValue)));
    },
    { signal },
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

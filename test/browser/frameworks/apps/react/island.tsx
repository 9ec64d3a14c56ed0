/** @jsxImportSource react */
import { useState } from "react";
import { flushSync } from "react-dom";
import { hydrateRoot } from "react-dom/client";
import { firstView, island, type View } from "../app.ts";

let change: (change: Partial<View>) => void = () => {};

/** React owns the element and not what is in it, so that may have changed before React comes. */
export function Page() {
  const [view, setView] = useState(firstView);
  change = (next) => setView((before) => ({ ...before, ...next }));
  return (
    <>
      <p id="note">{view.note}</p>
      {view.hasSlots && (
        <section
          data-fw-slot="island"
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant, and the way to an island
          dangerouslySetInnerHTML={{ __html: island }}
        />
      )}
    </>
  );
}

if (typeof document !== "undefined") {
  window.app = {
    hydrate: () => void hydrateRoot(document.getElementById("app") as HTMLElement, <Page />),
    set: async (next) => flushSync(() => change(next)),
  };
}

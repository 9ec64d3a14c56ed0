/** @jsxImportSource react */
import { Suspense, useEffect, useRef } from "react";
import { hydrateRoot } from "react-dom/client";
import { firstView } from "../app.ts";
import { Slots } from "./whole.tsx";

/** React hydrates each part in its own time, after the root’s effects: so the mark is the part’s own. */
function Part() {
  const part = useRef<HTMLDivElement>(null);
  useEffect(() => part.current?.removeAttribute("data-fw-hydrate"), []);
  return (
    <div ref={part} data-fw-hydrate="">
      <Slots {...firstView} />
    </div>
  );
}

export const Page = () => (
  <Suspense fallback="…">
    <Part />
  </Suspense>
);

if (typeof document !== "undefined") {
  const hydrate = () => void hydrateRoot(document.getElementById("app") as HTMLElement, <Page />);
  window.app = { ...window.app, hydrate };
}

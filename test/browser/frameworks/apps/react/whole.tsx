/** @jsxImportSource react */
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { hydrateRoot, type Root } from "react-dom/client";
import { firstView, tellHydrated, type View } from "../app.ts";

let change: (change: Partial<View>) => void = () => {};

export function Page() {
  const [view, setView] = useState(firstView);
  change = (next) => setView((before) => ({ ...before, ...next }));
  useEffect(tellHydrated, []);
  return (
    <>
      <p id="note">{view.note}</p>
      {view.hasSlots && <Slots {...view} />}
      <footer>Northwind</footer>
    </>
  );
}

export const Slots = ({ title, hasBadge, items, cta, mount }: View) => (
  <div>
    <section key={mount} data-fw-slot="hero">
      {hasBadge && <em>New</em>}
      <h1>{title}</h1>
      {items.map((item) => (
        <span key={item}>{item}</span>
      ))}
    </section>
    <a data-fw-slot="cta" href="/start">
      {cta}
    </a>
  </div>
);

if (typeof document !== "undefined") {
  let root: Root;
  window.app = {
    hydrate: () => {
      root = hydrateRoot(document.getElementById("app") as HTMLElement, <Page />);
    },
    set: async (next) => flushSync(() => change(next)),
    unmount: () => root.unmount(),
  };
}

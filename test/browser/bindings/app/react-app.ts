import { createElement, type ReactElement, useState } from "react";
import { Slot, useDecision } from "../../../../sdk/react/index.ts";

/** Flat colours, so that a frame tells which content it shows. */
export const DEFAULT_COLOUR = "#ff0055";
export const VARIATION_COLOUR = "#0055ff";

/** An app as a site would write it: a slot, a component that draws its slot itself, and a slot that comes later. */
export function App(): ReactElement {
  const [isOpen, open] = useState(false);
  return createElement(
    "main",
    null,
    createElement(Hero),
    createElement(Proof),
    createElement("button", { type: "button", onClick: () => open(true) }, "More"),
    isOpen &&
      createElement(
        Slot,
        { id: "closing-cta", variations: { "closing-cfo": "Take the model to the board" } },
        "Book a demo now",
      ),
  );
}

const Hero = () =>
  createElement(
    Slot,
    {
      id: "hero",
      as: "section",
      className: "hero",
      variations: {
        "hero-cfo": createElement("h1", { className: "variation" }, "A plan for the board"),
        neutral: createElement("h1", null, "Welcome back"),
      },
    },
    createElement("h1", { className: "default" }, "For everybody"),
  );

function Proof(): ReactElement {
  const { variation, attributes } = useDecision("proof", ["proof-cfo", "proof-it"]);
  const words = { "proof-cfo": "Covenants are kept", "proof-it": "Signed on once" };
  return createElement("p", attributes, variation ? words[variation] : "Many companies use it");
}

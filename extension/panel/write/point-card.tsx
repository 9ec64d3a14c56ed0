import { useEffect, useRef } from "preact/hooks";
import type { PointedElement } from "../../../shared/protocol/draft/draft.ts";
import type { PointingStep } from "../../../shared/protocol/draft/pointing-steps.ts";
import { called } from "../../called.ts";
import { type PlainWord, say } from "../../words.ts";
import { TargetIcon } from "../drawn/icons.tsx";
import { point } from "./in-page.ts";

const STEPS = [
  ["parent", "↑", "pointParent"],
  ["child", "↓", "pointChild"],
  ["previous", "←", "pointPrevious"],
  ["next", "→", "pointNext"],
] as const satisfies readonly (readonly [PointingStep, string, PlainWord])[];

const KEYS: Readonly<Record<string, PointingStep>> = {
  ArrowUp: "parent",
  ArrowDown: "child",
  ArrowLeft: "previous",
  ArrowRight: "next",
};

type Props = { readonly pointing: PointedElement | "begun" | undefined; readonly isFirst: boolean };

/** Points at an element: with the mouse in the page, or from here with keys and buttons. */
export function PointCard({ pointing, isFirst }: Props) {
  const begin = useRef<HTMLButtonElement>(null);
  const choose = useRef<HTMLButtonElement>(null);
  const isPointing = pointing !== undefined;
  const wasPointing = useRef(false);
  useEffect(() => {
    if (isPointing) choose.current?.focus();
    // Unless the focus has gone to what was chosen.
    else if (wasPointing.current && document.activeElement === document.body) begin.current?.focus();
    wasPointing.current = isPointing;
  }, [isPointing]);

  if (!isPointing)
    return (
      <div class={isFirst ? "card point is-first" : "point"}>
        {isFirst && <p>{say("pointIntro")}</p>}
        <button
          ref={begin}
          type="button"
          class={isFirst ? "primary" : "secondary"}
          onClick={() => void point()}
        >
          <TargetIcon />
          {say(isFirst ? "pointFirst" : "pointAnother")}
        </button>
      </div>
    );
  return (
    <fieldset
      class="card point is-pointing"
      aria-label={say("pointing")}
      onKeyDown={(event) => {
        const step = KEYS[event.key];
        if (!step) return;
        event.preventDefault();
        void point(step);
      }}
    >
      <p class="aside">{say("pointHow")}</p>
      <p class="pointed" aria-live="polite" dir="auto">
        {pointing === "begun" ? say("pointing") : called(pointing)}
      </p>
      <div class="point-steps">
        {STEPS.map(([step, arrow, word]) => (
          <button
            type="button"
            class="secondary"
            key={step}
            title={say(word)}
            aria-label={say(word)}
            onClick={() => void point(step)}
          >
            {arrow}
          </button>
        ))}
      </div>
      <div class="point-ends">
        <button ref={choose} type="button" class="primary" onClick={() => void point("choose")}>
          {say("pointChoose")}
        </button>
        <button type="button" class="quiet" onClick={() => void point("leave")}>
          {say("pointCancel")} <kbd>Esc</kbd>
        </button>
      </div>
    </fieldset>
  );
}

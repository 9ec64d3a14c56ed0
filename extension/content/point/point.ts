import browser from "webextension-polyfill";
import { POINTING_STEPS, type PointingStep } from "../../../shared/protocol/draft/pointing-steps.ts";
import { addOverlay } from "../overlay/overlay.ts";
import { type Pointing, startPointing, type Told } from "./pointing.ts";

/** Runs in the isolated world once the marketer wants to point at something. Put in twice, it begins anew. */
const POINT = Symbol.for("forwhom.point");
const world = globalThis as unknown as { [POINT]?: () => void };

world[POINT] ??= listen();
world[POINT]();

function listen(): () => void {
  let pointing: Pointing | undefined;
  let stop = new AbortController();
  const tell: Told = (is, element) => {
    // The extension was reloaded, or is gone: nobody waits for an answer any more.
    browser.runtime
      .sendMessage({ type: "pointing", is, ...(element && { element }) })
      .catch(() => stop.abort());
  };
  browser.runtime.onMessage.addListener((raw: unknown) => {
    const step = stepIn(raw);
    if (step && !stop.signal.aborted) pointing?.step(step);
    return undefined;
  });
  return () => {
    stop.abort();
    stop = new AbortController();
    pointing = startPointing(addOverlay(stop.signal).root, tell, stop);
  };
}

/** From our own background, which has validated it: the schema would bring zod into the page. */
function stepIn(raw: unknown): PointingStep | undefined {
  const { type, step } = { ...(raw as Readonly<Record<string, unknown>> | undefined) };
  return type === "point" ? POINTING_STEPS.find((one) => one === step) : undefined;
}

import { createElement, Fragment, type HTMLAttributes, type ReactElement, type ReactNode } from "react";
import { useDecision } from "./use-decision.ts";

export type SlotProps = Omit<HTMLAttributes<HTMLElement>, "id"> & {
  /** The slot's id in the library. */
  readonly id: string;
  /** What is drawn for each variation's id, and for visitors who must not see the default: `neutral`. */
  readonly variations: Readonly<Record<string, ReactNode>>;
  /** The default. */
  readonly children?: ReactNode;
  /** The name of the slot's own element; `div` unless said. */
  readonly as?: string;
};

/**
 * A place of the page that shows a variation to whom it is for, and its children to everybody else.
 *
 * @example
 * <Slot id="hero" variations={{ "hero-cfo": <CfoHero />, neutral: <p>Welcome back.</p> }}>
 *   <Hero />
 * </Slot>
 */
export function Slot({ id, variations, children, as = "div", ...rest }: SlotProps): ReactElement {
  const { outcome, variation, attributes } = useDecision(id, Object.keys(variations));
  const key = variation ?? outcome;
  const content = outcome === "default" ? children : variations[key];
  // A suppressed default must not be seen even where there is nothing neutral to show instead.
  const hidden = outcome === "neutral" && content === undefined ? true : rest.hidden;
  // Keyed: what one variation holds (a form half filled in, a video) is not handed on to the next.
  return createElement(as, { ...rest, ...attributes, hidden }, createElement(Fragment, { key }, content));
}

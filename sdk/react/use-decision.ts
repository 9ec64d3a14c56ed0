import { useEffect, useLayoutEffect, useMemo, useReducer, useSyncExternalStore } from "react";
import { DEFAULT, follow, HYDRATE } from "./follow.ts";

/** What makes an element a slot: spread it onto that element. */
export type SlotAttributes = {
  readonly ref: (element: HTMLElement | null) => void;
  readonly "data-fw-slot": string;
  /** The page script leaves the element's content alone; here it reads which variations it may choose. */
  readonly "data-fw-managed": string;
  /** Goes when React has taken the element over: until then the page script writes nothing on it. */
  readonly "data-fw-hydrate": "";
  readonly "data-fw-shown": string | undefined;
};

export type SlotDecision<V extends string> = {
  /** `neutral`: the visitor must not see the default. */
  readonly outcome: "default" | "variation" | "neutral";
  /** One of the given ones; there when the outcome is "variation". */
  readonly variation: V | undefined;
  readonly attributes: SlotAttributes;
};

/** React 18 warns of layout effects on a server, where there is no layout. */
const useBeforePaint = typeof document === "undefined" ? useEffect : useLayoutEffect;

/**
 * What a slot shows this visitor, for components that draw it themselves. On the server and while
 * hydrating it is the default; the page script keeps the element invisible until React has taken over,
 * for at most 250 ms.
 *
 * @param slot the slot's id in the library.
 * @param variations the ids of those that you can draw; others are passed over, as if they were not on the page.
 * @example
 * const { variation, attributes } = useDecision("hero", ["hero-cfo"]);
 * return <section {...attributes}>{variation === "hero-cfo" ? <CfoHero /> : <Hero />}</section>;
 */
export function useDecision<const V extends string>(slot: string, variations: readonly V[]): SlotDecision<V> {
  const drawable = variations.join(" ");
  // The ids and not the list: a list written in a component is another one each time.
  const followed = useMemo(() => follow(slot, drawable.split(" ")), [slot, drawable]);
  // Its changes are drawn at once, before a frame: those of a state could miss it.
  const shown = useSyncExternalStore(followed.changed, followed.now, () => DEFAULT);
  const [, drawAgain] = useReducer((times: number) => times + 1, 0);

  useBeforePaint(() => {
    const end = followed.begin();
    // Otherwise the store above would be followed only after the first paint, and the page script answers before it.
    drawAgain();
    return end;
  }, [followed]);

  return {
    outcome: shown.outcome,
    variation: shown.variation as V | undefined,
    attributes: {
      ref: followed.takeOver,
      "data-fw-slot": slot,
      "data-fw-managed": drawable,
      [HYDRATE]: "",
      "data-fw-shown": shown.variation,
    },
  };
}

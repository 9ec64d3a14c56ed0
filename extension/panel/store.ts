import { useEffect, useState } from "preact/hooks";
import type { PointedElement } from "../../shared/protocol/draft/draft.ts";
import type { PageState } from "../../shared/protocol/messages.ts";
import { EMPTY, type Log } from "./log/log.ts";
import type { Part } from "./make-up/parts.ts";
import type { At } from "./map/map-drawing.tsx";
import type { Choice } from "./person/choice.ts";
import type { FullLibrary } from "./rules/rules.ts";
import type { Draft, WordsPlace } from "./write/draft.ts";

export type View = "page" | "audiences" | "findings" | "library";

/** What somebody looks for, and at, in the view that is open: another view begins anew. */
export type Looking = {
  readonly text: string;
  /** In the map: only the slots of this page. */
  readonly onlyHere: boolean;
  /** The place in the map where the Tab key enters it, and the one whose card is open. */
  readonly at?: At | undefined;
  readonly opened?: At | undefined;
};

export const AT_NOTHING: Looking = { text: "", onlyHere: false };

/** All that the panel shows. Views read it and never keep what another view needs. */
export type State = {
  /** The tab that is looked at; undefined until the browser has said which. */
  readonly tab: number | undefined;
  readonly page: PageState;
  /** The page is being loaded again; until it is seen what was last seen stays. */
  readonly isLoading: boolean;
  /** The full library for the page's origin, where the marketer loaded one. */
  readonly full: FullLibrary | undefined;
  readonly view: View;
  /** A page that is gone for a moment takes its view away, and must not take this. */
  readonly looking: Looking;
  readonly isLibraryOpen: boolean;
  /** The audiences that are compared; undefined: none are. Nobody in particular is "". */
  readonly compared: readonly string[] | undefined;
  /** What happened in this tab since the panel looks at it. */
  readonly log: Log;
  /** The slot in the page over which the pointer rests. */
  readonly pointedAt: string | undefined;
  /**
   * Whom the page was asked to be seen as, until it is: what is chosen next, while the page still loads, must
   * not be laid over somebody before.
   */
  readonly asked: Choice | undefined;
  /** What is to be changed about the visitor, the value perhaps still to come: a page that is gone for a moment loses none. */
  readonly toChange: readonly Part[];
  /** On a page without Forwhom: what is written for it is open. */
  readonly isWriting: boolean;
  /** What was written for the page's origin. */
  readonly draft: Draft;
  /** To whom it was asked to be shown, before the page says so: what is written meanwhile is shown, too. */
  readonly shownTo: { readonly segment: string | undefined } | undefined;
  /** The element in the page that is pointed at, once one is; undefined: nobody is pointing. */
  readonly pointing: PointedElement | "begun" | undefined;
  /** Where the marketer writes in the page itself. */
  readonly writing: WordsPlace | undefined;
  /** Which of the written slots was pointed at last. */
  readonly fresh: number | undefined;
  /** What went wrong with the last thing that was asked for. */
  readonly notice: string | undefined;
};

let state: State = {
  tab: undefined,
  page: { is: "loading" },
  isLoading: true,
  full: undefined,
  view: "page",
  looking: AT_NOTHING,
  isLibraryOpen: false,
  compared: undefined,
  log: EMPTY,
  pointedAt: undefined,
  asked: undefined,
  toChange: [],
  isWriting: false,
  draft: [],
  shownTo: undefined,
  pointing: undefined,
  writing: undefined,
  fresh: undefined,
  notice: undefined,
};

const listeners = new Set<() => void>();

export const now = (): State => state;

export function change(part: Partial<State>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

export const goTo = (view: View): void => change({ view, looking: AT_NOTHING });

export const look = (part: Partial<Looking>): void => change({ looking: { ...state.looking, ...part } });

export function useStore(): State {
  const [seen, setSeen] = useState(state);
  useEffect(() => {
    const listener = () => setSeen(state);
    listeners.add(listener);
    listener();
    return () => void listeners.delete(listener);
  }, []);
  return seen;
}

/** The first state, from now on, of which this is true. */
export function stateThat(isRight: (state: State) => boolean, signal: AbortSignal): Promise<State> {
  return new Promise((resolve, reject) => {
    const end = () => listeners.delete(look);
    const look = () => {
      try {
        signal.throwIfAborted();
        if (!isRight(state)) return;
        resolve(state);
      } catch (error) {
        reject(error);
      }
      end();
    };
    signal.addEventListener("abort", look, { once: true });
    listeners.add(look);
    look();
  });
}

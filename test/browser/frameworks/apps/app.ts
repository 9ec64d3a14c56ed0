/** What each of the apps shows: a page with two slots inside a root that a framework owns. */
export type View = {
  /** Beside the slots: changing it renders their parent again. */
  readonly note: string;
  /** The hero's heading. */
  readonly title: string;
  /** Whether the hero has a badge, a child that comes and goes before others. */
  readonly hasBadge: boolean;
  /** Children of the hero, each under its own key. */
  readonly items: readonly string[];
  /** The words of the call to action, a text that is a direct child of its slot. */
  readonly cta: string;
  /** Whether the page has the slots at all. */
  readonly hasSlots: boolean;
  /** The hero's key: another key, another element. */
  readonly mount: number;
};

export const firstView: View = {
  note: "first",
  title: "Plan your capacity",
  hasBadge: true,
  items: ["one", "two"],
  cta: "Start now",
  hasSlots: true,
  mount: 0,
};

/** What an island holds: HTML that its framework takes as it is. */
export const island = '<div class="block default">Plan your capacity</div>';

/** What each app answers to the tests as `window.app`. */
export type App = {
  /** Takes over what the server rendered. */
  readonly hydrate: () => void;
  /** Changes the view; resolves once the page shows it. */
  readonly set: (change: Partial<View>) => Promise<void>;
  readonly unmount?: () => void;
};

declare global {
  interface Window {
    app: App;
  }
}

/** Takes off the mark by which Forwhom knows that the server's HTML is not the framework's yet. */
export const tellHydrated = (): void => document.getElementById("app")?.removeAttribute("data-fw-hydrate");

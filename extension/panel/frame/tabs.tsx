import { number, say } from "../../words.ts";
import { goTo, type View } from "../store.ts";

export type Tab = {
  readonly view: View;
  readonly name: string;
  readonly count?: number;
  readonly isAlarming?: boolean;
};

/** Tabs as the ARIA practices describe them: one is in the tab order, arrows move between them. */
export function Tabs({ view, tabs }: { view: View; tabs: readonly Tab[] }) {
  return (
    <div class="tabs" role="tablist" aria-label={say("views")} onKeyDown={(event) => move(event, tabs, view)}>
      {tabs.map((tab) => (
        <button
          type="button"
          key={tab.view}
          id={`tab-${tab.view}`}
          role="tab"
          aria-selected={tab.view === view}
          aria-controls="view"
          tabIndex={tab.view === view ? 0 : -1}
          onClick={() => goTo(tab.view)}
        >
          {tab.name}
          {tab.count !== undefined && (
            <span class={tab.isAlarming ? "count is-alarming" : "count"}>{number(tab.count)}</span>
          )}
        </button>
      ))}
    </div>
  );
}

function move(event: KeyboardEvent, tabs: readonly Tab[], view: View): void {
  const at = tabs.findIndex((tab) => tab.view === view);
  const isRightToLeft = getComputedStyle(event.currentTarget as Element).direction === "rtl";
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: at + (isRightToLeft ? -1 : 1),
    ArrowLeft: at + (isRightToLeft ? 1 : -1),
    Home: 0,
    End: tabs.length - 1,
  };
  const step = steps[event.key];
  const next = step === undefined ? undefined : tabs[(step + tabs.length) % tabs.length];
  if (!next) return;
  event.preventDefault();
  goTo(next.view);
  document.getElementById(`tab-${next.view}`)?.focus();
}

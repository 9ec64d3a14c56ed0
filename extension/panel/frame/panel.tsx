import { useEffect } from "preact/hooks";
import { find } from "../../../shared/findings/find.ts";
import type { Finding } from "../../../shared/findings/finding.ts";
import { say } from "../../words.ts";
import { leave } from "../act.ts";
import { AudiencesView } from "../audiences/audiences-view.tsx";
import { FindingsView } from "../findings/findings-view.tsx";
import { LibraryDialog } from "../library/library-dialog.tsx";
import { type Seen, seenIn } from "../seen.ts";
import { SlotsView } from "../slots/slots-view.tsx";
import { now, type State, useStore } from "../store.ts";
import { Header } from "./header.tsx";
import { PageStateView } from "./page-state.tsx";
import { Tabs } from "./tabs.tsx";
import { Who } from "./who.tsx";

export function Panel() {
  const state = useStore();
  const seen = seenIn(state);
  useEffect(() => {
    document.addEventListener("keydown", leaveOnEscape);
    return () => document.removeEventListener("keydown", leaveOnEscape);
  }, []);
  return (
    <div class="panel" aria-busy={state.isLoading}>
      <Header state={state} />
      <Notice text={state.notice} />
      {seen ? <SeenPage state={state} seen={seen} /> : <PageStateView page={state.page} />}
      {seen && state.isLibraryOpen && <LibraryDialog seen={seen} />}
    </div>
  );
}

function SeenPage({ state, seen }: { state: State; seen: Seen }) {
  const findings = find({
    observation: seen.observation,
    preview: seen.preview,
    library: state.full?.library,
    now: Date.now(),
  });
  return (
    <>
      <Who seen={seen} />
      <main>
        <Tabs
          view={state.view}
          tabs={[
            { view: "page", name: say("viewPage"), count: seen.observation.slots.length },
            { view: "audiences", name: say("viewAudiences") },
            {
              view: "findings",
              name: say("viewFindings"),
              count: findings.length,
              isAlarming: findings.length > 0,
            },
          ]}
        />
        <div id="view" role="tabpanel" aria-labelledby={`tab-${state.view}`}>
          <View state={state} seen={seen} findings={findings} />
        </div>
      </main>
    </>
  );
}

function View({ state, seen, findings }: { state: State; seen: Seen; findings: readonly Finding[] }) {
  if (state.view === "audiences") return <AudiencesView seen={seen} />;
  return state.view === "findings" ? (
    <FindingsView seen={seen} findings={findings} />
  ) : (
    <SlotsView seen={seen} findings={findings} />
  );
}

const Notice = ({ text }: { text: string | undefined }) => (
  <div role="status" class={text === undefined ? "unseen" : "notice"}>
    {text}
  </div>
);

/** A dialog or a search field that has the key takes it first. */
function leaveOnEscape(event: KeyboardEvent): void {
  if (event.key === "Escape" && !event.defaultPrevented && !now().isLibraryOpen) void leave();
}

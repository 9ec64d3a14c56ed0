import { useEffect, useMemo } from "preact/hooks";
import { say } from "../../words.ts";
import { leave } from "../act.ts";
import { AudiencesView } from "../audiences/audiences-view.tsx";
import { useBadge } from "../badge.ts";
import { CompareView } from "../compare/compare-view.tsx";
import { type Examined, examined as examine } from "../examined.ts";
import { FindingsView } from "../findings/findings-view.tsx";
import { LibraryDialog } from "../library/library-dialog.tsx";
import { LinkCard } from "../link/link-card.tsx";
import { LibraryView } from "../map/library-view.tsx";
import { type Seen, seenIn, urlOf } from "../seen.ts";
import { SlotsView } from "../slots/slots-view.tsx";
import { now, type State, useStore } from "../store.ts";
import { Visitor } from "../visitor/visitor.tsx";
import { takeBackLast } from "../write/in-page.ts";
import { endWriting } from "../write/in-place.ts";
import { WriteView } from "../write/write-view.tsx";
import { Header } from "./header.tsx";
import { PageStateView } from "./page-state.tsx";
import { Tabs } from "./tabs.tsx";
import { Who } from "./who.tsx";
import { WithoutForwhom } from "./without-forwhom.tsx";

export function Panel() {
  const state = useStore();
  const { page, full, tab } = state;
  const seen = seenIn(state);
  const url = urlOf(state);
  const examined = useMemo(() => examine(page, full, Date.now()), [page, full]);
  useBadge(tab, examined);
  useEffect(() => {
    document.addEventListener("keydown", leaveOnEscape);
    return () => document.removeEventListener("keydown", leaveOnEscape);
  }, []);
  return (
    <div class="panel" aria-busy={state.isLoading}>
      <Header state={state} />
      <Notice text={state.notice} />
      <Body state={state} seen={seen} examined={examined} />
      {url && state.isLibraryOpen && (
        <LibraryDialog origin={url.origin} full={state.full} manifest={seen?.claim.manifest} />
      )}
    </div>
  );
}

type BodyProps = {
  readonly state: State;
  readonly seen: Seen | undefined;
  readonly examined: Examined | undefined;
};

function Body({ state, seen, examined }: BodyProps) {
  if (!examined) return <PageStateView page={state.page} />;
  if (seen) return <SeenPage state={state} seen={seen} examined={examined} />;
  return isWritten(state) ? <WriteView state={state} /> : <WithoutForwhom examined={examined} />;
}

/** A page that shows what is written says so, whoever has opened the panel since. */
const isWritten = ({ isWriting, page }: State) =>
  isWriting || (page.is === "without Forwhom" && page.draft !== undefined);

type PageProps = { readonly state: State; readonly seen: Seen; readonly examined: Examined };

function SeenPage({ state, seen, examined }: PageProps) {
  const found = examined.found.length;
  return (
    <>
      <LinkCard seen={seen} />
      <Who seen={seen} />
      <Visitor seen={seen} log={state.log} />
      <main>
        <Tabs
          view={state.view}
          tabs={[
            { view: "page", name: say("viewPage"), count: seen.observation.slots.length },
            { view: "audiences", name: say("viewAudiences") },
            { view: "findings", name: say("viewFindings"), count: found, isAlarming: found > 0 },
            { view: "library", name: say("viewLibrary") },
          ]}
        />
        <div id="view" role="tabpanel" aria-labelledby={`tab-${state.view}`}>
          <View state={state} seen={seen} examined={examined} />
        </div>
      </main>
    </>
  );
}

function View({ state, seen, examined }: PageProps) {
  if (state.view === "audiences")
    return state.compared ? (
      <CompareView seen={seen} audiences={state.compared} />
    ) : (
      <AudiencesView seen={seen} toChange={state.toChange} text={state.looking.text} />
    );
  if (state.view === "library") return <LibraryView seen={seen} looking={state.looking} />;
  return state.view === "findings" ? (
    <FindingsView examined={examined} />
  ) : (
    <SlotsView seen={seen} found={examined.found} pointedAt={state.pointedAt} />
  );
}

const Notice = ({ text }: { text: string | undefined }) => (
  <div role="status" class={text === undefined ? "unseen" : "notice"}>
    {text}
  </div>
);

/** A dialog or a search field that has the key takes it first. */
function leaveOnEscape(event: KeyboardEvent): void {
  if (event.key !== "Escape" || event.defaultPrevented || now().isLibraryOpen) return;
  if (now().writing) void endWriting();
  else if (!takeBackLast()) void leave();
}

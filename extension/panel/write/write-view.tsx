import { useEffect, useMemo, useRef } from "preact/hooks";
import { count, say } from "../../words.ts";
import { LibraryIcon, PersonIcon } from "../drawn/icons.tsx";
import { Scene } from "../drawn/scene.tsx";
import { type FullLibrary, fullLibrary } from "../rules/rules.ts";
import { urlOf } from "../seen.ts";
import { change, type State } from "../store.ts";
import { leaveDraft, see } from "./in-page.ts";
import { WrittenSlotCard } from "./place/written-slot-card.tsx";
import { PointCard } from "./point-card.tsx";
import { reviewOf } from "./review/review.ts";
import { ReviewCard } from "./review/review-card.tsx";
import { named } from "./written.ts";

/** On a page without Forwhom: what it would show to whom, written and seen in place, and handed on as a change. */
export function WriteView({ state }: { state: State }) {
  const title = useRef<HTMLHeadingElement>(null);
  // The button that led here is gone: whoever came by keys goes on from the title.
  useEffect(() => title.current?.focus(), []);
  // So is the one that opened the dialog, once there is a library.
  useEffect(() => {
    if (!state.isLibraryOpen && state.full && document.activeElement === document.body)
      document.querySelector<HTMLElement>(".point button")?.focus();
  }, [state.isLibraryOpen, state.full]);
  return (
    <main class="write">
      <div class="stack">
        <div class="write-title">
          <h2 ref={title} tabIndex={-1}>
            {say("writeTitle")}
          </h2>
          <button type="button" class="quiet" onClick={() => void close()}>
            {say("writeClose")}
          </button>
        </div>
        {state.full ? <Writing state={state} full={state.full} /> : <NeedsLibrary />}
      </div>
    </main>
  );
}

async function close(): Promise<void> {
  change({ isWriting: false });
  await leaveDraft();
}

const NeedsLibrary = () => (
  <div class="empty">
    <Scene name="without" />
    <p>{say("writeNeedsLibrary")}</p>
    <button
      type="button"
      class="primary"
      aria-haspopup="dialog"
      onClick={() => change({ isLibraryOpen: true })}
    >
      <LibraryIcon />
      {say("writeLoadLibrary")}
    </button>
  </div>
);

function Writing({ state, full }: { state: State; full: FullLibrary }) {
  const { draft, page, fresh } = state;
  const path = urlOf(state)?.pathname;
  const review = useMemo(() => reviewOf(draft, full.library, Date.now()), [draft, full]);
  const names = useMemo(() => named(draft, full.library), [draft, full]);
  const written = useMemo(
    () => (review.library ? fullLibrary(review.library, full.from) : full),
    [review, full],
  );
  const shown = page.is === "without Forwhom" ? page.draft : undefined;
  const elsewhere = draft.filter((slot) => slot.page !== path).length;
  return (
    <>
      {shown && <Shown label={shown.label} isSomebody={shown.segment !== undefined} />}
      <PointCard pointing={state.pointing} isFirst={draft.length === elsewhere} />
      <ol class="cards">
        {draft.map(
          (slot, at) =>
            slot.page === path && (
              <WrittenSlotCard
                key={slot.selector}
                slot={slot}
                at={at}
                named={names[at]}
                draft={draft}
                library={full.library}
                rules={{ manifest: written.manifest, full: written }}
                shown={shown}
                writing={state.writing}
                isFresh={at === fresh}
              />
            ),
        )}
      </ol>
      {elsewhere > 0 && <p class="aside">{count("placesElsewhere", elsewhere)}</p>}
      {draft.length > 0 && <ReviewCard draft={draft} review={review} full={full} />}
    </>
  );
}

const Shown = ({ label, isSomebody }: { label: string; isSomebody: boolean }) => (
  <section class="who is-preview shown-draft" aria-label={say("seenAs")}>
    <span class="avatar">
      <PersonIcon />
    </span>
    <div class="who-words">
      <p class="over">{say("previewSeenAs")}</p>
      <p class="name" dir="auto">
        {label}
      </p>
      <p class="under">{say("measuresNothing")}</p>
    </div>
    <div class="shown-ways">
      <button type="button" class="leave" onClick={() => void leaveDraft()}>
        {say("leave")} <kbd>Esc</kbd>
      </button>
      {isSomebody && (
        <button type="button" class="secondary" onClick={() => void see(undefined)}>
          {say("seeAsAnybody")}
        </button>
      )}
    </div>
  </section>
);

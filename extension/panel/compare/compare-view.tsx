import { say } from "../../words.ts";
import { SaveIcon } from "../drawn/icons.tsx";
import { Scene } from "../drawn/scene.tsx";
import type { Seen } from "../seen.ts";
import { change } from "../store.ts";
import { ChooseAudiences } from "./choose-audiences.tsx";
import { slotsHere } from "./comparison.ts";
import { saveComparison } from "./file.tsx";
import { Matrix } from "./matrix.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { useComparison } from "./use-comparison.ts";

/** What several audiences would see on this page: two beside each other, more as a table. */
export function CompareView({ seen, audiences }: { seen: Seen; audiences: readonly string[] }) {
  const { comparison, is, stop } = useComparison(audiences, seen);
  const isReady = is === "done" && audiences.length > 0;
  return (
    <div class="stack compare">
      <div class="compare-head">
        <button type="button" class="secondary back" onClick={back}>
          <span class="arrow" aria-hidden="true" />
          {say("compareBack")}
        </button>
        <button
          type="button"
          class="secondary"
          disabled={!isReady}
          onClick={() => saveComparison(comparison, seen)}
        >
          <SaveIcon />
          {say("compareSave")}
        </button>
      </div>
      <ChooseAudiences seen={seen} chosen={audiences} />
      {is === "running" && <Progress made={comparison.audiences.length} of={audiences.length} stop={stop} />}
      {is === "stopped" && <p class="aside">{say("compareStopped")}</p>}
      {slotsHere(seen).length === 0 ? (
        <div class="empty">
          <Scene name="nothing" />
          <h2>{say("noSlots")}</h2>
        </div>
      ) : audiences.length === 2 ? (
        <SideBySide comparison={comparison} />
      ) : (
        <Matrix comparison={comparison} />
      )}
    </div>
  );
}

type ProgressProps = { readonly made: number; readonly of: number; readonly stop: () => void };

const Progress = ({ made, of, stop }: ProgressProps) => (
  <div class="compare-progress">
    <progress value={made} max={of} aria-label={say("compareProgress")} />
    <button type="button" class="secondary" onClick={stop}>
      {say("compareStop")}
    </button>
  </div>
);

/** The button goes with this view: the focus stays near, on the tab. */
function back(): void {
  change({ compared: undefined });
  document.getElementById("tab-audiences")?.focus();
}

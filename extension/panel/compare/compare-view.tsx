import { say } from "../../words.ts";
import { CameraIcon } from "../drawn/camera-icon.tsx";
import { SaveIcon } from "../drawn/icons.tsx";
import { Scene } from "../drawn/scene.tsx";
import { PicturesBar } from "../pictures/pictures-bar.tsx";
import { usePictures } from "../pictures/use-pictures.ts";
import type { Seen } from "../seen.ts";
import { change } from "../store.ts";
import { ChooseAudiences } from "./choose-audiences.tsx";
import { pictured, slotsHere } from "./comparison.ts";
import { saveComparison } from "./file.tsx";
import { Matrix } from "./matrix.tsx";
import { savePicture } from "./picture-file.ts";
import { Progress } from "./progress.tsx";
import { SideBySide } from "./side-by-side.tsx";
import { useComparison } from "./use-comparison.ts";

/** What several audiences would see on this page: two beside each other, more as a table. */
export function CompareView({ seen, audiences }: { seen: Seen; audiences: readonly string[] }) {
  const { comparison: inWords, is, stop } = useComparison(audiences, seen);
  const taking = usePictures(audiences, seen);
  const comparison = pictured(inWords, taking.pictures);
  const isTaking = taking.is === "running";
  const isReady = is === "done" && audiences.length > 0 && !isTaking;
  const hasSlots = slotsHere(seen).length > 0;
  return (
    <div class="stack compare">
      <div class="compare-head">
        <button type="button" class="secondary back" disabled={isTaking} onClick={back}>
          <span class="arrow" aria-hidden="true" />
          {say("compareBack")}
        </button>
        <div class="compare-actions">
          <button
            type="button"
            class="secondary"
            id="take-pictures"
            aria-disabled={!isReady || !hasSlots}
            onClick={() => isReady && hasSlots && taking.take()}
          >
            <CameraIcon />
            {say("picturesTake")}
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
          <button
            type="button"
            class="secondary"
            disabled={!isReady}
            onClick={() => void savePicture(comparison, seen)}
          >
            <SaveIcon />
            {say("compareSavePicture")}
          </button>
        </div>
      </div>
      <PicturesBar taking={taking} of={audiences.length} />
      {!isTaking && <ChooseAudiences seen={seen} chosen={audiences} />}
      {is === "running" && (
        <Progress
          name={say("compareProgress")}
          made={comparison.audiences.length}
          of={audiences.length}
          stop={stop}
        />
      )}
      {is === "stopped" && <p class="aside">{say("compareStopped")}</p>}
      {!hasSlots ? (
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

/** The button goes with this view: the focus stays near, on the tab. */
function back(): void {
  change({ compared: undefined });
  document.getElementById("tab-audiences")?.focus();
}

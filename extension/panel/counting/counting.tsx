import { trackerNames } from "../../../shared/protocol/trackers.ts";
import { listed, say } from "../../words.ts";
import type { Seen } from "../seen.ts";
import { blockTrackers, unblockTrackers } from "./block.ts";

/** Who counts on the previewed page though Forwhom does not, with the switch that stops them in this tab. */
export function CountingView({ seen }: { seen: Seen }) {
  const { blocked = [] } = seen;
  const counting = seen.observation.watched.trackers.filter((id) => !blocked.includes(id));
  if (counting.length + blocked.length === 0) return null;
  const isOn = counting.length === 0;
  const toggle = () => void (isOn ? unblockTrackers(seen) : blockTrackers(seen, [...blocked, ...counting]));
  return (
    <div class="counting">
      <p role="status">
        {counting.length > 0 && say("stillCounting", { who: listed(trackerNames(counting)) })}{" "}
        {blocked.length > 0 && say("blockedHere", { who: listed(trackerNames(blocked)) })}
      </p>
      <button
        type="button"
        role="switch"
        class="toggle"
        aria-checked={isOn}
        title={say("countingBlockWhy")}
        onClick={toggle}
      >
        <span class="knob" aria-hidden="true" />
        {say("countingBlock")}
      </button>
    </div>
  );
}

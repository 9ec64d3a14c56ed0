import { say } from "../../words.ts";
import { CompareIcon } from "../drawn/compare-icon.tsx";
import type { Seen } from "../seen.ts";
import { change } from "../store.ts";
import { audiencesHere } from "./comparison.ts";

/** The way from the audiences to comparing some of them. */
export const ToCompare = ({ seen }: { seen: Seen }) => (
  <button type="button" class="secondary to-compare" onClick={() => compare(seen)}>
    <CompareIcon />
    {say("compareAudiences")}
  </button>
);

/** The button goes with its view: the focus stays near, on the tab. */
function compare(seen: Seen): void {
  change({ compared: audiencesHere(seen) });
  document.getElementById("tab-audiences")?.focus();
}

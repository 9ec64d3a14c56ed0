import { say } from "../../words.ts";
import { leave } from "../act.ts";
import { CheckIcon } from "../drawn/icons.tsx";
import type { Seen } from "../seen.ts";
import { moveBetween } from "./move-between.ts";

/** The real visitor, at the head of the list: no preview. */
export const Yourself = ({ seen: { preview } }: { seen: Seen }) => (
  <button
    type="button"
    class="choose yourself"
    aria-pressed={!preview}
    onKeyDown={moveBetween}
    onClick={() => void leave()}
  >
    <span class="chosen-mark">{!preview && <CheckIcon />}</span>
    <span class="choose-name">{say("yourself")}</span>
    <span class="aside">{say("noPreview")}</span>
  </button>
);

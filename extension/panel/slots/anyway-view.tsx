import type { Anyway } from "../../../shared/engine/anyway.ts";
import type { ShownAnyway } from "../../../shared/protocol/preview.ts";
import { type Names, segmentName } from "../../../shared/sentences/names.ts";
import { say } from "../../words.ts";
import type { Seen } from "../seen.ts";
import { backToWhatTheyGet, showAnyway } from "./anyway.ts";

type AskProps = { readonly seen: Seen; readonly asked: Anyway | undefined };

/** The way to see what was passed over: only in a preview, and not where it is what is shown. */
export function ShowAnyway({ seen, asked }: AskProps) {
  const { preview } = seen;
  if (!asked || !preview) return null;
  const isAsked = preview.anyway?.some(
    ({ slot, variation }) => slot === asked.slot && variation === asked.variation,
  );
  if (isAsked) return null;
  return (
    <button
      type="button"
      class="secondary show-anyway"
      onClick={({ currentTarget }) => {
        // The button goes: the focus stays near, on what it lies folded in.
        currentTarget.closest("details")?.querySelector("summary")?.focus();
        void showAnyway(seen, asked);
      }}
    >
      {say("anywayShow")}
    </button>
  );
}

type Props = {
  readonly seen: Seen;
  readonly asked: ShownAnyway;
  readonly isShown: boolean;
  readonly names: Names;
};

/** Says of a slot that it shows what this visitor would not get, and leads back. */
export const AnywayView = ({ seen, asked, isShown, names }: Props) => (
  <div class="anyway">
    <p dir="auto">
      {say(isShown ? "anywayShown" : "anywayNotShown", { who: segmentName(asked.segment, names) })}
    </p>
    <button
      type="button"
      class="secondary"
      onClick={({ currentTarget }) => {
        currentTarget.closest("li")?.querySelector("summary")?.focus();
        void backToWhatTheyGet(seen, asked.slot);
      }}
    >
      {say("anywayBack")}
    </button>
  </div>
);

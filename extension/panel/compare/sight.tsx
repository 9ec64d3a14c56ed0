import { say } from "../../words.ts";
import { SlotDrawing } from "../drawn/slot-drawing.tsx";
import type { Sight } from "./comparison.ts";

type Props = { readonly sight: Sight | undefined; readonly why?: readonly string[] };

/** What one audience would see in one slot: drawn, and in words. */
export const SightView = ({ sight, why = [] }: Props) =>
  sight ? (
    <div class={`sight is-${sight.outcome}`}>
      <SlotDrawing outcome={sight.outcome} />
      <div class="sight-words">
        <p class="headline" dir="auto">
          {sight.headline}
        </p>
        {sight.text !== undefined && (
          <blockquote>
            <p dir="auto">{sight.text}</p>
          </blockquote>
        )}
        {why.map((sentence) => (
          <p class="why" key={sentence} dir="auto">
            {sentence}
          </p>
        ))}
      </div>
    </div>
  ) : (
    <p class="aside">{say("nobodyOfAudience")}</p>
  );

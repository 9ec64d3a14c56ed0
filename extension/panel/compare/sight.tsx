import { say } from "../../words.ts";
import { SlotDrawing } from "../drawn/slot-drawing.tsx";
import { inWords, type Sight } from "./comparison.ts";

type Props = { readonly sight: Sight | undefined; readonly why?: readonly string[] };

/** What one audience would see in one slot: drawn or as a picture, and in words. */
export const SightView = ({ sight, why = [] }: Props) =>
  sight ? (
    <div class={sight.picture ? "sight is-pictured" : `sight is-${sight.outcome}`}>
      {sight.picture ? (
        <img
          class="picture"
          src={sight.picture.url}
          width={sight.picture.width}
          height={sight.picture.height}
          alt={say("pictureInWords", { words: inWords(sight) })}
        />
      ) : (
        <SlotDrawing outcome={sight.outcome} />
      )}
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

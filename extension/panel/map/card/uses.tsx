import { goalOf } from "../../../../shared/engine/decide.ts";
import type { VariationRule } from "../../../../shared/engine/rules.ts";
import { usesOf } from "../../../../shared/library/map/uses.ts";
import { worded } from "../../../../shared/sentences/names.ts";
import { say } from "../../../words.ts";
import type { Seen } from "../../seen.ts";
import type { At } from "../map-drawing.tsx";
import { classes } from "../map-head.tsx";
import { Mark } from "../mark.tsx";
import { mappedIn, shownMap } from "../shown.ts";

const ASKED = {
  suppression: "askedBySuppression",
  offer: "askedByOffer",
  segment: "askedBySegment",
} as const;

/** The journey as this segment meets it, gaps too, and the rules that ask about it. */
export function Uses({ at, seen }: { at: At; seen: Seen }) {
  const mapped = mappedIn(seen.rules);
  const { slots } = shownMap(seen, { text: "", onlyHere: false });
  const asking = usesOf(at.segment, mapped).flatMap((use) => (use.by === "variation" ? [] : [use]));
  return (
    <>
      <ol class="uses">
        {slots.map(({ id, name, moment, isFirst, isHere }) => {
          const variations = (mapped.slots[id]?.variations ?? []).filter((one) => one.for === at.segment);
          const isUsed = variations.length > 0;
          return (
            <li key={id} class={classes("use", { "is-used": isUsed, "is-chosen": id === at.slot })}>
              {isFirst && (
                <span class="use-moment" dir="auto">
                  {moment}
                </span>
              )}
              <Mark variations={variations.length} />
              <span class="use-words">
                <span dir="auto">{name}</span>
                {isHere && <span class="here" role="img" aria-label={say("mapHere")} />}
                {isUsed ? (
                  variations.map((one) => <Shown key={one.id} variation={one} slot={id} seen={seen} />)
                ) : (
                  <span class="unseen">: {say("nothingOfItsOwn")}</span>
                )}
              </span>
            </li>
          );
        })}
      </ol>
      {asking.length > 0 && (
        <ul class="asked">
          {asking.map(({ by, id }) => (
            <li key={`${by} ${id}`}>{say(ASKED[by], { name: nameOf(by, id, seen) })}</li>
          ))}
        </ul>
      )}
    </>
  );
}

type ShownProps = { readonly variation: VariationRule; readonly slot: string; readonly seen: Seen };

/** What it is shown: an offer by its label, anything else by its goal. */
function Shown({ variation, slot, seen: { rules } }: ShownProps) {
  const mapped = mappedIn(rules);
  const place = mapped.slots[slot];
  const offer = "offer" in variation.content ? mapped.offers[variation.content.offer]?.label : undefined;
  return (
    <span class="aside" dir="auto">
      <code>{variation.id}</code> {offer ?? (place && worded(goalOf(variation, place, mapped)))}
    </span>
  );
}

function nameOf(by: keyof typeof ASKED, id: string, { rules }: Seen): string {
  const { suppressions, offers, segments } = mappedIn(rules);
  if (by === "offer") return offers[id]?.label ?? id;
  return (by === "suppression" ? suppressions : segments)[id]?.name ?? id;
}

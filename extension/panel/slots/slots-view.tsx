import { count, say } from "../../words.ts";
import { Scene } from "../drawn/scene.tsx";
import { type Found, foundAt } from "../examined.ts";
import { namesOf } from "../rules/rules.ts";
import type { Seen } from "../seen.ts";
import { SlotCard } from "./slot-card.tsx";

type Props = {
  readonly seen: Seen;
  readonly found: readonly Found[];
  /** The slot in the page over which the pointer rests. */
  readonly pointedAt: string | undefined;
};

/** Every slot of the page, in reading order: what it shows, and why. */
export function SlotsView({ seen, found, pointedAt }: Props) {
  const { observation, claim, rules } = seen;
  const names = namesOf(rules);
  const here = new Set(observation.slots.map(({ slot }) => slot));
  const elsewhere = Object.keys(claim.manifest.slots).filter((slot) => !here.has(slot)).length;
  return (
    <div class="stack">
      {observation.slots.length === 0 && (
        <div class="empty">
          <Scene name="nothing" />
          <h2>{say("noSlots")}</h2>
        </div>
      )}
      <ol class="cards">
        {observation.slots.map((observed) => (
          <SlotCard
            key={observed.selector}
            seen={seen}
            observed={observed}
            slot={claim.manifest.slots[observed.slot]}
            decision={claim.decisions.find(({ slot }) => slot === observed.slot)}
            names={names}
            findings={foundAt(observed.selector, found)}
            isPointedAt={observed.selector === pointedAt}
          />
        ))}
      </ol>
      {elsewhere > 0 && <p class="aside">{count("slotsElsewhere", elsewhere)}</p>}
    </div>
  );
}

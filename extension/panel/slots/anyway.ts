import { type Anyway, mayBeSeenAnyway } from "../../../shared/engine/anyway.ts";
import { byPriority, goalOf } from "../../../shared/engine/decide.ts";
import { entry } from "../../../shared/engine/facts.ts";
import type { Decision } from "../../../shared/engine/trace.ts";
import type { ShownAnyway } from "../../../shared/protocol/preview.ts";
import { send } from "../../messages.ts";
import type { Seen } from "../seen.ts";
import { change } from "../store.ts";

/** What a marketer asked to see in this slot, though this visitor would not get it. */
export const anywayIn = ({ preview }: Seen, slot: string): ShownAnyway | undefined =>
  preview?.anyway?.find((one) => one.slot === slot);

/** A candidate that was passed over, as something that can be asked for; undefined where it makes no sense to. */
export function askable(decision: Decision, variation: string): Anyway | undefined {
  const candidate = decision.candidates.find((one) => one.variation === variation);
  if (!candidate?.stoppedBy || !mayBeSeenAnyway(candidate.stoppedBy)) return undefined;
  const { segment, goal, offer } = candidate;
  return { slot: decision.slot, variation, segment, goal, ...(offer !== undefined && { offer }) };
}

/** Those that were not even tried, because one before them is shown. */
export function rankedBelow(decision: Decision, { claim }: Seen): readonly Anyway[] {
  const { manifest } = claim;
  const slot = entry(manifest.slots, decision.slot);
  if (!slot || decision.stoppedBy) return [];
  const tried = new Set(decision.candidates.map(({ variation }) => variation));
  return byPriority(slot.variations)
    .filter(({ id }) => !tried.has(id))
    .map((one) => ({
      slot: decision.slot,
      variation: one.id,
      segment: one.for,
      goal: goalOf(one, slot, manifest),
      ...("offer" in one.content && { offer: one.content.offer }),
    }));
}

/** Shows it in this tab, to the same visitor, until they are left or somebody else is chosen. */
export async function showAnyway(seen: Seen, asked: Anyway): Promise<void> {
  const name = entry(seen.claim.manifest.slots, asked.slot)?.name ?? asked.slot;
  const others = othersThan(asked.slot, seen);
  await previewWith(seen, [...others, { ...asked, offer: asked.offer, name: name.slice(0, 200) }]);
}

export const backToWhatTheyGet = (seen: Seen, slot: string): Promise<void> =>
  previewWith(seen, othersThan(slot, seen));

const othersThan = (slot: string, { preview }: Seen): readonly ShownAnyway[] =>
  preview?.anyway?.filter((one) => one.slot !== slot) ?? [];

async function previewWith({ tab, preview, chosen }: Seen, anyway: readonly ShownAnyway[]): Promise<void> {
  if (!preview) return;
  const { anyway: _before, ...rest } = preview;
  change({ notice: undefined, isLoading: true });
  await send({
    type: "preview",
    tab,
    preview: { ...rest, ...(anyway.length > 0 && { anyway: [...anyway] }) },
    ...(chosen && { choice: chosen }),
  });
}

import { entry } from "../../../shared/engine/facts.ts";
import type { Writing } from "../../../shared/protocol/draft/in-place.ts";
import { send } from "../../messages.ts";
import { say } from "../../words.ts";
import { change, now } from "../store.ts";
import { isWhole, type WrittenSlot, type WrittenVariation, withWords, wordsOf } from "./draft.ts";
import { see, write } from "./in-page.ts";

/** Lets the marketer write in the page itself what a segment sees in a place. */
export async function writeInPage(slot: WrittenSlot, variation: WrittenVariation): Promise<void> {
  const { tab, full } = now();
  const text = wordsOf(variation);
  if (tab === undefined || text === undefined || !isWhole(variation)) return;
  await see(variation.for);
  const { page, selector } = slot;
  change({ writing: { page, selector, for: variation.for } });
  const name = entry(full?.manifest.segments ?? {}, variation.for)?.name ?? variation.for;
  const isLine = "label" in variation.content || slot.kind === "button" || slot.kind === "link";
  const place = { selector, text, isLine, for: name.slice(0, 200) };
  await send({ type: "write in place", tab, place });
}

/** What the script in the page tells: the page itself cannot tell it anything. */
export function writtenInPage({ is, selector, text }: Writing): void {
  const { writing, draft } = now();
  // Whoever does not write there has written nothing.
  if (writing?.selector !== selector) return;
  if (is === "writing") write(withWords(draft, writing, text ?? ""));
  else change({ writing: undefined, ...(is === "nowhere" && { notice: say("nothingToSee") }) });
}

export async function endWriting(): Promise<void> {
  const { tab, writing } = now();
  if (tab === undefined || !writing) return;
  change({ writing: undefined });
  await send({ type: "write in place", tab });
}

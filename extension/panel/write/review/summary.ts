import { entry } from "../../../../shared/engine/facts.ts";
import type { Library } from "../../../../shared/library/library.ts";
import { say } from "../../../words.ts";
import type { Draft, Written } from "../draft.ts";
import { type NamedSlot, named } from "../written.ts";

/** One written place, as a person reads it. */
export type Line = { readonly place: string; readonly variations: readonly string[] };

export const linesOf = (draft: Draft, library: Library): readonly Line[] =>
  wholeIn(draft, library).map(({ id, slot, variations }) => ({
    place: say("reviewPlace", { name: slot.name, id, page: slot.page }),
    variations: variations.map(({ written }) =>
      say("reviewVariation", {
        segment: entry(library.segments, written.for)?.name ?? written.for,
        content: contentWords(written.content, library),
      }),
    ),
  }));

/** The change as text to paste into an issue or a mail. */
export function summaryOf(draft: Draft, library: Library): string {
  const places = linesOf(draft, library).map(({ place, variations }) =>
    [`- ${place}`, ...variations.map((line) => `  - ${line}`)].join("\n"),
  );
  return `${say("reviewTitle", { library: library.name })}\n\n${places.join("\n")}\n`;
}

const wholeIn = (draft: Draft, library: Library): readonly NamedSlot[] =>
  named(draft, library).filter(({ variations }) => variations.length > 0);

function contentWords(content: Written, { offers }: Library): string {
  if ("text" in content) return say("reviewText", { text: content.text });
  if ("label" in content) return say("reviewButton", { label: content.label, address: content.href });
  if ("offer" in content)
    return say("reviewOffer", { label: entry(offers, content.offer)?.label ?? content.offer });
  return say("contentHide");
}

import type { Library } from "../../../../shared/library/library.ts";
import { isOnePlace, placeOf } from "../../../../shared/library/map/place.ts";
import type { PointedElement } from "../../../../shared/protocol/draft/draft.ts";
import { say } from "../../../words.ts";
import type { Called, WrittenSlot } from "../draft.ts";
import { knownIn, usualIn } from "../written.ts";

/** How a place is called: as the slot that the library has there already, else by the first words in it. */
export function calledIn(library: Library, element: PointedElement, page: string): Called {
  const usual = usualIn(library);
  const around = slotAt(library, page, [markedAs(element.within)])?.[0];
  const within = around === undefined ? {} : { within: around };
  const known = slotAt(library, page, [element.selector, markedAs(element.slot)]);
  if (!known) return { name: firstWords(element.text) || say("unnamedPlace"), ...within, ...usual };
  const [slot, { name, moment, default: own }] = known;
  return { slot, name, ...within, moment, goal: own.goal ?? usual.goal };
}

const markedAs = (id: string | undefined) => `[data-fw-slot=${id}]`;

/** The slot of the library that is found on this page by one of these selectors. */
function slotAt({ slots }: Pick<Library, "slots">, page: string, selectors: readonly string[]) {
  const places = selectors.map((selector) => placeOf("", { selector, pages: [page] }));
  return Object.entries(slots).find(([id, slot]) =>
    places.some((place) => isOnePlace(place, placeOf(id, slot))),
  );
}

/** Who has content already in a place that the library has. */
export const segmentsIn = ({ slots }: Pick<Library, "slots">, slot: Pick<WrittenSlot, "slot">): string[] =>
  slots[knownIn(slots, slot) ?? ""]?.variations.map((one) => one.for) ?? [];

const firstWords = (text: string) => text.split(/\s+/).slice(0, 5).join(" ");

import * as z from "zod";
import { ELEMENT_KINDS, type PointedElement } from "../../../shared/protocol/draft/draft.ts";

/** A button that is written here becomes an offer of the library: its words, and where it leads. */
const buttonSchema = z.strictObject({ label: z.string().max(500), href: z.string().max(2_000) });

const writtenSchema = z.union([
  z.strictObject({ text: z.string().max(5_000) }),
  buttonSchema,
  z.strictObject({ offer: z.string() }),
  z.strictObject({ hide: z.literal(true) }),
]);

const writtenVariationSchema = z.strictObject({ for: z.string(), content: writtenSchema });

const writtenSlotSchema = z.strictObject({
  /** The slot of the library that this is already: it only gets more variations. */
  slot: z.string().optional(),
  /** The slot of the library inside which it stands: where that one has other content, this one is not seen. */
  within: z.string().optional(),
  name: z.string().max(200),
  moment: z.string().max(200),
  goal: z.string(),
  /** The path of the page on which it was pointed at. */
  page: z.string(),
  selector: z.string().max(500),
  kind: z.enum(ELEMENT_KINDS),
  /** What stood there: the default. */
  own: z.string().max(200),
  href: z.string().max(2_000).optional(),
  variations: z.array(writtenVariationSchema),
});

/** What the marketer has written for a site, before it is anybody's library. */
export const draftSchema = z.array(writtenSlotSchema);

export type Written = z.infer<typeof writtenSchema>;
export type WrittenVariation = z.infer<typeof writtenVariationSchema>;
export type WrittenSlot = z.infer<typeof writtenSlotSchema>;
export type Draft = readonly WrittenSlot[];

/** What a library says elsewhere is the likeliest for a new slot, too. */
export type Usual = Pick<WrittenSlot, "moment" | "goal">;

/** How the library calls a place, and what it says of it. */
export type Called = Usual & Pick<WrittenSlot, "name" | "slot" | "within">;

/** The same place is written only once. */
export const isSamePlace = (one: WrittenSlot, { page, selector }: Pick<WrittenSlot, "page" | "selector">) =>
  one.page === page && one.selector === selector;

export const withSlot = (draft: Draft, element: PointedElement, page: string, called: Called): Draft => {
  const { selector, kind, text, href } = element;
  if (draft.some((one) => isSamePlace(one, { page, selector }))) return draft;
  const slot = { ...called, page, selector, kind, own: text, variations: [] };
  return [...draft, { ...slot, ...(href !== undefined && { href }) }];
};

export const changed = (draft: Draft, at: number, part: Partial<WrittenSlot>): Draft =>
  draft.map((slot, index) => (index === at ? { ...slot, ...part } : slot));

/** Where one segment's words stand. */
export type WordsPlace = Pick<WrittenSlot, "page" | "selector"> & Pick<WrittenVariation, "for">;

/** What can be read of a variation, where it is written in words. */
export const wordsOf = ({ content }: WrittenVariation): string | undefined =>
  "text" in content ? content.text : "label" in content ? content.label : undefined;

export const withWords = (draft: Draft, place: WordsPlace, words: string): Draft =>
  draft.map((slot) =>
    isSamePlace(slot, place)
      ? {
          ...slot,
          variations: slot.variations.map((one) =>
            one.for === place.for ? { ...one, content: saying(one.content, words) } : one,
          ),
        }
      : slot,
  );

function saying(content: Written, words: string): Written {
  if ("label" in content) return { ...content, label: words.slice(0, 500) };
  return "text" in content ? { text: words } : content;
}

export const without = <T>(list: readonly T[], at: number): T[] => list.filter((_, index) => index !== at);

/** Nobody has written it to its end yet. */
export const isWhole = ({ content }: WrittenVariation): boolean =>
  Object.values(content).every((value) => value === true || value.trim() !== "");

/** How something is said in a place. */
export type ContentKind = "text" | "button" | "offer" | "hide";

/** What can be said where: no words in a picture, and no link in a button. */
export function kindsFor({ kind }: WrittenSlot): readonly ContentKind[] {
  if (kind === "image" || kind === "form") return ["hide"];
  return kind === "button" ? ["text", "hide"] : ["text", "button", "offer", "hide"];
}

/** What is written first is what stands there: most variations change a few words of it. */
export function begun(slot: WrittenSlot): Written {
  const { kind, own, href } = slot;
  if (!kindsFor(slot).includes("text")) return { hide: true };
  return kind === "link" ? { label: own, href: href ?? "" } : { text: own };
}

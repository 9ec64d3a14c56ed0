import type { Library } from "../../../shared/library/library.ts";
import type { Content } from "../../../shared/library/slot.ts";
import { type Draft, isWhole, type Usual, type WrittenSlot, type WrittenVariation } from "./draft.ts";
import { type Operation, step } from "./review/patch.ts";

/** A slot under the ids that it gets in the library. */
export type NamedSlot = {
  readonly id: string;
  readonly slot: WrittenSlot;
  readonly variations: readonly NamedVariation[];
};

export type NamedVariation = {
  readonly id: string;
  readonly written: WrittenVariation;
  /** The offer that its button becomes. */
  readonly offer?: string;
};

/** What was written to its end, each with an id that the library does not have yet. */
export function named(
  draft: Draft,
  { slots, offers }: Pick<Library, "slots" | "offers">,
): readonly NamedSlot[] {
  const taken = {
    slots: new Set(Object.keys(slots)),
    variations: new Set(Object.values(slots).flatMap(({ variations }) => variations.map(({ id }) => id))),
    offers: new Set(Object.keys(offers)),
  };
  return draft.map((slot) => {
    const id = knownIn(slots, slot) ?? free(idOf(slot.name), taken.slots);
    const variations = slot.variations.filter(isWhole).map((written) => {
      const variation = free(`${id}-${written.for}`.slice(0, LONGEST), taken.variations);
      return {
        id: variation,
        written,
        ...("label" in written.content && { offer: free(variation, taken.offers) }),
      };
    });
    return { id, slot, variations };
  });
}

/** The change as a patch of the library. A slot for which nothing was written is none yet. */
export function patchOf(draft: Draft, library: Library): readonly Operation[] {
  const all = named(draft, library).filter(({ variations }) => variations.length > 0);
  if (all.length === 0) return [];
  const offers = all.flatMap(({ slot, variations }) =>
    variations.flatMap(({ offer, written: { content } }) =>
      offer !== undefined && "label" in content
        ? [{ id: offer, value: { goal: slot.goal, label: content.label, href: content.href } }]
        : [],
    ),
  );
  return [
    { op: "test", path: "/name", value: library.name },
    ...offers.map(({ id, value }): Operation => ({ op: "add", path: `/offers/${step(id)}`, value })),
    ...all.flatMap((one) => (knownIn(library.slots, one.slot) ? variationsFor(one) : [slotFor(one)])),
  ];
}

function slotFor({ id, slot, variations }: NamedSlot): Operation {
  const { name, moment, page, selector, goal } = slot;
  // Where even the default is suppressed, nothing is the one content that is neutral for sure.
  const own = { default: { goal }, neutral: { hide: true } };
  const value = { name, moment, pages: [page], selector, ...own, variations: variations.map(variationFor) };
  return { op: "add", path: `/slots/${step(id)}`, value };
}

/** Last: whoever has content there already goes on seeing it. */
const variationsFor = ({ id, variations }: NamedSlot): readonly Operation[] =>
  variations.map((one) => ({
    op: "add",
    path: `/slots/${step(id)}/variations/-`,
    value: variationFor(one),
  }));

const variationFor = ({ id, written, offer }: NamedVariation) => ({
  id,
  for: written.for,
  content: contentOf(written, offer),
});

/** The slot that the library has in this place already. */
export const knownIn = (slots: Library["slots"], { slot }: Pick<WrittenSlot, "slot">): string | undefined =>
  slot !== undefined && Object.hasOwn(slots, slot) ? slot : undefined;

function contentOf({ content }: WrittenVariation, offer: string | undefined): Content {
  if ("label" in content) return { offer: offer ?? "" };
  return content;
}

/** What most slots of the library say: the likeliest for the next one. */
export function usualIn({ slots, offers }: Pick<Library, "slots" | "offers">): Usual {
  const all = Object.values(slots);
  const goals = all.flatMap(({ default: own }) => own.goal ?? (own.offer && offers[own.offer]?.goal) ?? []);
  return {
    moment: most(all.map(({ moment }) => moment)) ?? "first visit",
    goal: most(goals) ?? goalsIn({ slots, offers })[0] ?? "information",
  };
}

/** Every goal that the library knows. */
export const goalsIn = ({ slots, offers }: Pick<Library, "slots" | "offers">): readonly string[] => [
  ...new Set([
    ...Object.values(slots).flatMap(({ default: own, variations }) => [
      ...(own.goal === undefined ? [] : [own.goal]),
      ...variations.flatMap(({ goal }) => goal ?? []),
    ]),
    ...Object.values(offers).map(({ goal }) => goal),
  ]),
];

function most(words: readonly string[]): string | undefined {
  const count = (word: string) => words.filter((one) => one === word).length;
  return words.toSorted((one, other) => count(other) - count(one))[0];
}

const LONGEST = 70;

/** "Hero: what’s new" as `hero-what-s-new`. Ids begin with a letter. */
function idOf(name: string): string {
  const id = name
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+|-+$/g, "")
    .slice(0, LONGEST);
  return id === "" ? "slot" : id;
}

/** The id, or with the first number that is still free. */
function free(id: string, taken: Set<string>): string {
  let own = id;
  for (let number = 2; taken.has(own); number++) own = `${id}-${number}`;
  taken.add(own);
  return own;
}

import { type Said, said } from "../../../../sentences/said.ts";
import type { Library } from "../../../library.ts";
import { didYouMean } from "../../closest.ts";
import { named, type Problem, warning } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** What is blocked is something that there is: a mistyped word would block nothing in silence. */
export const blocked: Rule = (library) => [
  ...unheard(
    "goals",
    said(
      "a goal of any offer, variation or default",
      "das Ziel eines Angebots, einer Variante oder eines eigenen Inhalts",
    ),
    goalsIn(library),
    library,
  ),
  ...unheard(
    "channels",
    said("a channel of any slot", "der Kanal eines Platzes"),
    channelsIn(library),
    library,
  ),
  ...unheard(
    "tags",
    said(
      "a tag of any slot, offer or variation",
      "ein Schlagwort eines Platzes, eines Angebots oder einer Variante",
    ),
    tagsIn(library),
    library,
  ),
];

const unheard = (
  kind: "goals" | "channels" | "tags",
  what: Said,
  there: readonly string[],
  { suppressions }: Library,
): readonly Problem[] =>
  Object.entries(suppressions).flatMap(([id, { blocks }]) =>
    (blocks[kind] ?? []).flatMap((word, index) =>
      there.includes(word)
        ? []
        : [
            warning({
              path: `suppressions.${id}.blocks.${kind}[${index}]`,
              found: `"${word}"`,
              expected: said(`${what.en}${named(there)}`, `${what.de}${named(there)}`),
              mend:
                didYouMean(word, there) ??
                said("As it stands it blocks nothing.", "So, wie es dasteht, sperrt es nichts."),
            }),
          ],
    ),
  );

const goalsIn = ({ offers, slots }: Library): readonly string[] =>
  distinct([
    ...Object.values(offers).map(({ goal }) => goal),
    ...Object.values(slots).flatMap((slot) => [
      slot.default.goal,
      ...slot.variations.map(({ goal }) => goal),
    ]),
  ]);

const channelsIn = ({ slots }: Library): readonly string[] =>
  distinct(Object.values(slots).map(({ channel }) => channel));

const tagsIn = ({ offers, slots }: Library): readonly string[] =>
  distinct([
    ...Object.values(offers).flatMap(({ tags = [] }) => tags),
    ...Object.values(slots).flatMap(({ tags = [], variations }) => [
      ...tags,
      ...variations.flatMap((variation) => variation.tags ?? []),
    ]),
  ]);

const distinct = (words: readonly (string | undefined)[]): readonly string[] => [
  ...new Set(words.filter((word) => word !== undefined)),
];

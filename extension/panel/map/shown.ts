import type { VariationRule } from "../../../shared/engine/rules.ts";
import {
  type Mapped,
  type MapRow,
  personalizationMap,
} from "../../../shared/library/map/personalization-map.ts";
import { INPUTS } from "../../../shared/library/vocabulary.ts";
import type { Input } from "../../../shared/library/words.ts";
import { say } from "../../words.ts";
import { holdsWords, INPUT } from "../audiences/groups.ts";
import type { KnownRules } from "../rules/rules.ts";
import type { Seen } from "../seen.ts";

/** A column of the map. */
export type ShownSlot = {
  readonly id: string;
  readonly name: string;
  readonly moment: string;
  /** A moment of the journey begins with it. */
  readonly isFirst: boolean;
  readonly isHere: boolean;
  /** It shows everybody the same. */
  readonly isSame: boolean;
};

export type ShownRow = {
  readonly id: string;
  readonly name: string;
  readonly cells: Readonly<Record<string, readonly VariationRule[]>>;
  /** No slot speaks to it. */
  readonly isSilent: boolean;
  /** Other rules rest on it: a segment may be there for them alone. */
  readonly isAsked: boolean;
};

/** The map as it is drawn. */
export type ShownMap = {
  readonly moments: readonly { readonly name: string; readonly slots: number }[];
  readonly slots: readonly ShownSlot[];
  readonly groups: readonly { readonly input: Input; readonly rows: readonly ShownRow[] }[];
};

export type Narrowed = { readonly text: string; readonly onlyHere: boolean };

/** By what is mapped: the full library where it is loaded, else what the page's manifest knows. */
export const mappedIn = ({ manifest, full }: KnownRules) => full?.library ?? manifest;

export function shownMap(seen: Pick<Seen, "rules" | "observation">, { text, onlyHere }: Narrowed): ShownMap {
  const rules = mappedIn(seen.rules);
  const map = personalizationMap(rules);
  const here = new Set(seen.observation.slots.map(({ slot }) => slot));
  const moments = map.moments
    .map(({ name, slots }) => ({ name, slots: slots.filter((id) => !onlyHere || here.has(id)) }))
    .filter(({ slots }) => slots.length > 0);
  return {
    moments: moments.map(({ name, slots }) => ({ name, slots: slots.length })),
    slots: moments.flatMap(({ name: moment, slots }) =>
      slots.map((id, at) => ({
        id,
        name: rules.slots[id]?.name ?? id,
        moment,
        isFirst: at === 0,
        isHere: here.has(id),
        isSame: map.unpersonalized.includes(id),
      })),
    ),
    groups: INPUTS.flatMap((input) => {
      const rows = map.rows.filter(
        ({ segment }) =>
          rules.segments[segment]?.input === input && holdsWords(searchedIn(segment, seen.rules), text),
      );
      return rows.length > 0 ? [{ input, rows: rows.map((row) => shownRow(row, seen.rules)) }] : [];
    }),
  };
}

const shownRow = ({ segment, cells, used, uses }: MapRow, rules: KnownRules): ShownRow => ({
  id: segment,
  name: mappedIn(rules).segments[segment]?.name ?? segment,
  cells,
  isSilent: used !== "shown",
  isAsked: uses.some(({ by }) => by !== "variation"),
});

/** What is wanting in the whole map, whatever is being searched for. */
export function gapsIn(rules: Mapped): { readonly silent: number; readonly same: number } {
  const { rows, unpersonalized } = personalizationMap(rules);
  return { silent: rows.filter(({ used }) => used !== "shown").length, same: unpersonalized.length };
}

/** All that is said of a segment: its name and id, what it is told apart by, why there is one, and whose it is. */
function searchedIn(id: string, { manifest, full }: KnownRules): string {
  const known = mappedIn({ manifest, full }).segments[id];
  if (!known) return id;
  const { purpose = "", owner = "" } = full?.library.segments[id] ?? {};
  return [known.name, id, known.input, say(INPUT[known.input]), known.reportAs, purpose, owner].join(" ");
}

import { say } from "../../words.ts";
import { WarningIcon } from "../drawn/icons.tsx";
import type { At } from "./map-drawing.tsx";
import { classes } from "./map-head.tsx";
import { Mark } from "./mark.tsx";
import type { Place } from "./moves.ts";
import type { ShownRow, ShownSlot } from "./shown.ts";

type Props = {
  readonly row: ShownRow;
  readonly isUncared: boolean;
  /** Which row of the map it is, from 0. */
  readonly number: number;
  readonly slots: readonly ShownSlot[];
  readonly entered: Place;
  readonly onPoint: (at: At) => void;
  readonly onGo: (at: At) => void;
  readonly onOpen: (at: At) => void;
};

/** One segment: its name, and for each slot whether anything there is for it. */
export function MapLine({ row, isUncared, number, slots, entered, onPoint, onGo, onOpen }: Props) {
  const ways = (column: number, slot?: string) => {
    const at = { segment: row.id, slot };
    return {
      "data-place": `${number} ${column}`,
      tabIndex: entered.row === number && entered.column === column ? 0 : -1,
      onMouseEnter: () => onPoint(at),
      onFocus: () => {
        onPoint(at);
        onGo(at);
      },
      onClick: () => onOpen(at),
    };
  };
  return (
    <tr class={row.isSilent ? "map-row map-line is-silent" : "map-row map-line"}>
      <th scope="row" class="map-header">
        <button type="button" class="map-name" {...ways(0)}>
          <span dir="auto">{row.name}</span>
          {isUncared && <WarningIcon />}
          {isUncared && <span class="unseen">, {say("mapUncaredRow")}</span>}
          {row.isSilent && <span class="unseen">, {silentWords(row)}</span>}
        </button>
      </th>
      {slots.map(({ id, name, moment, isFirst, isHere, isSame }, at) => {
        const variations = row.cells[id] ?? [];
        return (
          <td
            key={id}
            class={classes("map-cell", { "is-first": isFirst, "is-here": isHere, "is-same": isSame })}
          >
            <button type="button" aria-label={cellWords({ name, moment }, variations)} {...ways(at + 1, id)}>
              <Mark variations={variations.length} />
            </button>
          </td>
        );
      })}
    </tr>
  );
}

/** That no slot speaks to it, which is no gap where it is there for other rules. */
export const silentWords = ({ isAsked }: Pick<ShownRow, "isAsked">): string =>
  say(isAsked ? "mapAskedRow" : "mapSilentRow");

/** What a place in the map is about, in words. */
export const cellWords = (
  { name, moment }: Pick<ShownSlot, "name" | "moment">,
  variations: readonly { readonly id: string }[],
): string =>
  variations.length > 0
    ? say("mapShows", { slot: name, moment, variations: variations.map(({ id }) => id).join(", ") })
    : say("mapGap", { slot: name, moment });

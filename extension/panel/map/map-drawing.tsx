import { useRef, useState } from "preact/hooks";
import { say } from "../../words.ts";
import { INPUT } from "../audiences/groups.ts";
import { MapHead } from "./map-head.tsx";
import { MapLine } from "./map-line.tsx";
import { placeAfter } from "./moves.ts";
import { Readout } from "./readout.tsx";
import type { ShownMap } from "./shown.ts";

/** A place in the map by what it is about; without a slot the row as a whole. */
export type At = { readonly segment: string; readonly slot?: string | undefined };

type Props = {
  readonly map: ShownMap;
  /** The segments that somebody should look at. */
  readonly uncared: ReadonlySet<string>;
  /** Where the Tab key enters the map. */
  readonly at: At | undefined;
  readonly onGo: (at: At) => void;
  readonly onOpen: (at: At) => void;
};

/** Segments down, slots across: a grid as the ARIA practices describe it, one place of which is in the tab order. */
export function MapDrawing({ map, uncared, at, onGo, onOpen }: Props) {
  const [pointed, setPointed] = useState<At>();
  const grid = useRef<HTMLTableElement>(null);
  const rows = map.groups.flatMap((group) => group.rows);
  const entered = placeOf(at, map, rows) ?? { row: 0, column: 0 };

  const move = (event: KeyboardEvent) => {
    const isRightToLeft = getComputedStyle(event.currentTarget as Element).direction === "rtl";
    const size = { rows: rows.length, columns: map.slots.length + 1 };
    const next = placeAfter(event.key, entered, size, isRightToLeft);
    const row = next && rows[next.row];
    if (!row) return;
    event.preventDefault();
    onGo({ segment: row.id, slot: map.slots[next.column - 1]?.id });
    grid.current?.querySelector<HTMLElement>(`[data-place="${next.row} ${next.column}"]`)?.focus();
  };

  return (
    <div class="map">
      <div class="map-window">
        <table
          class="map-grid"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table in which arrows move the focus is a grid
          role="grid"
          aria-label={say("mapName")}
          style={{ "--slots": map.slots.length }}
          ref={grid}
          onKeyDown={move}
          onMouseLeave={() => setPointed(undefined)}
        >
          <MapHead map={map} pointed={pointed?.slot} />
          {map.groups.map(({ input, rows: some }) => (
            <tbody key={input}>
              <tr class="map-group">
                <th scope="rowgroup" colSpan={map.slots.length + 1}>
                  <span>{say(INPUT[input])}</span>
                </th>
              </tr>
              {some.map((row) => (
                <MapLine
                  key={row.id}
                  row={row}
                  isUncared={uncared.has(row.id)}
                  number={rows.indexOf(row)}
                  slots={map.slots}
                  entered={entered}
                  onPoint={(place) => {
                    if (place.segment !== pointed?.segment || place.slot !== pointed?.slot) setPointed(place);
                  }}
                  onGo={onGo}
                  onOpen={onOpen}
                />
              ))}
            </tbody>
          ))}
        </table>
      </div>
      <Readout map={map} at={pointed} />
    </div>
  );
}

function placeOf(at: At | undefined, { slots }: ShownMap, rows: readonly { readonly id: string }[]) {
  const row = rows.findIndex(({ id }) => id === at?.segment);
  return row < 0 ? undefined : { row, column: slots.findIndex(({ id }) => id === at?.slot) + 1 };
}

import { say } from "../../words.ts";
import type { At } from "./map-drawing.tsx";
import { cellWords, silentWords } from "./map-line.tsx";
import type { ShownMap } from "./shown.ts";

/** What the pointer or the focus is on, in words; a screen reader has been told by the place itself. */
export function Readout({ map, at }: { map: ShownMap; at: At | undefined }) {
  const row = map.groups.flatMap(({ rows }) => rows).find(({ id }) => id === at?.segment);
  const slot = map.slots.find(({ id }) => id === at?.slot);
  return (
    <p class={row ? "map-readout is-pointing" : "map-readout"} aria-hidden="true">
      {row ? (
        <>
          <strong dir="auto">{row.name}</strong>{" "}
          {slot ? cellWords(slot, row.cells[slot.id] ?? []) : row.isSilent && silentWords(row)}
        </>
      ) : (
        say("mapHint")
      )}
    </p>
  );
}

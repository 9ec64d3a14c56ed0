import { say } from "../../words.ts";
import type { ShownMap } from "./shown.ts";

/** The journey from left to right: its moments, and under each the slots that come in it. */
export const MapHead = ({ map, pointed }: { map: ShownMap; pointed: string | undefined }) => (
  <thead>
    <tr class="map-row">
      <th scope="row" class="map-corner">
        {say("mapMoments")}
      </th>
      {map.moments.map(({ name, slots }) => (
        <th
          scope="colgroup"
          class="map-moment"
          key={name}
          colSpan={slots}
          style={{ gridColumnEnd: `span ${slots}` }}
          title={name}
        >
          <span dir="auto">{name}</span>
        </th>
      ))}
    </tr>
    <tr class="map-row">
      <th scope="row" class="map-corner">
        {say("mapSlot")}
      </th>
      {map.slots.map(({ id, name, isFirst, isHere, isSame }) => (
        <th
          scope="col"
          key={id}
          title={name}
          class={classes("map-slot", {
            "is-first": isFirst,
            "is-here": isHere,
            "is-same": isSame,
            "is-pointed": id === pointed,
          })}
        >
          <span dir="auto">{name}</span>
          {isHere && <span class="here" role="img" aria-label={say("mapHere")} />}
          {isSame && <span class="unseen">{say("mapShowsSame")}</span>}
        </th>
      ))}
    </tr>
  </thead>
);

/** The names of the classes that apply. */
export const classes = (always: string, some: Readonly<Record<string, boolean>>): string =>
  [always, ...Object.keys(some).filter((name) => some[name])].join(" ");

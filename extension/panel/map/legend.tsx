import { count, say } from "../../words.ts";
import { WarningIcon } from "../drawn/icons.tsx";
import type { KnownRules } from "../rules/rules.ts";
import { Mark } from "./mark.tsx";
import { gapsIn, mappedIn } from "./shown.ts";

type Props = {
  readonly rules: KnownRules;
  /** How many segments somebody should look at. */
  readonly uncared: number;
  readonly onlyHere: boolean;
  /** Undefined where the page has no slots to narrow the map down to. */
  readonly onNarrow: ((onlyHere: boolean) => void) | undefined;
};

/** How much there is, what is wanting, and how the map is read. */
export function Legend({ rules, uncared, onlyHere, onNarrow }: Props) {
  const mapped = mappedIn(rules);
  const { silent, same } = gapsIn(mapped);
  return (
    <div class="map-legend">
      <h2>{say("mapName")}</h2>
      <p class="aside" dir="auto">
        {count("mapSegments", Object.keys(mapped.segments).length)} ·{" "}
        {count("mapSlots", Object.keys(mapped.slots).length)}
      </p>
      <ul>
        <li>
          <Mark variations={1} />
          <span dir="auto">{say("mapFilled")}</span>
        </li>
        <li>
          <Mark variations={0} />
          <span dir="auto">{say("mapEmpty")}</span>
        </li>
        {silent > 0 && (
          <li class="is-wanting">
            <span class="swatch" aria-hidden="true" />
            <span dir="auto">{count("mapSilent", silent)}</span>
          </li>
        )}
        {same > 0 && (
          <li class="is-wanting">
            <span class="swatch is-column" aria-hidden="true" />
            <span dir="auto">{count("mapSame", same)}</span>
          </li>
        )}
        {uncared > 0 && (
          <li class="is-wanting">
            <WarningIcon />
            <span dir="auto">{count("mapUncared", uncared)}</span>
          </li>
        )}
      </ul>
      {onNarrow && (
        <button type="button" class="filter" aria-pressed={onlyHere} onClick={() => onNarrow(!onlyHere)}>
          <span class="here" aria-hidden="true" />
          {say("mapOnlyHere")}
        </button>
      )}
    </div>
  );
}

import { exclusionsOf } from "../../../../shared/library/map/exclusions.ts";
import { count, say } from "../../../words.ts";
import type { KnownRules } from "../../rules/rules.ts";
import { mappedIn } from "../shown.ts";

/** Who of a segment is kept from what is meant for it, and why. */
export function Excluded({ segment, rules }: { segment: string; rules: KnownRules }) {
  const mapped = mappedIn(rules);
  const exclusions = exclusionsOf(segment, mapped);
  const all = Object.values(mapped.slots)
    .flatMap(({ variations }) => variations)
    .filter((one) => one.for === segment).length;
  if (exclusions.length === 0) return <p>{say(all > 0 ? "nobodyExcluded" : "nothingToExcludeFrom")}</p>;
  return (
    <ul class="excluded">
      {exclusions.map(({ suppression, hits }) => (
        <li key={suppression}>
          <strong dir="auto">{mapped.suppressions[suppression]?.name}</strong>
          <span class="aside">{count("excludedFrom", hits.length, { all })}</span>
          <span class="aside" dir="auto">
            {mapped.suppressions[suppression]?.reason}
          </span>
        </li>
      ))}
    </ul>
  );
}

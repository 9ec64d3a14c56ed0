import { leavesOf } from "../../../../engine/condition.ts";
import { entry } from "../../../../engine/facts.ts";
import { said } from "../../../../sentences/said.ts";
import type { Library } from "../../../library.ts";
import { alike, error } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** No segment rests on itself, not even over others. Each cycle is named once. */
export const cycles: Rule = ({ segments }) => {
  const found: string[][] = [];
  const done = new Set<string>();
  const walk = (id: string, way: readonly string[]) => {
    if (way.includes(id)) found.push([...way.slice(way.indexOf(id)), id]);
    if (way.includes(id) || done.has(id)) return;
    for (const next of segmentsNamedBy(id, segments)) walk(next, [...way, id]);
    done.add(id);
  };
  for (const id of Object.keys(segments)) walk(id, []);
  return found.map((cycle) =>
    error({
      path: `segments.${cycle[0]}.when`,
      found: alike(cycle.join(" → ")),
      expected: said("a chain of segments that ends", "eine Kette von Segmenten, die endet"),
      mend: said("Take one of these references out.", "Entfernen Sie einen dieser Verweise."),
    }),
  );
};

function segmentsNamedBy(id: string, segments: Library["segments"]): readonly string[] {
  const segment = entry(segments, id);
  return segment ? leavesOf(segment.when).flatMap((leaf) => ("segment" in leaf ? [leaf.segment] : [])) : [];
}

import { entry } from "../../../../engine/facts.ts";
import type { Rule } from "../../rule.ts";
import { unknownId } from "../references.ts";
import { misfit } from "./operands.ts";

/** The visitors in a segment's tests have properties that exist, with values that these can have. */
export const visitors: Rule = ({ segments, properties }) =>
  Object.entries(segments).flatMap(([id, { tests }]) =>
    tests.flatMap(({ visitor }, index) =>
      Object.entries(visitor.properties ?? {}).flatMap(([name, value]) => {
        const path = `segments.${id}.tests[${index}].visitor.properties.${name}`;
        const property = entry(properties, name);
        if (!property) return [unknownId(path, name, "property", Object.keys(properties))];
        const isPlaceholder = typeof value === "string" && property.missing?.includes(value);
        return isPlaceholder ? [] : misfit(path, value, name, property);
      }),
    ),
  );

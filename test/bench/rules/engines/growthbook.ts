import { evalCondition } from "@growthbook/growthbook";
import type { Condition } from "../../../../shared/engine/condition.ts";
import { functionEngine } from "./engine.ts";
import { mongoTest } from "./mongo.ts";

export const loadGrowthBook = functionEngine("growthbook", (when) => {
  const condition = toGrowthBook(when);
  return (visitor) => evalCondition(visitor, condition);
});

/** MongoDB's language, but for the negation of a whole condition, which only GrowthBook has. */
function toGrowthBook(when: Condition): object {
  if ("all" in when) return { $and: when.all.map(toGrowthBook) };
  if ("any" in when) return { $or: when.any.map(toGrowthBook) };
  if ("not" in when) return { $not: toGrowthBook(when.not) };
  return mongoTest(when);
}

import { Query } from "mingo";
import sift from "sift";
import type { Condition } from "../../../../shared/engine/condition.ts";
import { functionEngine } from "./engine.ts";

export const loadSift = functionEngine("sift", (when) => sift(toMongo(when)));

export const loadMingo = functionEngine("mingo", (when) => {
  const query = new Query(toMongo(when));
  return (visitor) => query.test(visitor);
});

function toMongo(when: Condition): object {
  if ("all" in when) return { $and: when.all.map(toMongo) };
  if ("any" in when) return { $or: when.any.map(toMongo) };
  if ("not" in when) return { $nor: [toMongo(when.not)] };
  return mongoTest(when);
}

/** One test of one property, in the part of MongoDB's language that sift, mingo and GrowthBook share. */
export function mongoTest(when: Condition): object {
  if (!("property" in when)) throw new TypeError(`no translation for ${JSON.stringify(when)}`);
  return { [when.property]: askedOf(when) };
}

function askedOf(when: Condition): object {
  if ("is" in when) return { $eq: when.is };
  if ("isNot" in when) return { $ne: when.isNot };
  if ("in" in when) return { $in: when.in };
  if ("notIn" in when) return { $nin: when.notIn };
  if ("gte" in when) return { $gte: when.gte };
  if ("between" in when) return { $gte: when.between[0], $lte: when.between[1] };
  throw new TypeError(`no translation for ${JSON.stringify(when)}`);
}

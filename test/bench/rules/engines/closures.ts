import type { Condition } from "../../../../shared/engine/condition.ts";
import type { Plain } from "../visitors.ts";
import { type ByteRule, byteEngine, type LoadEngine, no, unknown, yes } from "./engine.ts";

export const loadClosures: LoadEngine = (segments, visitors) =>
  byteEngine(
    "closures",
    Object.values(segments).map(({ when }) => closureOf(when)),
    visitors,
  );

/** The usual way without eval: a function for each part of a condition, holding those of its parts. */
function closureOf(when: Condition): ByteRule {
  if ("all" in when) return strongest(when.all.map(closureOf), no);
  if ("any" in when) return strongest(when.any.map(closureOf), yes);
  if ("not" in when) {
    const part = closureOf(when.not);
    return (visitor) => yes - part(visitor);
  }
  if (!("property" in when)) throw new TypeError(`no closure for ${JSON.stringify(when)}`);
  const { property } = when;
  const test = testOf(when);
  return (visitor) => {
    const value = visitor[property];
    return value === undefined ? unknown : test(value) ? yes : no;
  };
}

/** One part with the deciding answer decides; else a doubt stays a doubt. */
const strongest =
  (parts: readonly ByteRule[], deciding: number): ByteRule =>
  (visitor) => {
    let answer = yes - deciding;
    for (const part of parts) {
      const one = part(visitor);
      if (one === deciding) return deciding;
      if (one === unknown) answer = unknown;
    }
    return answer;
  };

function testOf(when: Condition): (value: Plain[string]) => boolean {
  if ("is" in when) return (value) => value === when.is;
  if ("isNot" in when) return (value) => value !== when.isNot;
  if ("in" in when) {
    const listed = new Set<unknown>(when.in);
    return (value) => listed.has(value);
  }
  if ("notIn" in when) {
    const listed = new Set<unknown>(when.notIn);
    return (value) => !listed.has(value);
  }
  if ("gte" in when) return (value) => typeof value === "number" && value >= when.gte;
  if ("between" in when) {
    const [from, to] = when.between;
    return (value) => typeof value === "number" && value >= from && value <= to;
  }
  throw new TypeError(`no closure for ${JSON.stringify(when)}`);
}

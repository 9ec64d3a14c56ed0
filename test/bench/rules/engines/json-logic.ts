import { LogicEngine } from "json-logic-engine";
import jsonLogic from "json-logic-js";
import type { Condition } from "../../../../shared/engine/condition.ts";
import { functionEngine } from "./engine.ts";

const logicEngine = new LogicEngine();

/** Compiles with `new Function`, which a page with a strict content security policy refuses. */
export const loadCompiledLogic = functionEngine("json-logic-engine compiled", (when) =>
  logicEngine.build(toJsonLogic(when)),
);

export const loadInterpretedLogic = functionEngine("json-logic-engine interpreted", (when) => {
  const rule = toJsonLogic(when);
  return (visitor) => logicEngine.run(rule, visitor);
});

export const loadJsonLogic = functionEngine("json-logic-js", (when) => {
  const rule = toJsonLogic(when);
  return (visitor) => jsonLogic.apply(rule, visitor);
});

function toJsonLogic(when: Condition): object {
  if ("all" in when) return { and: when.all.map(toJsonLogic) };
  if ("any" in when) return { or: when.any.map(toJsonLogic) };
  if ("not" in when) return { "!": [toJsonLogic(when.not)] };
  if (!("property" in when)) throw new TypeError(`no translation for ${JSON.stringify(when)}`);
  const value = { var: when.property };
  if ("is" in when) return { "===": [value, when.is] };
  if ("isNot" in when) return { "!==": [value, when.isNot] };
  if ("in" in when) return { in: [value, when.in] };
  if ("notIn" in when) return { "!": [{ in: [value, when.notIn] }] };
  if ("gte" in when) return { ">=": [value, when.gte] };
  if ("between" in when) return { "<=": [when.between[0], value, when.between[1]] };
  throw new TypeError(`no translation for ${JSON.stringify(when)}`);
}

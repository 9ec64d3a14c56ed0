import { mkdirSync, writeFileSync } from "node:fs";
import type { Condition } from "../../../../shared/engine/condition.ts";
import type { Segments } from "../five-segments.ts";
import type { Plain } from "../visitors.ts";
import { type ByteRule, byteEngine, type Engine } from "./engine.ts";

/**
 * The functions that somebody would have to write by hand for so many segments, written out as a module:
 * plain code is the limit, and nobody types ten thousand functions. No eval: Node loads it as any file.
 */
export async function loadWrittenOut(
  segments: Segments,
  visitors: readonly Plain[],
  folder: URL,
): Promise<Engine> {
  const conditions = Object.values(segments).map(({ when }) => when);
  const file = new URL(`written-out-${conditions.length}.mjs`, folder);
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, sourceOf(conditions));
  const { rules }: { rules: readonly ByteRule[] } = await import(file.href);
  return byteEngine("hand-written", rules, visitors);
}

function sourceOf(conditions: readonly Condition[]): string {
  const functions = conditions.map((when, at) => {
    let labels = 0;
    return `function rule${at}(visitor) {\n${statementOf(when, "answer", () => labels++)}\nreturn answer;\n}`;
  });
  const list = conditions.map((_, at) => `rule${at}`).join(", ");
  return `${functions.join("\n\n")}\n\nexport const rules = [${list}];\n`;
}

/** Declares `name` and leaves the answer in it: 0 no, 1 unknown, 2 yes. Stops at the part that decides. */
function statementOf(when: Condition, name: string, nextLabel: () => number): string {
  if ("not" in when) {
    const part = `part${nextLabel()}`;
    return `${statementOf(when.not, part, nextLabel)}\nconst ${name} = 2 - ${part};`;
  }
  if (!("all" in when || "any" in when)) return `const ${name} = ${leafOf(when)};`;
  const [parts, deciding] = "all" in when ? [when.all, 0] : [when.any, 2];
  const label = `block${nextLabel()}`;
  const steps = parts.map((part) => {
    const one = `part${nextLabel()}`;
    return `${statementOf(part, one, nextLabel)}
if (${one} === ${deciding}) { ${name} = ${deciding}; break ${label}; }
if (${one} === 1) ${name} = 1;`;
  });
  return `let ${name} = ${2 - deciding};\n${label}: {\n${steps.join("\n")}\n}`;
}

function leafOf(when: Condition): string {
  if (!("property" in when)) throw new TypeError(`no source for ${JSON.stringify(when)}`);
  const value = `visitor.${when.property}`;
  return `${value} === undefined ? 1 : ${testOf(when, value)} ? 2 : 0`;
}

function testOf(when: Condition, value: string): string {
  const sames = (listed: readonly unknown[]) =>
    listed.map((one) => `${value} === ${JSON.stringify(one)}`).join(" || ");
  if ("is" in when) return `(${sames([when.is])})`;
  if ("isNot" in when) return `!(${sames([when.isNot])})`;
  if ("in" in when) return `(${sames(when.in)})`;
  if ("notIn" in when) return `!(${sames(when.notIn)})`;
  if ("gte" in when) return `(${value} !== null && ${value} >= ${when.gte})`;
  if ("between" in when) {
    const [from, to] = when.between;
    return `(${value} !== null && ${value} >= ${from} && ${value} <= ${to})`;
  }
  throw new TypeError(`no source for ${JSON.stringify(when)}`);
}

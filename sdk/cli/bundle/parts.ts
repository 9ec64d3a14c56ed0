import { GATES } from "../../../shared/consent/gates.ts";
import { ruleOf } from "../../../shared/consent/record.ts";
import { GPC } from "../../../shared/consent/sources.ts";
import type { Content } from "../../../shared/library/slot.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import { askedEvents } from "../../page/behavior/asked.ts";
import { needsCountry } from "../../page/consent/needs-country.ts";
import type { OptionalParts } from "./page-script.ts";

/** The names of the optional parts of the page script that a library uses. */
export type UsedParts = Readonly<Record<keyof OptionalParts, readonly string[]>>;

/** The words of a library that need a part of the engine. */
const ENGINE: Readonly<Record<string, readonly string[]>> = {
  dates: ["before", "after"],
  sequences: ["score", "then", "first", "last", "everWithin"],
  traits: ["compare", "missing"],
};

/** Whether a word stands anywhere. Where it means something else the part comes along in vain. */
const mentions = (value: unknown, keys: readonly string[]): boolean =>
  typeof value === "object" &&
  value !== null &&
  Object.entries(value).some(([key, held]) => keys.includes(key) || mentions(held, keys));

export function usedParts(manifest: Manifest): UsedParts {
  const { consent, slots, offers, measurement } = manifest;
  const asked = askedEvents(manifest);
  const all = Object.values(slots);
  const variations = all.flatMap((slot) => slot.variations);
  const contents: readonly Content[] = [
    ...all.map(({ neutral }) => neutral),
    ...variations.map(({ content }) => content),
  ];
  return {
    sources: [
      ...new Set([
        consent.source,
        ...GATES.map((gate) => ruleOf(gate, consent).source),
        ...(consent.others ?? []),
        GPC,
      ]),
    ],
    // Whatever else fails, a suppressed default can be hidden.
    contents: [...new Set([...contents.map((content) => Object.keys(content)[0] ?? ""), "hide"])],
    approval: variations.some(({ approved }) => approved !== undefined) ? ["approved"] : [],
    engine: Object.entries(ENGINE)
      .filter(([, keys]) => mentions(manifest, keys))
      .map(([name]) => name),
    behavior: ["click", "form_submit"].some((event) => asked.has(event)) ? ["listen"] : [],
    country: needsCountry(manifest) ? ["country"] : [],
    goals: Object.values(offers).some(({ reachedBy }) => reachedBy) ? ["goals"] : [],
    sinks: [...new Set(measurement.reportTo)],
  };
}

/** Everything that a library may come to use, but for what would ask for more than this one needs to know. */
export const everyPart = (
  parts: OptionalParts,
  country: readonly string[] = Object.keys(parts.country),
): UsedParts => ({
  sources: Object.keys(parts.sources),
  contents: Object.keys(parts.contents),
  approval: Object.keys(parts.approval),
  engine: Object.keys(parts.engine),
  behavior: Object.keys(parts.behavior),
  goals: Object.keys(parts.goals),
  country,
  sinks: Object.keys(parts.sinks),
});

/**
 * What the boot part brings along, as one JavaScript expression.
 *
 * @throws When a part is not there: the page script was built by another version.
 */
export function partsCode(used: UsedParts, parts: OptionalParts): string {
  const sources = codesOf("sources", used, parts).map(([, code]) => code);
  const approval = codesOf("approval", used, parts).map(([name, code]) => `,${name}:${code}`);
  const named = (kind: keyof OptionalParts) =>
    codesOf(kind, used, parts).map(([name, code]) => `${name}:${code}`);
  return `{engine:{${named("engine")}},sources:[${sources}],contents:{${named("contents")}}${approval.join("")}}`;
}

/** The later part with what it brings along before it. */
export function laterWith(later: string, used: UsedParts, parts: OptionalParts): string {
  const [sinks = [], ...others] = (["sinks", "behavior", "goals", "country"] as const).map((kind) =>
    codesOf(kind, used, parts).map(([name, code]) => `${name}:${code}`),
  );
  return `const __FORWHOM_LATER_PARTS__={${[`sinks:{${sinks}}`, ...others.flat()]}};${later}`;
}

function codesOf(
  kind: keyof OptionalParts,
  used: UsedParts,
  parts: OptionalParts,
): readonly (readonly [name: string, code: string])[] {
  return used[kind].map((name) => {
    const code = parts[kind][name];
    if (code === undefined)
      throw new Error(`The built page script has no part "${name}" of ${kind}: build it again.`);
    return [name, code];
  });
}

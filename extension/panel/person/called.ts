import { GATES } from "../../../shared/consent/gates.ts";
import { entry } from "../../../shared/engine/facts.ts";
import type { Changes, Choice, Did, Said } from "../../../shared/protocol/choice.ts";
import { worded } from "../../../shared/sentences/names.ts";
import { dated, number, type PlainWord, say, timeAgo } from "../../words.ts";
import { GATE_NAME, GATE_STATE } from "../drawn/gate-drawing.tsx";
import { type KnownRules, namesOf } from "../rules/rules.ts";
import { type Askable, askables } from "./askable.ts";

/** Whom a choice is about, part by part, in words for the panel alone: values and names of tests are in it. */
export function called(choice: Choice, rules: KnownRules): readonly string[] {
  const { segment, sample, also, withoutConsent, changes } = choice;
  const { segments } = namesOf(rules);
  const who = segment === undefined ? say("anybody") : (entry(segments, segment)?.name ?? worded(segment));
  return [
    who,
    ...(sample === undefined ? [] : [sample]),
    ...also.map((id) => entry(rules.manifest.suppressions, id)?.name ?? worded(id)),
    ...(withoutConsent ? [say("hasNotConsented")] : []),
    ...(changes ? changesIn(changes, rules) : []),
  ];
}

function changesIn(changes: Changes, rules: KnownRules): readonly string[] {
  const { properties = {}, gates = {}, didNothing, events = [], now } = changes;
  const known = new Map(askables(rules).map((one) => [one.id, one]));
  return [
    ...(now === undefined ? [] : [say("asOf", { moment: momentWords(now) })]),
    ...GATES.flatMap((gate) => {
      const state = gates[gate];
      return state ? [`${say(GATE_NAME[gate])}: ${say(GATE_STATE[state])}`] : [];
    }),
    ...Object.entries(properties).map(([id, said]) => {
      const property = known.get(id);
      return `${property?.label ?? worded(id)}: ${saidWords(said, property)}`;
    }),
    ...(didNothing ? [say("didNothing")] : []),
    ...events.map(didWords),
  ];
}

export const momentWords = (now: number): string =>
  dated(new Date(now), { dateStyle: "medium", timeStyle: "short" });

export const eventWords = (event: string): string =>
  event === "page_view" ? say("visitedPage") : say("didThis", { event: worded(event) });

function saidWords(said: Said, property: Askable | undefined): string {
  if (typeof said === "boolean") return say(said ? "valueYes" : "valueNo");
  if (typeof said === "number") return number(said);
  if (typeof said === "object" && "is" in said)
    return say(said.is === "absent" ? "valueAbsent" : "valueUnknown");
  const labels = new Map(property?.values.map(({ value, label }) => [value, label]));
  const texts = [said].flat().map((text) => labels.get(text) ?? text);
  return texts.length === 0 ? say("valueNone") : texts.join(", ");
}

export const AGO_UNITS = {
  m: { word: "agoMinutes", unit: "minute" },
  h: { word: "agoHours", unit: "hour" },
  d: { word: "agoDays", unit: "day" },
  w: { word: "agoWeeks", unit: "week" },
  mo: { word: "agoMonths", unit: "month" },
} as const satisfies Record<string, { word: PlainWord; unit: Intl.RelativeTimeFormatUnit }>;

export type AgoUnit = keyof typeof AGO_UNITS;

/** `"3d"` as its number and unit. Units that are not offered are days. */
export function agoOf(ago: string): { readonly count: number; readonly unit: AgoUnit } {
  const [, count = "1", unit = "d"] = /^(\d+)([a-z]+)$/.exec(ago) ?? [];
  return { count: Number(count), unit: unit in AGO_UNITS ? (unit as AgoUnit) : "d" };
}

function didWords({ event, fields = {}, times, ago: long }: Did): string {
  const { count, unit } = agoOf(long);
  const what = [eventWords(event), ...Object.values(fields).map(String)].join(" ");
  return say("timesAgo", { what, times, ago: timeAgo(count, AGO_UNITS[unit].unit) });
}

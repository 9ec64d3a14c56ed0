import { entry } from "../engine/facts.ts";
import { DURATION } from "../engine/leaf/duration.ts";
import type { MomentKind, Unit } from "./catalogues/messages.ts";
import type { Speaker } from "./speaker.ts";

const DATE = /^\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?$/;
const TODAY = /^today(?:([+-])(\d{1,4})d)?$/;

export const kindOf = (value: unknown): "boolean" | "date" | "other" =>
  typeof value === "boolean" ? "boolean" : isDate(value) ? "date" : "other";

const isDate = (value: unknown): value is string => typeof value === "string" && DATE.test(value);

/** One value as a marketer would say it, with the labels that its property has for it. */
export function valueWords(value: unknown, speaker: Speaker, property = ""): string {
  if (typeof value === "boolean") return speaker.say("value.boolean", { value: value ? "yes" : "no" });
  const text = String(value);
  const label = entry(entry(speaker.names.properties, property)?.labels ?? {}, text);
  if (label !== undefined) return label;
  if (typeof value === "number") return speaker.number(value);
  return isDate(value) ? speaker.day(value) : text;
}

type Moment = { readonly kind: MomentKind; readonly moment: string; readonly length: string };

/** What an event or a date comes before or after: a day, a time, or so long before or after now. */
export function momentWords(text: string, speaker: Speaker): Moment {
  const { say, day, time } = speaker;
  const [isToday, sign = "-", days = "0"] = TODAY.exec(text) ?? [];
  const today = { side: sign === "-" ? "past" : "future", days: Number(days) } as const;
  if (isToday !== undefined) return dated(say("moment.today", today));
  const ago = durationOf(text.replace(/^[+-]/, ""));
  if (ago)
    return {
      kind: text.startsWith("+") ? "ahead" : "ago",
      moment: say("span", ago),
      length: say("length", ago),
    };
  return dated(
    text.includes("T")
      ? say("moment.time", { day: day(text), time: time(text) })
      : say("moment.day", { day: day(text) }),
  );
}

const dated = (moment: string): Moment => ({ kind: "other", moment, length: moment });

type Duration = { readonly unit: Unit; readonly count: number };

function durationOf(text: string): Duration | undefined {
  const [, count, unit] = DURATION.exec(text) ?? [];
  return count === undefined ? undefined : { count: Number(count), unit: unit as Unit };
}

/** "7 days", after a word such as "within"; nothing where the text is no duration. */
export function spanWords(text: string | undefined, { say }: Speaker): string | undefined {
  const duration = durationOf(text ?? "");
  return duration && say("span", duration);
}

/** A stretch of time before now: "in 7 days", or, where something did not happen, "in the last 7 days". */
export function windowWords(
  text: string | undefined,
  { say }: Speaker,
  key: "window" | "window.recent" = "window",
): string | undefined {
  const duration = durationOf(text ?? "");
  return duration && say(key, { ...duration, span: say("span", duration) });
}

import browser from "webextension-polyfill";
import type { Language } from "../shared/sentences/speaker.ts";
import type english from "./_locales/en/messages.json";

type Messages = typeof english;
type Key = keyof Messages;

type Numbered = Key extends infer Each ? (Each extends `${infer Word}_other` ? Word : never) : never;
/** A message of the catalogue; those that count something have one for each number, and are told by `count`. */
export type Word = Exclude<Key, `${string}_${"one" | "other"}`>;

type Values<K extends Key> = Messages[K] extends { readonly placeholders: infer Names }
  ? { readonly [Name in keyof Names]: string | number }
  : Record<never, never>;

/** Words that are told with nothing filled in. */
export type PlainWord = { [W in Word]: keyof Values<W> extends never ? W : never }[Word];

type Told<Names> = keyof Names extends never ? [] : [values: Names];

const SPOKEN: Readonly<Record<string, Language>> = { en: "en", de: "de" } satisfies Record<
  Language,
  Language
>;

/** A message in the browser's language, with its values filled in. */
export const say = <W extends Word>(word: W, ...[values]: Told<Values<W>>): string =>
  message(word, { ...values });

/** The same, for the message that this number asks for. */
export const count = <N extends Numbered>(
  word: N,
  number: number,
  ...[values]: Told<Omit<Values<`${N}_other`>, "count">>
): string => message(`${word}_${formOf(number)}`, { ...values, count: number });

/** The language that the messages are in, which need not be the browser's own: it may be one we do not speak. */
export function language(): Language {
  return SPOKEN[browser.i18n.getMessage("language")] ?? "en";
}

/** The browser's own way of writing numbers and dates, where it is of the same language. */
function locale(): string {
  const own = browser.i18n.getUILanguage();
  return own.startsWith(language()) ? own : language();
}

export const number = (value: number): string => new Intl.NumberFormat(locale()).format(value);

export const dated = (at: Date, format: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(locale(), format).format(at);

/** Names one after the other, as they are said: "this, that and those". */
export const listed = (names: readonly string[]): string => new Intl.ListFormat(locale()).format(names);

const UNITS = [
  ["year", 31_557_600_000],
  ["month", 2_629_800_000],
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago a moment was, in the largest unit that it fills: "3 hours ago", "yesterday". */
export function ago(at: number, now: number): string {
  const passed = Math.max(0, now - at);
  const [unit, length] =
    UNITS.find(([, one]) => passed >= one) ?? (["second", Number.POSITIVE_INFINITY] as const);
  return timeAgo(Math.floor(passed / length), unit);
}

/** A time before now in a unit of one's own: "3 days ago". */
export const timeAgo = (count: number, unit: Intl.RelativeTimeFormatUnit): string =>
  new Intl.RelativeTimeFormat(locale(), { numeric: "auto" }).format(-count, unit);

const formOf = (value: number) =>
  new Intl.PluralRules(language()).select(value) === "one" ? "one" : "other";

/** Browsers fill in by number: the catalogues number the names of a message in alphabetical order. */
function message(key: string, values: Readonly<Record<string, string | number>>): string {
  const inOrder = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return browser.i18n.getMessage(
    key,
    inOrder.map(([, value]) => (typeof value === "number" ? number(value) : value)),
  );
}

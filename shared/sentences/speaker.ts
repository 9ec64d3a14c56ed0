import { IntlMessageFormat } from "intl-messageformat";
import { de } from "./catalogues/de.ts";
import { en } from "./catalogues/en.ts";
import type { Catalogue, MessageKey, Messages } from "./catalogues/messages.ts";
import type { Names } from "./names.ts";

export const LANGUAGES = ["en", "de"] as const;
export type Language = (typeof LANGUAGES)[number];

const CATALOGUES: Readonly<Record<Language, Catalogue>> = { en, de };

/** German keeps its nouns' capitals within a sentence; English lowers a label's first letter. */
const LOWERS: Readonly<Record<Language, boolean>> = { en: true, de: false };

/** Who says it: in one language, with one library's names. */
export type Speaker = {
  readonly names: Names;
  readonly say: <Key extends MessageKey>(key: Key, values: Messages[Key]) => string;
  readonly list: (texts: readonly string[], word: "and" | "or") => string;
  readonly number: (value: number) => string;
  /** A day, or a time's day, in UTC; a text that is no date stays as it is. */
  readonly day: (moment: string | number) => string;
  readonly time: (moment: string) => string;
  /** As it stands within a sentence: without its full stop, and in lower case where the language wants it. */
  readonly within: (text: string) => string;
  /** As a sentence begins. */
  readonly begin: (text: string) => string;
};

export function speaker(names: Names, language: Language): Speaker {
  const words = wordsOf(language);
  return { ...words, names };
}

type Words = Omit<Speaker, "names">;

const known = new Map<Language, Words>();

function wordsOf(language: Language): Words {
  const words = known.get(language) ?? learn(language);
  known.set(language, words);
  return words;
}

function learn(language: Language): Words {
  const formats = new Map<MessageKey, IntlMessageFormat>();
  const formatOf = (key: MessageKey) => {
    const format = formats.get(key) ?? message(CATALOGUES[language][key], language);
    formats.set(key, format);
    return format;
  };
  const numbers = new Intl.NumberFormat(language, { maximumFractionDigits: 20 });
  const days = new Intl.DateTimeFormat(language, { dateStyle: "long", timeZone: "UTC" });
  const times = new Intl.DateTimeFormat(language, {
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZone: "UTC",
  });
  const lists = {
    and: new Intl.ListFormat(language, { type: "conjunction" }),
    or: new Intl.ListFormat(language, { type: "disjunction" }),
  };
  return {
    say: (key, values) => String(formatOf(key).format({ ...values })),
    list: (texts, word) => lists[word].format(texts),
    number: (value) => numbers.format(value),
    day: (moment) => dated(moment, days),
    time: (moment) => dated(moment, times),
    within: (text) => within(text, language),
    begin: (text) => text.replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase(language)),
  };
}

/** Names may hold anything, tags too: nothing in a message is one. */
const message = (text: string, language: Language) =>
  new IntlMessageFormat(text, language, undefined, { ignoreTag: true });

const dated = (moment: string | number, format: Intl.DateTimeFormat): string => {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? String(moment) : format.format(date);
};

/** The first word keeps its capital where it is an abbreviation. */
const within = (text: string, language: Language): string => {
  const bare = text.replace(/\.$/, "");
  return LOWERS[language]
    ? bare.replace(/^\p{Lu}(?!\p{Lu})/u, (letter) => letter.toLocaleLowerCase(language))
    : bare;
};

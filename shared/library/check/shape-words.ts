import { type Said, said } from "../../sentences/said.ts";
import { ONE_OPERATOR } from "../condition.ts";
import { OPERATORS } from "../vocabulary.ts";
import { alike, entries } from "./problem.ts";

const TYPE_WORDS: Readonly<Record<string, Said>> = {
  string: said("a text", "ein Text"),
  number: said("a number", "eine Zahl"),
  int: said("a whole number", "eine ganze Zahl"),
  boolean: said("true or false", "true oder false"),
  array: said("a list", "eine Liste"),
  tuple: said("a list", "eine Liste"),
  object: said("an object", "ein Objekt"),
  record: said("an object", "ein Objekt"),
};
export const typeWord = (type: string): Said => TYPE_WORDS[type] ?? alike(type);

export const oneOf = (words: readonly string[]): Said =>
  said(`one of ${words.join(", ")}`, `eines von ${words.join(", ")}`);

/** Each thing once, as a choice. */
export function either(things: readonly Said[]): Said {
  const distinct = (language: keyof Said) => [...new Set(things.map((thing) => thing[language]))];
  return said(distinct("en").join(" or "), distinct("de").join(" oder "));
}

const BOUNDS = { least: said("at least", "mindestens"), most: said("at most", "höchstens") };

export function sizeWords(bound: keyof typeof BOUNDS, size: number | bigint, origin: string): Said {
  const { en, de } = BOUNDS[bound];
  if (origin === "string" && size === 1)
    return said("a text with something in it", "ein Text, der nicht leer ist");
  if (origin === "array")
    return said(`a list with ${en} ${size}`, `eine Liste mit ${de} ${entries(Number(size))}`);
  if (origin === "string")
    return said(`a text of ${en} ${size} letters`, `ein Text mit ${de} ${size} Zeichen`);
  return said(`a number of ${en} ${size}`, `eine Zahl von ${de} ${size}`);
}

/** What the schema itself says that it expects: zod carries one text, so that the German stands here. */
export const schemaWords = (message: string): Said => said(message, GERMAN[message] ?? message);

export const GERMAN: Readonly<Record<string, string>> = {
  "an id: a letter, then letters, digits and - _ . ~":
    "eine Kennung: ein Buchstabe, dann Buchstaben, Ziffern und - _ . ~",
  "a duration such as 30m, 7d or 1mo": "eine Dauer wie 30m, 7d oder 1mo",
  "a day such as 2026-11-01, or a time in UTC such as 2026-11-01T09:00:00Z":
    "ein Tag wie 2026-11-01 oder eine Zeit in UTC wie 2026-11-01T09:00:00Z",
  "a link such as /demo or https://example.com/demo": "ein Link wie /demo oder https://example.com/demo",
  "an address such as /forwhom or https://example.com/forwhom":
    "eine Adresse wie /forwhom oder https://example.com/forwhom",
  "a path such as /pricing or /product/*": "ein Pfad wie /pricing oder /product/*",
  "a country such as US": "ein Land wie US",
  "a time zone such as Europe/Berlin": "eine Zeitzone wie Europe/Berlin",
  "country, language, device, path, host, referrer or query.<name>":
    "country, language, device, path, host, referrer oder query.<name>",
  "an owner's mail address": "die E-Mail-Adresse der verantwortlichen Person",
  "at least one test": "mindestens ein Test",
  "the number of a HubSpot account, such as 1234567": "die Nummer eines HubSpot-Kontos wie 1234567",

  [ONE_OPERATOR]: `genau ein Operator von ${OPERATORS.join(", ")}`,
  "exactly one operator of gt, gte, lt, lte, between": "genau ein Operator von gt, gte, lt, lte, between",
  "a regular expression": "ein regulärer Ausdruck",
  "a day such as 2026-11-01, a time in UTC, today-7d, or so long ago such as -30d":
    "ein Tag wie 2026-11-01, eine Zeit in UTC, today-7d oder ein Abstand wie -30d",
  "either before or after": "entweder before oder after",
  "only one of within, everWithin and notWithin": "nur eines von within, everWithin und notWithin",

  "a goal, offer, slot, channel or tag to block":
    "ein Ziel, ein Angebot, ein Platz, ein Kanal oder ein Schlagwort, das gesperrt wird",
  '"suppress": a legal suppression holds in doubt too':
    '"suppress": Eine Sperre der Klasse "legal" gilt auch im Zweifel',

  "a path on this site, such as /fragments/hero.html": "ein Pfad auf dieser Website wie /fragments/hero.html",
  "an address such as /hero.avif": "eine Adresse wie /hero.avif",
  "addresses with their sizes, such as /hero.avif 1x, /hero-large.avif 2x":
    "Adressen mit ihren Größen wie /hero.avif 1x, /hero-large.avif 2x",
  "at least one attribute": "mindestens ein Attribut",
  "an approver's mail address": "die E-Mail-Adresse der Person, die freigegeben hat",
  "the hash of the approved content": "der Hash des freigegebenen Inhalts",
  "a language such as de or pt-BR": "eine Sprache wie de oder pt-BR",
  "an approval: content made by AI is shown only once approved":
    "eine Freigabe: Von KI gemachter Inhalt wird erst gezeigt, wenn er freigegeben ist",
  "either a goal or an offer": "entweder ein Ziel oder ein Angebot",
};

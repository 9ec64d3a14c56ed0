import { language } from "../../words.ts";

type Country = { readonly value: string; readonly label: string };

const LETTERS = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
/** Unions, placeholders and what is no place at all: CLDR has names for them, too. */
const NONE = new Set(["EU", "EZ", "UN", "QO", "XA", "XB", "ZZ"]);

let made: readonly Country[] | undefined;

/** Every country that the browser has a name for, in the order of its language. */
export function countries(): readonly Country[] {
  made ??= allCountries();
  return made;
}

function allCountries(): readonly Country[] {
  const names = new Intl.DisplayNames(language(), { type: "region", fallback: "none" });
  const codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(isCurrent);
  return codes
    .flatMap((value) => {
      const label = NONE.has(value) ? undefined : names.of(value);
      return label === undefined ? [] : [{ value, label }];
    })
    .sort((one, other) => one.label.localeCompare(other.label, language()));
}

/** Codes of countries that are no more stand for those that came after. */
const isCurrent = (code: string) => Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;

import { type Said, said } from "../../sentences/said.ts";

export type Mistake = { readonly at: number; readonly what: Said };

// A text holds no control characters but those that ASCII does not know.
const SCALAR =
  /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
const TOO_DEEP = said("nested too deep to be read.", "zu tief verschachtelt, um es zu lesen.");
const SPACE = /[ \t\r\n]*/y;

/**
 * The first mistake in a JSON text. JSON.parse does not say where it is, depending on the mistake and
 * on Node's version, and keeps the last of two equal keys without a word.
 */
export function mistakeIn(json: string): Mistake | undefined {
  let at = 0;

  function skipSpace(): string {
    SPACE.lastIndex = at;
    at += SPACE.exec(json)?.[0].length ?? 0;
    return json[at] ?? "";
  }

  function scalar(): string | undefined {
    SCALAR.lastIndex = at;
    const [text] = SCALAR.exec(json) ?? [];
    at += text?.length ?? 0;
    return text;
  }

  const mistake = (what: Said): Mistake => ({ at, what });
  const stop = (what: Said): void => {
    throw mistake(what);
  };
  /** Says what should stand here, and what does. */
  const expected = (en: string, de: string): Said => {
    const letter = at < json.length ? JSON.stringify(json[at]) : undefined;
    return said(
      `expected ${en}, but ${letter === undefined ? "the text ends" : `found ${letter}`}.`,
      `erwartet: ${de}; ${letter === undefined ? "der Text endet hier" : `gefunden: ${letter}`}.`,
    );
  };

  function value(): void {
    const first = skipSpace();
    if (first === "{") members("}", member());
    else if (first === "[") members("]", value);
    else if (scalar() === undefined) stop(expected("a value", "ein Wert"));
  }

  /** What stands between brackets, with commas between and none at the end. */
  function members(end: string, one: () => void): void {
    at++;
    if (skipSpace() === end) {
      at++;
      return;
    }
    for (;;) {
      one();
      const next = skipSpace();
      if (next !== "," && next !== end) stop(expected(`"," or "${end}"`, `"," oder "${end}"`));
      const comma = at++;
      if (next === end) return;
      if (skipSpace() !== end) continue;
      at = comma;
      stop(
        said(
          "a comma with nothing behind it: take it out.",
          "ein Komma, nach dem nichts folgt: Entfernen Sie es.",
        ),
      );
    }
  }

  function member(): () => void {
    const keys = new Set<string>();
    return () => {
      skipSpace();
      const start = at;
      const text = scalar();
      if (!text?.startsWith('"')) {
        at = start;
        throw mistake(expected("a key in double quotes", "ein Schlüssel in doppelten Anführungszeichen"));
      }
      const key: string = JSON.parse(text);
      if (keys.has(key)) {
        at = start;
        stop(
          said(
            `"${key}" is here twice, and the first would be lost. Rename or remove one.`,
            `"${key}" steht hier zweimal, und der erste ginge verloren. Benennen Sie einen um, oder entfernen Sie ihn.`,
          ),
        );
      }
      keys.add(key);
      if (skipSpace() !== ":") stop(expected(`":" after "${key}"`, `":" nach "${key}"`));
      at++;
      value();
    };
  }

  try {
    value();
    if (skipSpace() !== "") stop(expected("nothing more", "nichts mehr"));
    return undefined;
  } catch (thrown) {
    return thrown instanceof RangeError ? mistake(TOO_DEEP) : (thrown as Mistake);
  }
}

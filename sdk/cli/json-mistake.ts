export type Mistake = { readonly at: number; readonly what: string };

// A text holds no control characters but those that ASCII does not know.
const SCALAR =
  /"(?:[^"\\\p{Cc}]|[\x7f-\x9f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
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

  const mistake = (what: string): Mistake => ({ at, what });
  const stop = (what: string): void => {
    throw mistake(what);
  };
  const instead = () => (at >= json.length ? "the text ends" : `found ${JSON.stringify(json[at])}`);

  function value(): void {
    const first = skipSpace();
    if (first === "{") members("}", member());
    else if (first === "[") members("]", value);
    else if (scalar() === undefined) stop(`expected a value, but ${instead()}.`);
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
      if (next !== "," && next !== end) stop(`expected "," or "${end}", but ${instead()}.`);
      const comma = at++;
      if (next === end) return;
      if (skipSpace() !== end) continue;
      at = comma;
      stop("a comma with nothing behind it: take it out.");
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
        throw mistake(`expected a key in double quotes, but ${instead()}.`);
      }
      const key: string = JSON.parse(text);
      if (keys.has(key)) {
        at = start;
        stop(`"${key}" is here twice, and the first would be lost. Rename or remove one.`);
      }
      keys.add(key);
      if (skipSpace() !== ":") stop(`expected ":" after "${key}", but ${instead()}.`);
      at++;
      value();
    };
  }

  try {
    value();
    if (skipSpace() !== "") stop(`expected nothing more, but ${instead()}.`);
    return undefined;
  } catch (thrown) {
    return thrown as Mistake;
  }
}

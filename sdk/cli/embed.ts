import type { Manifest } from "../../shared/manifest/shape.ts";

/** What a page script finds around itself. */
export type Around = {
  /** Without one the script fetches `forwhom.json` beside it. */
  readonly manifest?: Manifest;
  /** The names of the files beside it. */
  readonly later: string;
  readonly sanitize: string;
  /** The optional parts, as one JavaScript expression. */
  readonly parts: string;
};

/**
 * Puts all that a built boot script needs around it: one script, so that nothing is fetched in series.
 *
 * @throws When the boot script does not ask for it: it was built by another version.
 */
export function embed(boot: string, { manifest, later, sanitize, parts }: Around): string {
  const values = {
    __FORWHOM_LATER__: literal(later),
    __FORWHOM_SANITIZE__: literal(sanitize),
    __FORWHOM_PARTS__: parts,
    ...(manifest && { __FORWHOM_MANIFEST__: literal(manifest) }),
  };
  for (const name of Object.keys(values))
    if (!boot.includes(name))
      throw new Error(`The built page script does not ask for ${name}: build it again.`);
  const named = Object.entries(values).map(([name, value]) => `${name}=${value}`);
  // Around the script and not in its text: an identifier may stand there twice, a manifest must not.
  return `(()=>{const ${named.join(",")};${boot}\n})();\n`;
}

/** A JSON literal that may stand in any script, also in one that stands in a page. */
const literal = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

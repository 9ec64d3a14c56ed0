import type { Manifest } from "../../../shared/manifest/shape.ts";

/** What a page script finds around itself. */
export type Around = {
  /** Where it is in the script itself; one that lies apart is fetched from `forwhom.json`. */
  readonly manifest?: Manifest;
  /** The names of the files beside the script. */
  readonly files: Readonly<Record<string, string>>;
  /** The optional parts, as one JavaScript expression. */
  readonly parts: string;
};

/**
 * Tells V8 to compile every function of the script at once, off the main thread, and to keep them all with
 * its compiled code. Else those that swap are compiled one by one at every visit, between parsing and the
 * first paint. It has to stand first; other engines read a comment.
 */
const COMPILE_ALL = "//# allFunctionsCalledOnLoad";

/**
 * Puts all that a built boot script needs around it: one script, so that nothing is fetched in series.
 *
 * @throws When the boot script does not ask for it: it was built by another version.
 */
export function embed(boot: string, { manifest, files, parts }: Around): string {
  const values = [
    ...Object.entries(files).map(([name, file]) => [name, literal(file)] as const),
    ["parts", parts] as const,
    ...(manifest ? [["manifest", literal(manifest)] as const] : []),
  ].map(([name, value]) => [`__FORWHOM_${name.toUpperCase()}__`, value] as const);
  for (const [name] of values)
    if (!boot.includes(name))
      throw new Error(`The built page script does not ask for ${name}: build it again.`);
  // Around the script and not in its text: an identifier may stand there twice, a manifest must not.
  return `${COMPILE_ALL}\n(()=>{const ${values.map((pair) => pair.join("=")).join(",")};${boot}\n})();\n`;
}

/** A JSON literal that may stand in any script, also in one that stands in a page. */
const literal = (value: unknown) =>
  JSON.stringify(value).replace(
    /[<\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );

import { readFile } from "node:fs/promises";

/** The built page script, `dist/page/`, as text. */
export type PageScript = {
  readonly boot: string;
  /** The same for a manifest that lies in a file of its own. */
  readonly bootApart: string;
  readonly later: string;
  /** Decodes a manifest that lies apart. */
  readonly decode: string;
  /** For browsers that cannot sanitise HTML themselves. */
  readonly sanitize: string;
  readonly parts: OptionalParts;
  /** The source map of each script. */
  readonly maps: Readonly<Record<ScriptName, string>>;
};

type ScriptName = keyof typeof FILES;

const FILES = {
  boot: "boot.js",
  bootApart: "boot-apart.js",
  later: "later.js",
  decode: "decode.js",
  sanitize: "sanitize.js",
} as const;

/** What only some libraries need: JavaScript expressions, by kind and name. */
export type OptionalParts = Readonly<
  Record<
    "sources" | "contents" | "approval" | "engine" | "behavior" | "goals" | "country" | "sinks",
    Readonly<Record<string, string>>
  >
>;

/**
 * Reads the page script that `npm run build` left in a folder.
 *
 * @throws With the name of the file that is not there.
 */
export async function readPageScript(folder: URL): Promise<PageScript> {
  const built = (name: string) =>
    readFile(new URL(name, folder), "utf8").catch((error: Error) => {
      throw new Error(`The built page script is not there: ${error.message}. Run "npm run build" first.`);
    });
  const all = async (ending: string) => {
    const texts: [string, string][] = [];
    // One after the other: what is missing first is named.
    for (const [name, file] of Object.entries(FILES)) texts.push([name, await built(file + ending)]);
    return Object.fromEntries(texts) as Record<ScriptName, string>;
  };
  return { ...(await all("")), maps: await all(".map"), parts: JSON.parse(await built("parts.json")) };
}

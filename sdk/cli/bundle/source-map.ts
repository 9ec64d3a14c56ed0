/**
 * The source map of a script in which another stands whole: an index map with one section (Source Map
 * specification, "Index Map"). What is around it has no source.
 */
export function mapWithin(script: string, part: string, map: string): string {
  const before = script.slice(0, script.indexOf(part)).split("\n");
  const offset = { line: before.length - 1, column: before.at(-1)?.length ?? 0 };
  return JSON.stringify({ version: 3, sections: [{ offset, map: JSON.parse(map) }] });
}

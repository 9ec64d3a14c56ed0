import type { Said } from "../../sentences/said.ts";
import { mistakeIn } from "./json-mistake.ts";

export type JsonMistake = { readonly line: number; readonly column: number; readonly what: Said };
type Parsed = { readonly value: unknown } | { readonly mistake: JsonMistake };

/** JSON as people write it by hand: says where a mistake is, and refuses a key that is there twice. */
export function parseJson(text: string): Parsed {
  const json = text.replace(/^\uFEFF/, "");
  const mistake = mistakeIn(json);
  if (!mistake) return { value: JSON.parse(json) };
  const before = json.slice(0, mistake.at).split("\n");
  return {
    mistake: { line: before.length, column: (before.at(-1) ?? "").length + 1, what: mistake.what },
  };
}

import type { Said } from "../sentences/said.ts";

export { type Said, said } from "../sentences/said.ts";

/** Each sentence once. */
export const distinct = (sentences: readonly Said[]): readonly Said[] =>
  sentences.filter(({ en }, index) => sentences.findIndex((other) => other.en === en) === index);

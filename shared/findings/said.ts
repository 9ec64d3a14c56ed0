import type { Language } from "../sentences/speaker.ts";

/** One sentence in every language that the panel speaks. */
export type Said = Readonly<Record<Language, string>>;

export const said = (en: string, de: string): Said => ({ en, de });

/** Each sentence once. */
export const distinct = (sentences: readonly Said[]): readonly Said[] =>
  sentences.filter(({ en }, index) => sentences.findIndex((other) => other.en === en) === index);

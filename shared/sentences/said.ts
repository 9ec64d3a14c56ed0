import type { Language } from "./speaker.ts";

/** One sentence in every language that the panel speaks. */
export type Said = Readonly<Record<Language, string>>;

export const said = (en: string, de: string): Said => ({ en, de });

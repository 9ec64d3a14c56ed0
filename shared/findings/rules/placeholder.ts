const PLACEHOLDER = /^(n\/?a|none|todo|to do|tb[acd]|tests?|segments?|x+|unknown|unbekannt|offen)$/i;

/** Whether a text that a form or a schema asked for was only filled in to be filled in. */
export const saysNothing = (text: string): boolean => {
  const words = text.replace(/[^\p{L}\p{N}/ ]/gu, "").trim();
  return words === "" || PLACEHOLDER.test(words);
};

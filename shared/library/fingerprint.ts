/** A short hash of a text: tells two texts apart, protects nothing. FNV-1a, twice with other seeds. */
export const fingerprint = (text: string): string => half(text, 0x811c9dc5) + half(text, 0x050c5d1f);

function half(text: string, seed: number): string {
  let hash = seed;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  return hash.toString(16).padStart(8, "0");
}

/** The fingerprint of some HTML, whatever white space stands between its words. */
export const contentFingerprint = (html: string): string => fingerprint(html.replace(/\s+/g, " ").trim());

import { type Said, said } from "../../sentences/said.ts";

/** Letters to change, add, leave out or swap with their neighbour (optimal string alignment). */
export function distance(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const differs = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + differs);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      next.push(least);
    }
    before = row;
    row = next;
  }
  return row[other.length] ?? 0;
}

/** The word that was probably meant; undefined when none is close. Capitals count for nothing. */
export function closest(word: string, words: readonly string[]): string | undefined {
  const meant = word.toLowerCase();
  const near = words
    .map((candidate) => ({ candidate, away: distance(meant, candidate.toLowerCase()) }))
    .filter(
      ({ candidate, away }) => away <= Math.max(1, Math.floor(Math.min(word.length, candidate.length) / 3)),
    );
  return near.sort((one, other) => one.away - other.away)[0]?.candidate;
}

/** Asks for the word that was probably meant; undefined when none is close, or it is the one that stands there. */
export function didYouMean(word: unknown, words: readonly string[]): Said | undefined {
  const meant = typeof word === "string" ? closest(word, words) : undefined;
  return meant === undefined || meant === word
    ? undefined
    : said(`Did you mean "${meant}"?`, `Meinten Sie "${meant}"?`);
}

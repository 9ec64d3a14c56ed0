import type { Kept } from "./kept.ts";

export const HINT = "forwhom";

/**
 * The small copy of what IndexedDB keeps, which can be read before the first paint. Kept by another
 * visitor or under another consent, or not as we write it: it is not used, and `ended` is called
 * to erase it. What was decoded when it came is not decoded again: only this origin can write here.
 */
export function readHint(hash: string, consent: string, ended: () => void): Kept | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(HINT) ?? "null");
    if (!kept) return undefined;
    const isOurs = kept.hash === hash && kept.consent === consent && Array.isArray(kept.events);
    if (isOurs && (kept.answer === undefined || kept.answer.forwhom === 1)) return kept;
    ended();
  } catch {
    // Blocked or broken storage is the same as nothing kept.
  }
  return undefined;
}

export function writeHint(kept: Kept): void {
  try {
    localStorage.setItem(HINT, JSON.stringify(kept));
  } catch {
    // Full or blocked: the next view reads IndexedDB.
  }
}

export function eraseHint(): void {
  try {
    localStorage.removeItem(HINT);
  } catch {
    // Blocked storage holds nothing of ours.
  }
}

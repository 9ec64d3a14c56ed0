import type { Truth } from "../../../shared/engine/truth.ts";

/** Somebody has come into a segment, or is not in it any more. */
export type Move = { readonly segment: string; readonly change: "entered" | "left" };

type Journey = {
  /** The segments that the visitor is in, or was when last something was known about them. */
  readonly in: readonly string[];
  readonly moves: readonly Move[];
};

/** One step of a visitor's way through the segments: what is unknown, and a segment that is gone, is no move. */
export function journey(before: readonly string[] = [], truths: Readonly<Record<string, Truth>>): Journey {
  const moves: Move[] = [];
  const now = Object.keys(truths).filter((segment) => {
    const wasIn = before.includes(segment);
    const isIn = truths[segment] === "unknown" ? wasIn : truths[segment] === "yes";
    if (isIn !== wasIn) moves.push({ segment, change: isIn ? "entered" : "left" });
    return isIn;
  });
  return { in: now, moves };
}

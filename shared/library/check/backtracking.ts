import { isSafePattern } from "redos-detector";

/** Longer expressions are not looked into: they could not be judged in a moment. */
export const LONGEST_EXPRESSION = 200;

/** Counted in steps and not in time, so that every machine judges alike. */
const LIMITS = { unicode: true, maxSteps: 5_000, maxScore: 50, timeout: Number.POSITIVE_INFINITY } as const;

/**
 * Whether an expression takes a time that grows no faster than the text it is asked about. What
 * cannot be judged, or not within the limits, counts as one that does not.
 */
export function isQuick(expression: string): boolean {
  if (expression.length > LONGEST_EXPRESSION) return false;
  try {
    return isSafePattern(expression, LIMITS).safe;
  } catch {
    return false;
  }
}

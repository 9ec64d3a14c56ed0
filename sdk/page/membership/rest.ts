const TRIES = 4;
const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;
/** A page that stays open asks again after that, whatever it was told. */
const LONGEST_TOLD_MS = 3_600_000;

/** How a question failed: the answer's status, 0 where there was none, and its `Retry-After`. */
export type Failure = { readonly status: number; readonly retryAfter?: string | null };

/**
 * Milliseconds before a question that failed so often before may be asked again; Infinity: it would be
 * answered the same. Drawn from the whole span (full jitter), so that visitors do not come back all at once.
 */
export function restMs(
  { status, retryAfter }: Failure,
  failures: number,
  now = Date.now(),
  random = Math.random(),
): number {
  if (status >= 400 && status < 500 && status !== 408 && status !== 429) return Number.POSITIVE_INFINITY;
  const told = retryAfter ? Number(retryAfter) * 1_000 || Date.parse(retryAfter) - now || 0 : 0;
  return (
    Math.min(Math.max(told, 0), LONGEST_TOLD_MS) + random * Math.min(FIRST_MS * 2 ** failures, LONGEST_MS)
  );
}

/** Rests after each failure and then calls `again`, so many times at most. */
export function resting(
  again: () => void,
  tries = TRIES,
): {
  readonly isResting: () => boolean;
  readonly failed: (failure: Failure) => void;
  /** It worked, or it is another question now. */
  readonly over: () => void;
} {
  let failures = 0;
  let isResting = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = () => {
    clearTimeout(timer);
    failures = 0;
    isResting = false;
  };
  return {
    isResting: () => isResting,
    over,
    failed(failure) {
      const ms = restMs(failure, failures++);
      isResting = true;
      clearTimeout(timer);
      if (ms < Number.POSITIVE_INFINITY)
        timer = setTimeout(() => {
          isResting = false;
          if (failures < tries) again();
        }, ms);
    },
  };
}

/**
 * Waits for the thing itself: asks again and again until the answer is truthy, and hands it back.
 *
 * An answer that throws counts as "not yet" (a page may be between two documents), and so does one that
 * never comes: what is asked of a document that is just being left is not always answered.
 *
 * @throws After `withinMs` (15 s unless told), naming what was waited for and what was answered last.
 */
export async function until<T>(
  what: string,
  ask: () => T | Promise<T>,
  withinMs = 15_000,
): Promise<Exclude<T, undefined | null | false | "" | 0>> {
  const end = performance.now() + withinMs;
  let last: unknown;
  do {
    try {
      const answer = await Promise.race([ask(), silence()]);
      if (answer) return answer as Exclude<T, undefined | null | false | "" | 0>;
      last = answer;
    } catch (error) {
      last = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  } while (performance.now() < end);
  throw new Error(`Waited ${withinMs} ms in vain until ${what}. The last answer was: ${String(last)}`);
}

const ANSWERS_WITHIN_MS = 5_000;

function silence(): Promise<never> {
  return new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error("no answer")), ANSWERS_WITHIN_MS).unref();
  });
}

import { pending, type Reading } from "../../../shared/consent/reading.ts";

/**
 * Makes what asks a consent manager and tells its answer. Nothing is told where it is not there as a
 * whole; one that throws has not answered.
 *
 * @returns Whether it answered.
 */
export const asking =
  <Input extends readonly unknown[]>(
    source: string,
    ask: (...input: Input) => Reading | undefined,
    changed: (reading: Reading) => void,
    signal: AbortSignal,
  ) =>
  (...input: Input): boolean => {
    if (signal.aborted) return false;
    let answer: Reading | undefined;
    try {
      answer = ask(...input);
    } catch {
      changed(pending(source));
      return false;
    }
    if (answer) changed(answer);
    return answer !== undefined;
  };

/**
 * When this document began, in epoch milliseconds, by the clock that everybody else reads too: after a machine
 * has slept `performance.timeOrigin` is behind it, by as long as that was.
 */
export const BEGAN = Date.now() - performance.now();

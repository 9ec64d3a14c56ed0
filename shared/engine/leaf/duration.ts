const UNITS: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
  // A calendar-free month and year: windows are lengths of time, not dates in a calendar.
  mo: 30 * 86_400_000,
  y: 365 * 86_400_000,
};

export const DURATION = /^(\d{1,5})(s|m|h|d|w|mo|y)$/;

/** `"7d"` in milliseconds; undefined when the text is not a duration. */
export function durationMs(text: string): number | undefined {
  const [, count, unit] = DURATION.exec(text) ?? [];
  return count !== undefined && unit !== undefined ? Number(count) * (UNITS[unit] ?? Number.NaN) : undefined;
}

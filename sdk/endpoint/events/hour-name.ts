const HOUR_MS = 3_600_000;
const NAME = /^(\d{4}-\d\d-\d\dT\d\d)\.ndjson$/;

/** The file of the hour in UTC, such as `2026-11-27T18.ndjson`. */
export const hourFile = (now: number): string => `${new Date(now).toISOString().slice(0, 13)}.ndjson`;

/** When the hour of a file began; undefined for any other file. */
export function hourOf(name: string): number | undefined {
  const [, hour] = NAME.exec(name) ?? [];
  const began = hour === undefined ? Number.NaN : Date.parse(`${hour}:00:00Z`);
  return Number.isNaN(began) ? undefined : began;
}

/** Files whose hour had not ended by then, the earliest first. */
export const hoursSince = (names: readonly string[], from: number): string[] =>
  names.filter((name) => (hourOf(name) ?? Number.NEGATIVE_INFINITY) > from - HOUR_MS).sort();

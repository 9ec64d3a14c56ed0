import type { Reading } from "../../../shared/consent/reading.ts";
import { type ConsentRecord, consentFrom } from "../../../shared/consent/record.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import type { ConsentSource } from "./source.ts";

export type Consent = {
  readonly record: ConsentRecord;
  /** Reads again what the consent managers keep: another page may have changed it. */
  readonly reread: () => void;
};

/** Reads consent at once, then tells of every change of a gate. */
export function watchConsent(
  { consent }: Manifest,
  country: string | undefined,
  sources: readonly ConsentSource[],
  changed: (record: ConsentRecord) => void,
  signal: AbortSignal,
): Consent {
  const readings = sources.map(safely);
  const recordNow = () =>
    consentFrom(
      readings.filter((reading) => reading !== undefined),
      consent,
      country,
    );
  let latest: string | undefined;
  const update = () => {
    const next = recordNow();
    // Undefined: a source answered while it was being asked; that belongs to the first reading.
    if (latest === undefined || next.fingerprint === latest) return;
    latest = next.fingerprint;
    changed(next);
  };
  sources.forEach((source, index) => {
    source.follow((reading) => {
      readings[index] = reading;
      update();
    }, signal);
  });
  const record = recordNow();
  latest = record.fingerprint;
  const reread = () => {
    sources.forEach((source, index) => {
      const reading = safely(source);
      // The strictest wins: a cookie may be behind what the consent manager said here.
      if (reading && reading.granted.length < (readings[index]?.granted.length ?? 0))
        readings[index] = reading;
    });
    update();
  };
  return { record, reread };
}

/** A source that throws has not answered: what it guards stays closed. */
function safely(source: ConsentSource): Reading | undefined {
  try {
    return source.read();
  } catch {
    return undefined;
  }
}

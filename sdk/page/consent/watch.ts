import type { Reading } from "../../../shared/consent/reading.ts";
import { type ConsentRecord, consentFrom } from "../../../shared/consent/record.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import { globalPrivacyControl } from "./gpc.ts";
import type { ConsentSource } from "./source.ts";
import { tcf } from "./tcf.ts";
import { vanilla } from "./vanilla.ts";

const SOURCES: readonly ConsentSource[] = [vanilla, tcf, globalPrivacyControl];

/** Reads consent at once, then tells of every change of a gate. */
export function watchConsent(
  { consent }: Manifest,
  country: string | undefined,
  changed: (record: ConsentRecord) => void,
  signal: AbortSignal,
): ConsentRecord {
  const readings = SOURCES.map(safely);
  const record = () =>
    consentFrom(
      readings.filter((reading) => reading !== undefined),
      consent,
      country,
    );
  let latest = record();
  SOURCES.forEach((source, index) => {
    source.follow((reading) => {
      readings[index] = reading;
      const next = record();
      const isChanged = next.fingerprint !== latest.fingerprint;
      latest = next;
      if (isChanged) changed(next);
    }, signal);
  });
  return latest;
}

/** A source that throws has not answered: what it guards stays closed. */
function safely(source: ConsentSource): Reading | undefined {
  try {
    return source.read();
  } catch {
    return undefined;
  }
}

import type { Reading } from "../../../shared/consent/reading.ts";
import { type ConsentRecord, consentFrom } from "../../../shared/consent/record.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import { safely } from "../safely.ts";
import type { ConsentSource } from "./source.ts";

export type Consent = {
  readonly record: ConsentRecord;
  /** Reads again what the consent managers keep, which another page may have changed; by the country, once it is known. */
  readonly reread: (country?: string) => void;
};

/** Reads consent at once, then tells of everything new that is said. */
export function watchConsent(
  { consent }: Manifest,
  country: string | undefined,
  sources: readonly ConsentSource[],
  changed: (record: ConsentRecord) => void,
  signal: AbortSignal,
): Consent {
  // A source that throws has not answered: what it guards stays closed.
  const readings = sources.map(({ read }) => safely(read));
  let where = country;
  let isRead = false;
  const recordNow = () =>
    consentFrom(
      readings.filter((reading) => reading !== undefined),
      consent,
      where,
    );
  // A source that answers while it is being asked belongs to the first reading. Whoever tells us something
  // new is in the middle of its own work: nothing that goes wrong here may reach it.
  const update = () => isRead && safely(() => changed(recordNow()));
  sources.forEach(({ follow }, index) => {
    let first = readings[index];
    let corrects: readonly string[] | undefined;
    const hear = (reading: Reading) => {
      if (takesBack(first, reading)) corrects = first?.granted;
      // Only its first word corrects what was read: any other is a choice made since.
      first = undefined;
      readings[index] = corrects ? { ...reading, corrects } : reading;
      update();
    };
    safely(() => follow(hear, signal));
  });
  const record = recordNow();
  isRead = true;
  const reread = (known = where) => {
    where = known;
    sources.forEach(({ read }, index) => {
      const reading = safely(read);
      // The strictest wins: a cookie may be behind what the consent manager said here.
      if (reading && takesBack(readings[index], reading)) readings[index] = reading;
    });
    update();
  };
  return { record, reread };
}

/** Whether something that was granted is granted no more. */
const takesBack = (before: Reading | undefined, after: Reading) =>
  before?.granted.some((category) => !after.granted.includes(category));

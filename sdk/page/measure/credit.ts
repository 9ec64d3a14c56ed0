import { promisifyRequest } from "idb-keyval";
import { type Store, within } from "../membership/device/store.ts";
import type { Measured } from "./measured.ts";

/** The last exposure of an offer, to which what comes of it is credited. */
export type Credit = {
  readonly offer: string;
  readonly exposure: Measured;
  /** Whose it was, the visitor’s hash; of nobody who was known then. */
  readonly hash?: string | undefined;
};

export const keepCredit = (store: Store, exposure: Measured, hash?: string): Promise<unknown> =>
  within(store, "credits", (credits) =>
    promisifyRequest(credits.put({ offer: exposure.offer, exposure, hash })),
  );

const DAY_MS = 86_400_000;

/** Of this visitor, or from before anybody knew who it is; and not longer ago than so many days. */
export async function creditFor(
  store: Store,
  offer: string,
  hash?: string,
  days = 7,
): Promise<Measured | undefined> {
  const credit: Credit | undefined = await within(store, "credits", (credits) =>
    promisifyRequest(credits.get(offer)),
  );
  const isTheirs = credit && (!credit.hash || credit.hash === hash);
  return isTheirs && Date.now() - Date.parse(credit.exposure.at) <= days * DAY_MS
    ? credit.exposure
    : undefined;
}

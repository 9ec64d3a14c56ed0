import { promisifyRequest } from "idb-keyval";
import { type Store, within } from "../membership/device/store.ts";
import { stamp } from "./exposure.ts";
import type { Measured } from "./measured.ts";

/**
 * So many events went without having been received: `dropped` since the outbox was full, or `refused` by the
 * endpoint. Itself an event, so that they are counted once.
 */
export type Gone = {
  readonly id: string;
  readonly type: "dropped" | "refused";
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly count: number;
};

/** By its index among those that were sent. */
export type Refused = { readonly index: number };

/** An event with its place in the order of their coming. */
export type Waiting = (Gone | (Measured & { readonly count?: undefined })) & { readonly place: number };

/** A device may be offline for long, and an event has half a kilobyte. */
const MOST = 1_000;
/** So many go at once, so that a full outbox is not read anew for each event. */
const MAKE_ROOM = 50;

/** Accepts an event: once this resolves it is kept until the endpoint has it. */
export const putOut = (store: Store, measured: Measured): Promise<void> =>
  within(store, "outbox", async (outbox) => {
    outbox.add(measured);
    if ((await promisifyRequest(outbox.count())) <= MOST) return;
    const waiting: readonly Waiting[] = await promisifyRequest(outbox.getAll());
    // Many exposures make one figure; each conversion makes one.
    letGo(outbox, waiting.filter(({ type }) => type !== "conversion").slice(0, MAKE_ROOM), "dropped");
  });

export const readOldest = (store: Store, most: number): Promise<readonly Waiting[]> =>
  within(store, "outbox", (outbox) => promisifyRequest(outbox.getAll(null, most)));

/** Takes out what the endpoint has, and what it refuses for good, which is counted. */
export const takeOut = (store: Store, sent: readonly Waiting[], refused: readonly Refused[]): Promise<void> =>
  within(store, "outbox", (outbox) => {
    letGo(
      outbox,
      sent.filter(({ count }, at) => count === undefined && refused.some(({ index }) => index === at)),
      "refused",
    );
    for (const { place } of sent) outbox.delete(place);
  });

function letGo(outbox: IDBObjectStore, some: readonly Waiting[], type: Gone["type"]): void {
  let sum = 0;
  for (const { place, count = 1 } of some) {
    outbox.delete(place);
    sum += count;
  }
  if (sum > 0) outbox.add({ ...stamp(), type, count: sum });
}

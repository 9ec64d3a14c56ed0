import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Measured } from "../measure/measured.ts";
import type { Kept } from "./kept.ts";

type Schema = DBSchema & {
  visitors: { key: string; value: Kept };
  outbox: { key: string; value: Measured };
};

export type Store = IDBPDatabase<Schema>;

const NAME = "forwhom";

/** A database that is being upgraded or repaired elsewhere may never open. */
const PATIENCE_MS = 3_000;

/** The store of record on the device. Rejects where IndexedDB is blocked, broken or does not answer. */
export const openStore = (): Promise<Store> =>
  Promise.race([
    open(),
    new Promise<never>((_, reject) =>
      setTimeout(reject, PATIENCE_MS, new Error("IndexedDB does not answer")),
    ),
  ]);

// A promise from the start: where storage is blocked, the very mention of IndexedDB throws.
const open = async (): Promise<Store> =>
  openDB<Schema>(NAME, 1, {
    upgrade(database) {
      database.createObjectStore("visitors", { keyPath: "hash" });
      database.createObjectStore("outbox", { keyPath: "id" });
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });

/** What is kept of this visitor. What is kept of anybody else is erased. */
export async function readKept(store: Store, hash: string): Promise<Kept | undefined> {
  const transaction = store.transaction("visitors", "readwrite");
  const [own, anonymous, keys] = await Promise.all([
    transaction.store.get(hash),
    transaction.store.get(""),
    transaction.store.getAllKeys(),
  ]);
  await Promise.all(keys.filter((key) => key !== hash).map((key) => transaction.store.delete(key)));
  await transaction.done;
  // Somebody who signs in takes along what they did on this device before; signing out takes nothing.
  return own ?? (anonymous && { hash, consent: anonymous.consent, events: anonymous.events });
}

export const writeKept = (store: Store, kept: Kept): Promise<string> => store.put("visitors", kept);

/** Erases everything that is kept, also of measurements that were not sent yet. */
export const eraseStore = async (store: Store): Promise<void> => {
  await Promise.all([store.clear("visitors"), store.clear("outbox")]);
};

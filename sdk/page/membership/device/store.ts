import { promisifyRequest } from "idb-keyval";
import { decodeKept } from "./decodeKept.ts";
import type { Kept } from "./kept.ts";
import { STEPS } from "./schema.ts";

export type Store = IDBDatabase;

const NAME = "forwhom";

/** A database that is being upgraded or repaired elsewhere may never open. */
const PATIENCE_MS = 3_000;

/**
 * The store of record on the device. Rejects where IndexedDB is blocked, broken, of a later release than
 * this one, or does not answer.
 */
export const openStore = (steps = STEPS): Promise<Store> =>
  Promise.race([open(steps), new Promise<never>((_, reject) => setTimeout(reject, PATIENCE_MS))]);

// A promise from the start: where storage is blocked, the very mention of IndexedDB throws.
async function open(steps: typeof STEPS): Promise<Store> {
  const request = indexedDB.open(NAME, steps.length);
  request.onupgradeneeded = ({ oldVersion }) => {
    for (const step of steps.slice(oldVersion)) step(request.result, request.transaction as IDBTransaction);
  };
  const database = await promisifyRequest(request);
  // A later release in another tab must not wait for this one.
  database.onversionchange = () => database.close();
  return database;
}

/** Visitors by their hash; measurements on their way to the endpoint; and to what conversions are credited. */
type StoreName = "visitors" | "outbox" | "credits";

/** Runs one transaction, and resolves with what it answers once it is through. */
export async function within<Answer>(
  store: Store,
  name: StoreName,
  run: (objects: IDBObjectStore) => Answer | Promise<Answer>,
): Promise<Answer> {
  const transaction = store.transaction(name, "readwrite");
  const [answer] = await Promise.all([run(transaction.objectStore(name)), promisifyRequest(transaction)]);
  return answer;
}

/**
 * Puts what `next` makes of all that is kept in its place, in one transaction, and answers it: what is kept of
 * anybody else, or cannot be read, is erased. Where nothing can be written, nothing of what was there stays.
 */
export const rewriteKept = (
  store: Store,
  next: (all: readonly Kept[]) => Kept | undefined,
): Promise<unknown> =>
  within(store, "visitors", async (visitors) => {
    const all: unknown[] = await promisifyRequest(visitors.getAll());
    const kept = next(all.flatMap((one) => decodeKept(one) ?? []));
    if (kept) {
      visitors.clear();
      await promisifyRequest(visitors.put(kept));
    }
    return kept;
  }).catch(() => erase(store, "visitors"));

export const readKept = (store: Store, hash: string): Promise<Kept | undefined> =>
  within(store, "visitors", async (visitors) => decodeKept(await promisifyRequest(visitors.get(hash))));

/** Erases all that is kept under these names. */
export async function erase(store: Store | undefined, ...names: readonly StoreName[]): Promise<void> {
  if (store) for (const name of names) await within(store, name, (objects) => void objects.clear());
}

import { promisifyRequest } from "idb-keyval";
import { decodeKept } from "./decodeKept.ts";
import type { Kept } from "./kept.ts";
import { STEPS } from "./schema.ts";

/** Visitors by their hash, and measurements on their way to the endpoint by their id. */
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

/** Runs one transaction, and resolves with what it answers once it is through. */
export async function within<Answer>(
  store: Store,
  name: "visitors" | "outbox" | "credits",
  run: (objects: IDBObjectStore) => Answer | Promise<Answer>,
): Promise<Answer> {
  const transaction = store.transaction(name, "readwrite");
  const [answer] = await Promise.all([run(transaction.objectStore(name)), promisifyRequest(transaction)]);
  return answer;
}

/**
 * Puts what `next` makes of all that is kept in its place, in one transaction: what is kept of anybody
 * else, or cannot be read, is erased. Where nothing can be written, nothing of what was there stays.
 */
export async function rewriteKept(
  store: Store,
  next: (all: readonly Kept[]) => Kept | undefined,
): Promise<void> {
  await within(store, "visitors", async (visitors) => {
    const all: unknown[] = await promisifyRequest(visitors.getAll());
    const kept = next(all.flatMap((one) => decodeKept(one) ?? []));
    if (!kept) return;
    visitors.clear();
    await promisifyRequest(visitors.put(kept));
  }).catch(() => within(store, "visitors", (visitors) => void visitors.clear()));
}

export const readKept = (store: Store, hash: string): Promise<Kept | undefined> =>
  within(store, "visitors", async (visitors) => decodeKept(await promisifyRequest(visitors.get(hash))));

export async function eraseVisitors(store: Store | undefined): Promise<void> {
  if (store) await within(store, "visitors", (visitors) => void visitors.clear());
}

/** Erases everything that is kept, also of measurements that were not sent yet. */
export async function eraseStore(store: Store): Promise<void> {
  await eraseVisitors(store);
  await clearOutbox(store);
}

/** Erases what was measured: what was not sent yet, and to what conversions would be credited. */
export async function clearOutbox(store: Store): Promise<void> {
  await within(store, "outbox", (outbox) => void outbox.clear());
  await within(store, "credits", (credits) => void credits.clear());
}

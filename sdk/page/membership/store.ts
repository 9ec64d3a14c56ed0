import { openDB } from "idb";
import { decodeKept } from "./decodeKept.ts";
import type { Kept } from "./kept.ts";
import { type Schema, STEPS, type Store } from "./schema.ts";

export type { Store } from "./schema.ts";

const NAME = "forwhom";

/** A database that is being upgraded or repaired elsewhere may never open. */
const PATIENCE_MS = 3_000;

/**
 * The store of record on the device. Rejects where IndexedDB is blocked, broken, of a later release than
 * this one, or does not answer.
 */
export const openStore = (steps = STEPS): Promise<Store> =>
  Promise.race([
    open(steps),
    new Promise<never>((_, reject) =>
      setTimeout(reject, PATIENCE_MS, new Error("IndexedDB does not answer")),
    ),
  ]);

// A promise from the start: where storage is blocked, the very mention of IndexedDB throws.
const open = async (steps: typeof STEPS): Promise<Store> =>
  openDB<Schema>(NAME, steps.length, {
    upgrade(database, from, _to, transaction) {
      for (const step of steps.slice(from)) step(database, transaction);
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
    },
  });

/**
 * Puts what `next` makes of all that is kept in its place, in one transaction: what is kept of anybody
 * else, or cannot be read, is erased. Where nothing can be written, nothing of what was there stays.
 */
export async function rewriteKept(
  store: Store,
  next: (all: readonly Kept[]) => Kept | undefined,
): Promise<void> {
  const transaction = store.transaction("visitors", "readwrite");
  const rewrite = async ({ store: visitors } = transaction) => {
    const all = await visitors.getAll();
    const kept = next(all.flatMap((one) => decodeKept(one) ?? []));
    if (kept) await Promise.all([visitors.clear(), visitors.put(kept)]);
  };
  await Promise.all([rewrite(), transaction.done]).catch(() => store.clear("visitors"));
}

export const readKept = async (store: Store, hash: string): Promise<Kept | undefined> =>
  decodeKept(await store.get("visitors", hash));

/** Erases everything that is kept, also of measurements that were not sent yet. */
export const eraseStore = async (store: Store): Promise<void> => {
  await Promise.all([store.clear("visitors"), store.clear("outbox")]);
};

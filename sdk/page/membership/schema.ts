import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from "idb";
import type { Measured } from "../measure/measured.ts";
import type { Kept } from "./kept.ts";

export type Schema = DBSchema & {
  visitors: { key: string; value: Kept };
  outbox: { key: string; value: Measured };
};

export type Store = IDBPDatabase<Schema>;

/** What a version adds to, or changes in, a database of the version before. */
export type Step = (
  database: Store,
  transaction: IDBPTransaction<Schema, StoreNames<Schema>[], "versionchange">,
) => void;

/** One step a version, in their order. What visitors have been through stays as it is: add another step. */
export const STEPS: readonly Step[] = [
  (database) => {
    database.createObjectStore("visitors", { keyPath: "hash" });
    database.createObjectStore("outbox", { keyPath: "id" });
  },
];

/** What a version adds to, or changes in, a database of the version before. */
export type Step = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** One step a version, in their order. What visitors have been through stays as it is: add another step. */
export const STEPS: readonly Step[] = [
  (database) => {
    database.createObjectStore("visitors", { keyPath: "hash" });
    database.createObjectStore("outbox", { keyPath: "id" });
  },
];

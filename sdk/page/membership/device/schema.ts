/** What a version adds to, or changes in, a database of the version before. */
export type Step = (database: IDBDatabase, transaction: IDBTransaction) => void;

/** One step a version, in their order. What visitors have been through stays as it is: add another step. */
export const STEPS: readonly Step[] = [
  (database) => {
    database.createObjectStore("visitors", { keyPath: "hash" });
    // Measurements stand in the order in which they came, whatever the clock said then.
    database.createObjectStore("outbox", { keyPath: "place", autoIncrement: true });
    database.createObjectStore("credits", { keyPath: "offer" });
  },
];

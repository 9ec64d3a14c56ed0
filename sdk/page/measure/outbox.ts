import { promisifyRequest } from "idb-keyval";
import { type Store, within } from "../membership/store.ts";
import type { Measured } from "./measured.ts";

export const putOut = (store: Store, measured: Measured): Promise<unknown> =>
  within(store, "outbox", (outbox) => promisifyRequest(outbox.put(measured)));

export async function clearOutbox(store: Store | undefined): Promise<void> {
  if (store) await within(store, "outbox", (outbox) => void outbox.clear());
}

/**
 * Sends everything that waits, and takes out what the endpoint has. What it refuses stays; what was
 * sent twice is counted once there, by its id.
 */
export async function sendWaiting(store: Store, endpoint: string): Promise<void> {
  const waiting: readonly Measured[] = await within(store, "outbox", (outbox) =>
    promisifyRequest(outbox.getAll()),
  );
  if (waiting.length === 0 || !(await send(waiting, endpoint))) return;
  await within(store, "outbox", (outbox) => {
    for (const { id } of waiting) outbox.delete(id);
  });
}

/** Whether the endpoint has them now. */
export async function send(events: readonly Measured[], endpoint: string): Promise<boolean> {
  try {
    const response = await fetch(`${endpoint}/events`, {
      method: "POST",
      credentials: "include",
      keepalive: true,
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ events }),
    });
    return response.ok;
  } catch {
    return false;
  }
}

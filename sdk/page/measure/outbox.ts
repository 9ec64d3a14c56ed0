import type { Store } from "../membership/store.ts";
import type { Measured } from "./measured.ts";

/**
 * Sends everything that waits, and takes out what the endpoint has. What it refuses stays; what was
 * sent twice is counted once there, by its id.
 */
export async function sendWaiting(store: Store, endpoint: string): Promise<void> {
  const waiting = await store.getAll("outbox");
  if (waiting.length === 0 || !(await send(waiting, endpoint))) return;
  const transaction = store.transaction("outbox", "readwrite");
  await Promise.all(waiting.map(({ id }) => transaction.store.delete(id)));
  await transaction.done;
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

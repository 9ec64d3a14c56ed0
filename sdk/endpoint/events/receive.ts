import type { Context } from "hono";
import { parsed } from "../json.ts";
import { batchSchema, eventSchema, MOST_EVENTS, type ReportedEvent } from "./event.ts";
import type { EventStore } from "./store.ts";

type Refused = { readonly index: number; readonly why: string };

/**
 * Answers `POST /events`: the good events of a batch are kept, the bad ones are answered with their
 * index and why. Sending an event again changes nothing and is answered like the first time.
 */
export async function receive(c: Context, store: EventStore): Promise<Response> {
  // A beacon is sent as text/plain, so the type of the body says nothing about it.
  const batch = batchSchema.safeParse(parsed(await c.req.text()));
  if (!batch.success)
    return c.json(
      { error: `Expected { "events": [ … ] } as JSON, with at most ${MOST_EVENTS} events.` },
      400,
    );
  const accepted: ReportedEvent[] = [];
  const refused: Refused[] = [];
  for (const [index, one] of batch.data.events.entries()) {
    const event = eventSchema.safeParse(one);
    if (event.success) accepted.push(event.data);
    else
      refused.push({
        index,
        why: event.error.issues
          .map(({ path, message }) => `${path.join(".") || "event"}: ${message}`)
          .join("; "),
      });
  }
  await store.add(accepted);
  return c.json({ forwhom: 1, accepted: accepted.length, refused });
}

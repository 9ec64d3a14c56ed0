import type { ReportedEvent } from "./event.ts";
import { type Hour, openHour } from "./hour.ts";
import { hourFile, hourOf, hoursSince } from "./hour-name.ts";
import { type SeenOptions, seenIds } from "./seen.ts";
import { type EventStore, newAmong } from "./store.ts";

export type FileEventsOptions = SeenOptions & { readonly now?: () => number };

/**
 * Keeps events in a folder, one NDJSON file for each hour (UTC) in which they arrived, one event a line. An event
 * is on the disk, and not only on its way there, before it counts as kept. Each id is kept once, also over
 * restarts, for as long as ids are remembered. One process at a time may write to a folder.
 *
 * @throws When the folder can be neither made nor read, or is a file.
 * @example
 * endpoint({ rules, source, secret, events: await fileEvents("events") });
 */
export async function fileEvents(folder: string, options: FileEventsOptions = {}): Promise<EventStore> {
  const { now = Date.now } = options;
  // Loaded here, so that the endpoint's own file also runs where there is no file system.
  const { mkdir, open, readdir } = await import("node:fs/promises");
  const { join } = await import("node:path");
  const seen = seenIds(options);

  await mkdir(folder, { recursive: true });
  for (const name of hoursSince(await readdir(folder), seen.from(now()))) {
    const file = await open(join(folder, name), "r+");
    // What a process that died had written may still be on its way to the disk.
    await file.sync();
    for await (const line of file.readLines()) {
      const id = idIn(line);
      if (id !== undefined) seen.add(id, hourOf(name) ?? 0);
    }
  }

  let current: { readonly name: string; readonly hour: Hour } | undefined;
  type Batch = { events: readonly ReportedEvent[]; kept: () => void; failed: (error: unknown) => void };
  let waiting: Batch[] = [];
  let isWriting = false;

  /** All that came while the disk was busy goes to it at once. */
  async function write(): Promise<void> {
    isWriting = true;
    while (waiting.length > 0) {
      const batches = waiting;
      waiting = [];
      try {
        await append(
          newAmong(
            batches.flatMap(({ events }) => events),
            seen,
          ),
        );
        for (const { kept } of batches) kept();
      } catch (error) {
        for (const { failed } of batches) failed(error);
      }
    }
    isWriting = false;
  }

  async function append(fresh: readonly ReportedEvent[]): Promise<void> {
    if (fresh.length === 0) return;
    const at = now();
    const name = hourFile(at);
    if (current?.name !== name) {
      await current?.hour.mend();
      current = { name, hour: await openHour(folder, join(folder, name), open) };
    }
    await current.hour.append(fresh.map((event) => `${JSON.stringify(event)}\n`).join(""));
    for (const { id } of fresh) seen.add(id, at);
  }

  return {
    add: (events) =>
      new Promise<void>((kept, failed) => {
        waiting.push({ events, kept, failed });
        if (!isWriting) void write();
      }),
  };
}

function idIn(line: string): string | undefined {
  try {
    const { id } = JSON.parse(line) as { id?: unknown };
    return typeof id === "string" ? id : undefined;
  } catch {
    return undefined;
  }
}

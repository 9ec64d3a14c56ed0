import type { ReportedEvent } from "./event.ts";
import { type EventStore, newAmong } from "./store.ts";

/** Keeps events in an NDJSON file, one a line, each id once even over restarts. */
export async function fileEvents(path: string): Promise<EventStore> {
  // Loaded here, so that the endpoint's own file also runs where there is no file system.
  const { appendFile, readFile } = await import("node:fs/promises");
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const seen = new Set(text.split("\n").map(idIn));
  // A process that died while writing leaves half a line: what comes next must not be glued to it.
  let gap = text === "" || text.endsWith("\n") ? "" : "\n";
  let last = Promise.resolve();

  async function append(events: readonly ReportedEvent[]): Promise<void> {
    const fresh = newAmong(events, seen);
    if (fresh.length === 0) return;
    await appendFile(path, gap + fresh.map((event) => `${JSON.stringify(event)}\n`).join(""));
    gap = "";
    for (const { id } of fresh) seen.add(id);
  }

  return {
    add(events) {
      // One batch at a time, or two with the same event would both find it new.
      const done = last.then(() => append(events));
      last = done.catch(() => undefined);
      return done;
    },
  };
}

function idIn(line: string): string {
  try {
    return String((JSON.parse(line) as { id?: unknown }).id);
  } catch {
    return "";
  }
}

import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { mistakeIn } from "../../../shared/library/read/json-mistake.ts";
import { type ReportedEvent, readEvent } from "../../../shared/report/event.ts";
import { reasonOf } from "../read-library.ts";

export type Line =
  | { readonly event: ReportedEvent }
  /** Where a line is that is no event, and why. */
  | { readonly at: string; readonly wrong: string };

/** Reads events line by line, from one file or from all of a folder. Rejects with a sentence for people. */
export async function* readEvents(path: string): AsyncGenerator<Line> {
  for (const file of await filesOf(path)) {
    let line = 0;
    for await (const text of linesOf(file)) {
      line++;
      if (text.trim() === "") continue;
      const read = eventIn(text);
      yield "wrong" in read ? { at: `${file}:${line}`, ...read } : read;
    }
  }
}

async function filesOf(path: string): Promise<readonly string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    (error) => Promise.reject(unreadable(path, error)),
  );
  if (!isFolder) return [path];
  const names = (await readdir(path)).filter((name) => name.endsWith(".ndjson"));
  if (names.length > 0) return names.sort().map((name) => join(path, name));
  throw new Error(
    `${path}: there is no .ndjson file in this folder, expected one an hour such as 2026-11-27T18.ndjson. ` +
      "Name the folder that the endpoint keeps its events in.",
  );
}

async function* linesOf(file: string): AsyncGenerator<string> {
  const stream = createReadStream(file, "utf8");
  try {
    yield* createInterface({ input: stream, crlfDelay: Number.POSITIVE_INFINITY });
  } catch (error) {
    throw unreadable(file, error);
  } finally {
    stream.destroy();
  }
}

const unreadable = (path: string, error: unknown) => new Error(`${path} cannot be read: ${reasonOf(error)}.`);

function eventIn(text: string): ReturnType<typeof readEvent> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    if (!text.trimEnd().endsWith("}"))
      return { wrong: "half a line, as stays behind when writing is cut off; expected an object in { }" };
    const mistake = mistakeIn(text);
    return {
      wrong: mistake ? `column ${mistake.at + 1}: ${mistake.what.en.replace(/\.$/, "")}` : "not JSON",
    };
  }
  return readEvent(value);
}

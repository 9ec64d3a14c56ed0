import { isMoment, MOMENT } from "../../../shared/library/vocabulary.ts";
import { startCount } from "../../../shared/report/count.ts";
import { named, unseenIn } from "../../../shared/report/named.ts";
import type { Command, Given, Io } from "../io.ts";
import { readLibrary } from "../read-library.ts";
import { readEvents } from "../report/read-events.ts";
import { terminal } from "../report/terminal.ts";

/** So many lines that are no events are named; the others are only counted. */
const MOST_NAMED = 5;

/** Says what came of each segment: exposures, conversions, lift, and who was kept away. */
export const report: Command = {
  usage: "report EVENTS [--library LIBRARY]",
  summary: "says what came of each segment, from the events that the endpoint kept",
  options: {
    library: { type: "string" },
    since: { type: "string" },
    until: { type: "string" },
    json: { type: "boolean" },
  },
  optionHelp: [
    "EVENTS              an NDJSON file, or a folder of them",
    "--library LIBRARY   names the segments, their owners and the reasons of suppressions",
    "--since 2026-11-01  counts from this day or time (UTC) on",
    "--until 2026-12-01  counts what was before it",
    "--json              for machines: all numbers, unrounded",
  ],
  files: 1,
  async run(given, io) {
    const { files, text, says } = given;
    const since = momentOf("since", given, io);
    const until = momentOf("until", given, io);
    if (since === "wrong" || until === "wrong") return 2;
    const libraryPath = text("library");
    const library = libraryPath === undefined ? undefined : await readLibrary(libraryPath, io);
    if (libraryPath !== undefined && !library) return 1;

    let isStopped = false;
    io.signal.addEventListener(
      "abort",
      () => {
        isStopped = true;
      },
      { once: true },
    );
    const count = startCount({ since, until });
    let broken = 0;
    for await (const line of readEvents(files[0] ?? "")) {
      if (isStopped) return 1;
      if ("event" in line) count.add(line.event);
      else if (broken++ < MOST_NAMED) io.err(`${line.at}: ${line.wrong}. This line is not counted.\n`);
    }
    if (broken > MOST_NAMED) io.err(`And ${broken - MOST_NAMED} more lines that are no events.\n`);

    const found = count.report();
    const unseen = library ? unseenIn(found, library) : [];
    if (says("json")) io.out(`${JSON.stringify(named(found, broken, library), null, 2)}\n`);
    else io.out(terminal(found, unseen, library));
    return 0;
  },
};

function momentOf(option: "since" | "until", { text }: Given, io: Io): number | undefined | "wrong" {
  const value = text(option);
  if (value === undefined) return undefined;
  if (MOMENT.test(value) && isMoment(value)) return Date.parse(value);
  io.err(
    `--${option} ${value} is no day such as 2026-11-01, and no time in UTC such as 2026-11-01T09:00:00Z.\n`,
  );
  return "wrong";
}

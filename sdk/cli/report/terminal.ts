import { entry } from "../../../shared/engine/facts.ts";
import type { Library } from "../../../shared/library/library.ts";
import type { Report } from "../../../shared/report/count.ts";
import type { Arm, Field, Row } from "../../../shared/report/rows.ts";
import { liftWords, rateWords, reasonWords, whole } from "../../../shared/report/words.ts";

const WIDTH = 80;

/** The report as it stands in a terminal of 80 columns. */
export function terminal(report: Report, unseen: readonly string[], library?: Library): string {
  const { fields, elsewhere, events, first = 0, last = 0 } = report;
  const head =
    events === 0
      ? "No events in this time."
      : `${day(first)} to ${day(last)} (UTC), ${counted(events, "event")}`;
  return [
    [head],
    ...fields.map((field) => fieldLines(field, library)),
    elsewhere.length > 0 ? ["Kept away from a slot's own content", ...keptAway(elsewhere, 2, library)] : [],
    unseen.length > 0 ? ["Nobody saw it", ...unseen.flatMap((id) => segmentLines(id, library))] : [],
    notes(report).flatMap((note) => wrapped(note, 0)),
  ]
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join("\n")}\n`)
    .join("\n");
}

function fieldLines(field: Field, library: Library | undefined): readonly string[] {
  const [only, ...more] = field.segments;
  if (only && more.length === 0)
    return [field.reportAs, ...segmentLines(only.segment, library), ...rowLines(field, 2, library)];
  return [
    field.reportAs,
    ...rowLines(field, 2, library),
    ...field.segments.flatMap((segment) => [
      ...segmentLines(segment.segment, library),
      ...rowLines(segment, 4, library),
    ]),
  ];
}

function rowLines(row: Row, indent: number, library: Library | undefined): readonly string[] {
  const { shown, heldOut, suppressed } = row;
  const isSeen = shown.exposures + heldOut.exposures > 0;
  return [
    ...(isSeen
      ? [
          columns("", ["exposures", "conversions", "rate", "in truth between"], indent),
          columns("shown", armWords(shown), indent),
          ...(heldOut.exposures > 0 ? [columns("held out", armWords(heldOut), indent)] : []),
          ...wrapped(liftWords(row), indent),
        ]
      : ["Nobody saw it."].map((text) => " ".repeat(indent) + text)),
    ...keptAway(suppressed, indent, library),
  ];
}

const armWords = ({ exposures, conversions, rate }: Arm): readonly string[] => [
  whole(exposures),
  whole(conversions),
  ...(rate ? [rateWords(rate.is), `${rateWords(rate.low)} and ${rateWords(rate.high)}`] : []),
];

const columns = (name: string, cells: readonly string[], indent: number): string =>
  (
    " ".repeat(indent) +
    name.padEnd(12 - indent) +
    [12, 13, 9, 22].map((width, at) => (cells[at] ?? "").padStart(width)).join("")
  ).trimEnd();

function keptAway(all: Row["suppressed"], indent: number, library: Library | undefined): readonly string[] {
  const width = Math.max(0, ...all.map(({ times }) => whole(times).length));
  return all.flatMap(({ by, times }, at) => {
    const start = `${at === 0 ? "Kept away:" : "          "} ${whole(times).padStart(width)}  `;
    return wrapped(start + reasonWords(by, library), indent, start.length);
  });
}

/** What has to be known to read the numbers rightly. */
const notes = (report: Report): readonly string[] => [
  ...(report.fields.length > 0
    ? [
        "An exposure is a variation that was seen in a view of a page, not a person: who came five times " +
          "counts five times. A rate is the share of exposures that led to a conversion; with 95 % confidence " +
          "it is in truth between the two numbers beside it.",
      ]
    : []),
  ...(report.uncredited > 0
    ? [`${counted(report.uncredited, "conversion")} that no exposure led to: in no line above.`]
    : []),
  ...(report.creditedElsewhere > 0
    ? [
        `${counted(report.creditedElsewhere, "conversion")} after an exposure that is not in these files and ` +
          "this time: in no line above.",
      ]
    : []),
  ...(report.dropped > 0
    ? [
        `${counted(report.dropped, "event")} never came: devices that were full, mostly long offline, let go of them.`,
      ]
    : []),
  ...(report.refused > 0
    ? [
        `${counted(report.refused, "event")} never came: the endpoint refused ${report.refused === 1 ? "it" : "them"}.`,
      ]
    : []),
  ...(report.twice > 0
    ? [
        `${counted(report.twice, "event")} came twice: ${report.twice === 1 ? "it counts" : "they count"} once.`,
      ]
    : []),
];

function segmentLines(id: string, library: Library | undefined): readonly string[] {
  const known = library && entry(library.segments, id);
  return wrapped(known ? `${known.name} (${id}), ${known.owner}` : id || "no segment named", 2);
}

/** Breaks a text between words; lines after the first are indented by `hang` more. */
function wrapped(text: string, indent: number, hang = 0): readonly string[] {
  const lines: string[] = [];
  let line = "";
  // What stands in columns at the beginning stays as it is.
  for (const word of [text.slice(0, hang), ...text.slice(hang).split(" ")]) {
    const room = WIDTH - indent - (lines.length > 0 ? hang : 0);
    const glue = line === "" || line.length === hang ? "" : " ";
    if (line.trim() !== "" && (line + glue + word).length > room) {
      lines.push(line);
      line = word;
    } else line += glue + word;
  }
  lines.push(line);
  return lines.map((one, at) => " ".repeat(indent + (at === 0 ? 0 : hang)) + one);
}

const DAY = new Intl.DateTimeFormat("en-GB", {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const day = (at: number) => DAY.format(at);
const counted = (count: number, word: string) => `${whole(count)} ${word}${count === 1 ? "" : "s"}`;

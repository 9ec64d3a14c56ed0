import { appendFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileEvents } from "../../../sdk/endpoint/events/file.ts";
import { site } from "../endpoint/app.ts";
import { tinyLibrary } from "../library/tiny.ts";
import { anyLines } from "../report/events.ts";
import { folderWith, forwhom } from "./commands.ts";

type Line = Readonly<Record<string, unknown>>;

const ndjson = (lines: readonly Line[]) => lines.map((line) => `${JSON.stringify(line)}\n`).join("");

/** So many exposures of one segment in one arm, of which the first convert. */
function arm(arm: "shown" | "holdout", exposures: number, converted: number, more: Line = {}): Line[] {
  const cfo = {
    segment: "evaluating-cfo",
    reportAs: "CFO / evaluation",
    arm,
    slot: "hero",
    variation: "hero-cfo",
  };
  return Array.from({ length: exposures }, (_, at): Line[] => {
    const id = `${more.segment ?? "cfo"}-${arm}-${at}`;
    const exposure = { id, type: "exposure", at: "2026-11-20T09:00:00Z", ...cfo, ...more };
    return at < converted
      ? [exposure, { ...exposure, id: `c-${id}`, type: "conversion", credits: id }]
      : [exposure];
  }).flat();
}

const kept = (id: string, by: string, more: Line = {}) => ({
  ...{ id, type: "suppressed", at: "2026-11-21T09:00:00Z", by },
  ...{ segment: "evaluating-cfo", reportAs: "CFO / evaluation", ...more },
});

const month = [
  ...arm("shown", 4_000, 480),
  ...arm("holdout", 1_000, 80),
  ...Array.from({ length: 31 }, (_, at) => kept(`kept-${at}`, "customers-no-acquisition")),
  ...Array.from({ length: 4 }, (_, at) => kept(`cap-${at}`, "cap")),
];

const reported = async (lines: readonly Line[], ...more: readonly string[]) => {
  const folder = await folderWith({ "events.ndjson": ndjson(lines), "library.json": tinyLibrary() });
  const options = more.map((one) => (one === "library.json" ? join(folder, one) : one));
  return forwhom(["report", join(folder, "events.ndjson"), ...options]);
};

describe("forwhom report", () => {
  it("says what came of each segment, in less than a screen", async () => {
    const { code, out, err } = await reported(month, "--library", "library.json");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(`20 Nov 2026 to 21 Nov 2026 (UTC), 5,595 events

CFO / evaluation
  evaluating-cfo (evaluating-cfo), team@northwind.example
               exposures  conversions     rate      in truth between
  shown            4,000          480   12.0 %     11.0 % and 13.0 %
  held out         1,000           80    8.0 %       6.5 % and 9.8 %
  50 % more than without, between 20 % and 88 %.
  Kept away: 31  Customers must not be prospected
              4  They had seen the offer often enough

Nobody saw it
  large (large), team@northwind.example

An exposure is a variation that was seen in a view of a page, not a person: who
came five times counts five times. A rate is the share of exposures that led to
a conversion; with 95 % confidence it is in truth between the two numbers beside
it.
`);
  });

  it.each([
    [
      "less",
      arm("shown", 4_000, 320),
      arm("holdout", 1_000, 120),
      "33 % less than without, between 19 % and 45 %.",
    ],
    [
      "too early",
      arm("shown", 950, 38),
      arm("holdout", 50, 1),
      /Too early to say: between .* less and .* more than without\. About 7,500 more exposures, 380 of them held out, would show a lift of this size\./,
    ],
    [
      "hopeless",
      arm("shown", 1_000, 101),
      arm("holdout", 1_000, 100),
      /A lift as small as this one would take far more exposures to show\./,
    ],
    ["nothing yet", arm("shown", 10, 0), arm("holdout", 10, 0), "Too early to say: no conversion yet."],
    [
      "nobody held out converted",
      arm("shown", 400, 100),
      arm("holdout", 40, 0),
      /At least \d[\d.]* % more than without: nobody held out converted\./,
    ],
    ["no holdout", arm("shown", 10, 1), [], "No holdout: nothing to compare with."],
    ["only a holdout", [], arm("holdout", 10, 1), "Nothing was shown yet"],
  ])("says in plain words that it is %s", async (_, shown, heldOut, sentence) => {
    const { out } = await reported([...shown, ...heldOut]);
    expect(out.replace(/\s+/g, " ")).toMatch(sentence);
  });

  it("has no line longer than 80 columns, however long the names are", async () => {
    const library = tinyLibrary();
    const large = library.segments.large;
    if (large) large.name = "Companies that are large enough to have a treasury of their own, and use it";
    const folder = await folderWith({
      "events.ndjson": ndjson([...month, ...arm("shown", 9, 1, { segment: "large", reportAs: "Large" })]),
      "library.json": library,
    });
    const { out } = await forwhom([
      "report",
      join(folder, "events.ndjson"),
      "--library",
      join(folder, "library.json"),
    ]);
    expect(out).toContain("to have a treasury");
    expect(out.split("\n").filter((line) => line.length > 80)).toEqual([]);
  });

  it("lists the segments of one reporting field under it", async () => {
    const { out } = await reported([...arm("shown", 10, 1), ...arm("shown", 5, 1, { segment: "large" })]);
    expect(out).toMatch(
      /CFO \/ evaluation\n.*\n {2}shown +15 +2 .*\n.*\n {2}evaluating-cfo\n.*\n {4}shown +10 +1 .*\n.*\n {2}large\n/,
    );
  });

  it("counts only the days that were asked for, from the first to before the last", async () => {
    const lines = ["19", "20", "21"].map(
      (day) => arm("shown", 1, 0, { id: `on-${day}`, at: `2026-11-${day}T00:00:00Z` })[0] ?? {},
    );
    const { out } = await reported(lines, "--since", "2026-11-20", "--until", "2026-11-21", "--json");
    expect(JSON.parse(out)).toMatchObject({ events: 1, outside: 2, first: "2026-11-20T00:00:00.000Z" });
  });

  it("answers machines with every number, names and reasons", async () => {
    const { out } = await reported(month, "--library", "library.json", "--json");
    expect(JSON.parse(out)).toMatchObject({
      forwhom: 1,
      events: 5_595,
      broken: 0,
      unseen: ["large"],
      fields: [
        {
          reportAs: "CFO / evaluation",
          shown: { exposures: 4_000, converted: 480, conversions: 480, rate: { is: 0.12 } },
          lift: { verdict: { is: "more" } },
          suppressed: [
            { by: "customers-no-acquisition", times: 31, reason: "Customers must not be prospected" },
            { by: "cap", times: 4 },
          ],
          segments: [{ segment: "evaluating-cfo", owner: "team@northwind.example" }],
        },
      ],
    });
  });

  it("names lines that are no events, and counts the others", async () => {
    const folder = await folderWith({ "events.ndjson": ndjson(month) });
    const file = join(folder, "events.ndjson");
    await appendFile(file, '[]\n\n{"id" "x"}\n{"id":"half","type":"expos');
    const { code, out, err } = await forwhom(["report", file]);
    expect(code).toBe(0);
    expect(out).toContain("5,595 events");
    expect(err).toBe(
      [
        `${file}:5596: the line is [], expected an object with id, type and at. This line is not counted.`,
        `${file}:5598: column 7: expected ":" after "id", but found "\\"". This line is not counted.`,
        `${file}:5599: half a line, as stays behind when writing is cut off; expected an object in { }. This line is not counted.`,
        "",
      ].join("\n"),
    );
  });

  it("names five of many broken lines and counts the rest", async () => {
    const { err } = await reported(Array.from({ length: 8 }, () => ({})));
    expect(err.match(/id is missing/g)).toHaveLength(5);
    expect(err).toMatch(/And 3 more lines that are no events\.\n$/);
  });

  it("says what an event that came twice, or without an exposure, counts", async () => {
    const [first = {}] = month;
    const lines = [...month, first, { id: "c-alone", type: "conversion", at: "2026-11-20T09:00:00Z" }];
    const { out } = await reported(lines);
    expect(out).toContain("1 conversion that no exposure led to: in no line above.");
    expect(out).toContain("1 event came twice: it counts once.");
  });

  it("reads what the endpoint kept", async () => {
    const events = join(await folderWith({}), "events");
    const { app } = site({}, { events: await fileEvents(events) });
    const sent = await app.request("/forwhom/events", {
      method: "POST",
      body: JSON.stringify({ events: [...arm("shown", 20, 2), ...arm("holdout", 5, 1)] }),
    });
    expect(await sent.json()).toMatchObject({ accepted: 28, refused: [] });
    const { out, err } = await forwhom(["report", events]);
    expect(err).toBe("");
    expect(out).toMatch(/shown +20 +2 .*\n +held out +5 +1 /);
  });

  it("says how many events never came", async () => {
    const never = (id: string, type: string, count: number) => ({
      id,
      type,
      at: "2026-11-20T09:00:00Z",
      count,
    });
    const { out } = await reported([
      never("d1", "dropped", 50),
      never("d2", "dropped", 20),
      never("r1", "refused", 1),
    ]);
    expect(out).toContain("70 events never came: devices that were full");
    expect(out).toContain("1 event never came: the endpoint refused it.");
  });

  it("reads the hours of a folder as it reads one file, wherever they are split", async () => {
    const split = anyLines.chain((lines) =>
      fc.tuple(fc.constant(lines), fc.nat({ max: lines.length }), fc.nat({ max: lines.length })),
    );
    const folder = await folderWith({});
    let run = 0;
    await fc.assert(
      fc.asyncProperty(split, async ([lines, one, other]) => {
        const hours = join(folder, `run-${run++}`);
        await mkdir(hours);
        const [from, to] = [Math.min(one, other), Math.max(one, other)];
        await writeFile(join(hours, "2026-11-20T09.ndjson"), ndjson(lines.slice(0, from)));
        await writeFile(join(hours, "2026-11-20T10.ndjson"), ndjson(lines.slice(from, to)));
        await writeFile(join(hours, "2026-11-20T11.ndjson"), ndjson(lines.slice(to)));
        await writeFile(join(hours, "notes.txt"), "not an event");
        await writeFile(`${hours}.ndjson`, ndjson(lines));
        const [apart, whole] = [
          await forwhom(["report", hours]),
          await forwhom(["report", `${hours}.ndjson`]),
        ];
        expect(apart).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    [[], 2, "Expected forwhom report EVENTS"],
    [["events.ndjson", "--since", "yesterday"], 2, "--since yesterday is no day such as 2026-11-01"],
    [["events.ndjson", "--until", "2026-13-01"], 2, "--until 2026-13-01 is no day such as 2026-11-01"],
    [["nowhere"], 1, "nowhere cannot be read: there is no such file."],
    [["nowhere", "--library", "nothing.json"], 1, "nothing.json cannot be read: there is no such file."],
  ])("does not understand %j, and says so", async (args, expected, sentence) => {
    const { code, out, err } = await forwhom(["report", ...args]);
    expect([code, out]).toEqual([expected, ""]);
    expect(err).toContain(sentence);
  });

  it("says what belongs into a folder without events", async () => {
    const folder = await folderWith({ "notes.txt": "" });
    const { code, err } = await forwhom(["report", folder]);
    expect(code).toBe(1);
    expect(err).toContain(
      "there is no .ndjson file in this folder, expected one an hour such as 2026-11-27T18.ndjson",
    );
  });

  it("stops when somebody has had enough", async () => {
    const stop = new AbortController();
    const folder = await folderWith({ "events.ndjson": ndjson([{}, ...month]) });
    const answer = forwhom(["report", join(folder, "events.ndjson")], {
      signal: stop.signal,
      // The first line is broken, so it is heard of before the second is read.
      err: () => stop.abort(),
    });
    expect(await answer).toMatchObject({ code: 1, out: "" });
  });
});

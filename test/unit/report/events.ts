import fc from "fast-check";
import { type ReportedEvent, readEvent } from "../../../shared/report/event.ts";

const DAY = Date.parse("2026-11-20T00:00:00Z");

/** Lines as an endpoint writes them: exposures of few segments, what came of them, and what was kept away. */
export const anyLines = fc.array(anyLine(), { maxLength: 80 }).map((lines) => {
  const exposures = lines.filter(({ type }) => type === "exposure").map(({ id }) => id);
  return lines.map(({ pick, ...line }) => {
    const credited = exposures[Math.floor(pick * exposures.length)] ?? "an-exposure-elsewhere";
    // Some are credited to one of these exposures, some to one that is not here, and some to none.
    return line.type !== "conversion" || pick > 0.9
      ? line
      : { ...line, credits: pick > 0.8 ? "an-exposure-elsewhere" : credited };
  });
});

type Line = { readonly id: string; readonly type: string; readonly pick: number } & Record<string, unknown>;

function anyLine(): fc.Arbitrary<Line> {
  const segment = fc.constantFrom("evaluating-cfo", "it-lead", "large");
  return fc.record({
    id: fc.uuid(),
    at: fc.integer({ min: 0, max: 10 * 86_400_000 }).map((ms) => new Date(DAY + ms).toISOString()),
    type: fc.constantFrom("exposure", "exposure", "exposure", "conversion", "suppressed", "segment"),
    segment,
    reportAs: fc.constantFrom("CFO / evaluation", "IT"),
    arm: fc.constantFrom("shown", "shown", "holdout"),
    by: fc.constantFrom("customers-no-acquisition", "cap"),
    pick: fc.double({ min: 0, max: 0.999, noNaN: true }),
  }) as fc.Arbitrary<Line>;
}

export const eventOf = (line: unknown): ReportedEvent => {
  const read = readEvent(line);
  if ("wrong" in read) throw new Error(read.wrong);
  return read.event;
};

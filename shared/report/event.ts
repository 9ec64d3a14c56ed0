/** One event as far as the report reads it; whatever else it carries stays unread. */
export type ReportedEvent = {
  readonly id: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
} & (
  | (Place & { readonly type: "exposure"; readonly segment: string; readonly arm: "shown" | "holdout" })
  /** `credits` is the id of the exposure that it is credited to. */
  | { readonly type: "conversion"; readonly credits?: string; readonly offer?: string }
  /** `by` is what kept the variation away: a suppression's id, or a word such as "cap". */
  | (Place & { readonly type: "suppressed"; readonly by: string })
  /** So many events never came: a full device let them go, or the endpoint refused them. */
  | { readonly type: "dropped" | "refused"; readonly count: number }
  /** Counted by nobody here: visitors enter and leave segments, and later releases report more. */
  | { readonly type: "other" }
);

/** What a variation is reported as, and the segment that it is for. */
type Place = { readonly reportAs?: string; readonly segment?: string };

type Read = { readonly event: ReportedEvent } | { readonly wrong: string };

/** Reads what a line held; says what was found and what was expected where it is no event. */
export function readEvent(value: unknown): Read {
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return wrong("the line", value, "an object with id, type and at");
  const { id, type, at, segment, reportAs, arm, credits, offer, by, count } = value as Record<
    string,
    unknown
  >;
  if (!isText(id)) return wrong("id", id, "the event's own id");
  if (!isText(type)) return wrong("type", type, "exposure, conversion, suppressed or segment");
  const time = typeof at === "string" ? Date.parse(at) : Number.NaN;
  if (Number.isNaN(time)) return wrong("at", at, "a time in UTC such as 2026-11-01T09:00:00Z");

  const head = { id, at: time };
  const place = { ...(isText(reportAs) && { reportAs }), ...(isText(segment) && { segment }) };
  switch (type) {
    case "exposure":
      if (!isText(segment)) return wrong("segment", segment, "the segment that the variation is for");
      if (arm !== "shown" && arm !== "holdout") return wrong("arm", arm, '"shown" or "holdout"');
      return { event: { ...head, ...place, type, segment, arm } };
    case "conversion":
      return {
        event: { ...head, type, ...(isText(credits) && { credits }), ...(isText(offer) && { offer }) },
      };
    case "suppressed":
      if (!isText(by)) return wrong("by", by, "the suppression's id, or another reason");
      return { event: { ...head, ...place, type, by } };
    case "dropped":
    case "refused":
      if (!Number.isSafeInteger(count) || Number(count) < 1)
        return wrong("count", count, "how many events never came");
      return { event: { ...head, type, count: Number(count) } };
    default:
      return { event: { ...head, type: "other" } };
  }
}

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

const wrong = (key: string, found: unknown, expected: string): Read => ({
  wrong: `${key} ${found === undefined ? "is missing" : `is ${brief(found)}`}, expected ${expected}`,
});

function brief(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

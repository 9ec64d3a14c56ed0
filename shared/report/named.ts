import { entry } from "../engine/facts.ts";
import type { Library } from "../library/library.ts";
import type { Report } from "./count.ts";
import type { Row } from "./rows.ts";
import { liftWords, reasonWords } from "./words.ts";

/** The segments that a variation is for and that had no exposure, in the order of the library. */
export function unseenIn({ fields }: Report, { segments, slots }: Library): readonly string[] {
  const offered = new Set(Object.values(slots).flatMap(({ variations }) => variations.map((one) => one.for)));
  const seen = new Set(
    fields.flatMap((field) =>
      field.segments.flatMap(({ segment, shown, heldOut }) =>
        shown.exposures + heldOut.exposures > 0 ? [segment] : [],
      ),
    ),
  );
  return Object.keys(segments).filter((id) => offered.has(id) && !seen.has(id));
}

/** The report for machines, with what the library calls things. */
export function named(report: Report, broken: number, library?: Library) {
  const { fields, elsewhere, first, last, ...counts } = report;
  const reasons = (suppressed: Row["suppressed"]) =>
    suppressed.map((one) => ({ ...one, reason: reasonWords(one.by, library) }));
  const row = <Named extends Row>(one: Named) => ({
    ...one,
    words: liftWords(one),
    suppressed: reasons(one.suppressed),
  });
  return {
    forwhom: 1,
    ...counts,
    broken,
    ...(first !== undefined && { first: new Date(first).toISOString() }),
    ...(last !== undefined && { last: new Date(last).toISOString() }),
    fields: fields.map((field) => ({
      ...row(field),
      segments: field.segments.map((one) => {
        const known = library && entry(library.segments, one.segment);
        return { ...(known && { name: known.name, owner: known.owner }), ...row(one) };
      }),
    })),
    elsewhere: reasons(elsewhere),
    ...(library && { unseen: unseenIn(report, library) }),
  };
}

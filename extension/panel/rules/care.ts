import type { Library } from "../../../shared/library/library.ts";
import { reviewDue } from "../../../shared/library/segment.ts";
import { testsOf } from "./segment-tests.ts";

/** The segments that somebody should look at: their review is overdue, or one of their tests fails. */
export const uncaredFor = (library: Library, now: number): ReadonlySet<string> =>
  new Set(
    Object.entries(library.segments).flatMap(([id, segment]) =>
      reviewDue(segment.review) < now || testsOf(segment, library, now).some(({ passes }) => !passes)
        ? [id]
        : [],
    ),
  );

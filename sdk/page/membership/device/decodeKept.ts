import { decodeMembership } from "../../../../shared/manifest/decodeMembership.ts";
import {
  boolean,
  either,
  type Is,
  list,
  literal,
  number,
  record,
  suchThat,
} from "../../../../shared/manifest/decoder.ts";
import type { Kept } from "./kept.ts";

const anyText = suchThat(() => true);
const absent = literal(undefined);

/** These keys, whatever others there are: a later release may keep more. */
const withKeys =
  (keys: Readonly<Record<string, Is>>): Is =>
  (value) =>
    Object.entries(keys).every(([key, is]) =>
      is((value as Record<string, unknown> | null | undefined)?.[key]),
    );

const isKept = withKeys({
  hash: anyText,
  consent: anyText,
  answer: either(absent, (value) => decodeMembership(value) !== undefined),
  etag: either(absent, anyText),
  events: list(
    withKeys({
      event: anyText,
      // As far as dates go.
      at: number(0, 8e15),
      times: either(absent, number(1, 100_000, true)),
      fields: either(absent, record(anyText, either(anyText, number(), boolean))),
    }),
  ),
  // What else is in it is only ever read out of it: where it is something else, it is not there.
  visits: either(absent, withKeys({ sessions: number(1), firstVisit: anyText })),
  in: either(absent, list(anyText)),
  treated: either(absent, boolean),
  lot: either(absent, number(0, 1)),
});

/** What was kept of a visitor, if it is as we write it: a record may be broken, or of another release. */
export const decodeKept = (found: unknown): Kept | undefined => (isKept(found) ? (found as Kept) : undefined);

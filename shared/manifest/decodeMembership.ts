import { ID, isMoment } from "../library/vocabulary.ts";
import { boolean, either, list, literal, number, object, record, suchThat, text } from "./decoder.ts";
import type { MembershipAnswer } from "./membership.ts";

/** In which an endpoint says since when an answer that was "not modified" is true: ISO 8601, UTC. */
export const AS_OF_HEADER = "Forwhom-As-Of";

const id = text(ID);
const anyText = suchThat(() => true);
const truth = literal("yes", "no", "unknown");
const value = either(anyText, number(), boolean, list(anyText), literal(null));
const answer = object({
  forwhom: literal(1),
  identified: boolean,
  segments: record(
    id,
    object(
      { is: truth },
      { because: literal("pending", "withheld", "stale", "failed", "missing"), since: anyText },
    ),
  ),
  properties: record(id, value),
  objected: boolean,
  stop: boolean,
  asOf: suchThat(isMoment),
  freshFor: number(0),
});

/** An answer of the endpoint, if it is one: accepts exactly what `membershipSchema` accepts. */
export const decodeMembership = (found: unknown): MembershipAnswer | undefined =>
  answer(found) ? (found as MembershipAnswer) : undefined;

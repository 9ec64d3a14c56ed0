import type { Scalar } from "../../../shared/engine/condition.ts";
import { ID } from "../../../shared/library/vocabulary.ts";

/** Yes or no, a number, or a text no longer than analytics keeps of one (100), with no mail address in it. */
const LABEL = /^(boolean:|number:-?\d|string:(?!.*\S@\S+\.\S).{1,100}$)/s;
const MOST_FIELDS = 10;

/** What of these fields may be kept: labels, never a long text or somebody's address. */
export const labels = (fields: object = {}): Readonly<Record<string, Scalar>> =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([name, value]) => ID.test(name) && LABEL.test(`${typeof value}:${value}`))
      .slice(0, MOST_FIELDS),
  );

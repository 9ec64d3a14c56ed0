import { withhold } from "../../../shared/consent/withhold.ts";
import { evaluate } from "../../../shared/engine/evaluate.ts";
import type { Library } from "../../../shared/library/library.ts";
import { factsOfVisitor } from "../../../shared/library/person.ts";
import type { Segment } from "../../../shared/library/segment.ts";

export type TestResult = {
  readonly name: string;
  readonly expect: "yes" | "no" | "unknown";
  readonly passes: boolean;
};

/** Runs the tests that stand in a segment, as `forwhom test` does. */
export const testsOf = ({ when, tests }: Segment, library: Library, now: number): readonly TestResult[] =>
  tests.map(({ name, visitor, expect }) => {
    const { facts, gates } = factsOfVisitor(visitor, library, now);
    const { is } = evaluate(when, withhold(facts, library.properties, gates), library);
    return { name, expect, passes: is === expect };
  });

import { check } from "../../../../shared/library/check/check.ts";
import type { Problem } from "../../../../shared/library/check/problem.ts";
import type { Library } from "../../../../shared/library/library.ts";
import type { Draft } from "../draft.ts";
import { patchOf } from "../written.ts";
import { type Operation, patched } from "./patch.ts";

/** The change, and what the library's own check says of the library with it. */
export type Review = {
  readonly patch: readonly Operation[];
  /** There where nothing is wrong with it. */
  readonly library: Library | undefined;
  readonly problems: readonly Problem[];
};

/** Holds the change against the library's check, as `forwhom check` will: only what it brings along is told. */
export function reviewOf(draft: Draft, library: Library, now: number): Review {
  const patch = patchOf(draft, library);
  if (patch.length === 0) return { patch, library: undefined, problems: [] };
  const checked = check(patched(library, patch), now);
  const before = new Set(check(library, now).problems.map(told));
  return {
    patch,
    library: checked.library,
    problems: checked.problems.filter((one) => !before.has(told(one))),
  };
}

const told = (problem: Problem) => JSON.stringify(problem);

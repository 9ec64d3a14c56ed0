import type { Library } from "../library.ts";
import type { Problem } from "./problem.ts";

/** Looks for one kind of mistake in a library whose shape is right. `now` in milliseconds since 1970. */
export type Rule = (library: Library, now: number) => readonly Problem[];

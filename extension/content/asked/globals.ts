import { TOOLS } from "../../../shared/protocol/tools.ts";

/** The globals of personalization tools that are there, by name. */
export const globalsThere = (): readonly string[] =>
  TOOLS.flatMap(({ globals }) => globals).filter((path) => {
    try {
      return path.split(".").reduce<unknown>(inside, window) != null;
    } catch {
      return false;
    }
  });

// An element with such an id is a global too, and none of a tool's.
const inside = (holder: unknown, name: string): unknown => {
  const held = (holder as Readonly<Record<string, unknown>> | null | undefined)?.[name];
  return held instanceof Element ? undefined : held;
};

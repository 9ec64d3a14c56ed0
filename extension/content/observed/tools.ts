import { TOOLS } from "../../../shared/protocol/tools.ts";
import type { Kept, Trace } from "../../../shared/protocol/watched.ts";

const LONGEST = 300;
const MOST = 60;

/** The traces of other personalization tools in the page: scripts, globals, and names on the device. */
export function toolsSeen(
  scripts: readonly string[],
  globals: readonly string[],
  device: readonly Kept[],
): readonly Trace[] {
  return TOOLS.flatMap(({ id: tool, script, globals: own, cookie, storage }): readonly Trace[] => [
    ...scripts.filter((url) => script.test(url)).map((name) => ({ tool, by: "script" as const, name })),
    ...globals.filter((name) => own.includes(name)).map((name) => ({ tool, by: "global" as const, name })),
    ...device.flatMap(({ place, name }) => {
      const isCookie = place === "cookie";
      return (isCookie ? cookie : storage).test(name)
        ? [{ tool, by: isCookie ? ("cookie" as const) : ("storage" as const), name }]
        : [];
    }),
  ])
    .slice(0, MOST)
    .map((trace) => ({ ...trace, name: trace.name.slice(0, LONGEST) }));
}

/** The scripts that stand in the page, without query and fragment. */
export const scriptsInPage = (): readonly string[] =>
  [...document.scripts].flatMap(({ src }) => src.split(/[?#]/, 1).filter((url) => url !== ""));

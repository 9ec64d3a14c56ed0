import { readFileSync } from "node:fs";
import { BY_HAND } from "./by-hand.ts";
import { LINKS } from "./urls.ts";

const published: readonly string[] = JSON.parse(
  readFileSync(new URL("./dompurify.json", import.meta.url), "utf8"),
);

/** Everything that somebody might put where words or HTML go, so that script runs: each once. */
export const CORPUS: readonly string[] = [
  ...new Set([...published, ...Object.values(BY_HAND).flat(), ...LINKS]),
];

/** The same as what an endpoint says of a visitor, three in each: a page asks for each value for each slot. */
export const VALUES: readonly string[] = CORPUS.flatMap((_, index) =>
  index % 3 === 0 ? [CORPUS.slice(index, index + 3).join(" ")] : [],
);

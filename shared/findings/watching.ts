import type { Kept } from "../protocol/watched.ts";
import type { Evidence, Fault, Outcome } from "./finding.ts";
import type { Sure } from "./moments.ts";
import { CLEAN, cannotTell, doesNotApply, foundOr } from "./outcome.ts";
import { said } from "./said.ts";

export const IN_PREVIEW = doesNotApply(
  said(
    "This is a preview: nothing of the real visitor was used.",
    "Dies ist eine Vorschau: Vom wirklichen Besuch wurde nichts genutzt.",
  ),
);

export const NOT_LONG_ENOUGH = cannotTell(
  said(
    "The page was not watched long enough, or consent was not known at that moment.",
    "Die Seite wurde nicht lange genug beobachtet, oder die Einwilligung war in diesem Moment nicht bekannt.",
  ),
);

/** The faults that are sure, each said once; where none is, what could not be told. */
export function foundWhereSure(all: readonly { readonly sure: Sure; readonly fault: Fault }[]): Outcome {
  const sure = new Map(
    all.flatMap(({ sure: is, fault }) => (is === "yes" ? [[JSON.stringify(fault), fault]] : [])),
  );
  return foundOr([...sure.values()], all.some((one) => one.sure === "cannot tell") ? NOT_LONG_ENOUGH : CLEAN);
}

/** Where the page script keeps what it knows of a visitor. The server's cookie comes with signing in. */
const OWN = "forwhom";

/** What lies on the device of the page script's own. */
export const ownKept = ({ observation: { watched } }: Evidence): readonly Kept[] =>
  watched.device.filter(
    ({ place, name }) => name === OWN && (place === "localStorage" || place === "indexedDB"),
  );

/** Requests to our own endpoint, for one of these. */
export const requestsFor = ({ observation: { watched } }: Evidence, ...paths: readonly string[]) =>
  watched.requests.filter(({ to, url }) => to === "endpoint" && paths.some((path) => url.endsWith(path)));

/** A stretch of time, as one would say it. */
export function lasting(ms: number) {
  const seconds = Math.max(1, Math.round(ms / 1_000));
  return seconds === 1 ? said("1 second", "1 Sekunde") : said(`${seconds} seconds`, `${seconds} Sekunden`);
}

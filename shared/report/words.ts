import { entry } from "../engine/facts.ts";
import type { Library } from "../library/library.ts";
import type { Lift, Needs } from "./lift.ts";
import type { Row } from "./rows.ts";

/** What showing a variation made of the rate, in a sentence. */
export function liftWords({ shown, heldOut, lift }: Row): string {
  if (heldOut.exposures === 0) return "No holdout: nothing to compare with.";
  if (!lift) return "Nothing was shown yet: only the holdout saw the page's own content.";
  const { verdict } = lift;
  if (shown.converted + heldOut.converted === 0) return "Too early to say: no conversion yet.";
  if (verdict.is === "too early")
    return `Too early to say: ${soFar(lift)}.${needWords(verdict.needs, shown)}`;
  const { is, low, high } = lift.ratio;
  if (is === undefined || high === undefined)
    return `At least ${percent(low - 1)} more than without: nobody held out converted.`;
  const [least, most] = verdict.is === "more" ? [low - 1, high - 1] : [1 - high, 1 - low];
  const size = verdict.is === "more" ? is - 1 : 1 - is;
  return `${percent(size)} ${verdict.is} than without, between ${percent(least)} and ${percent(most)}.`;
}

const soFar = ({ ratio: { low, high } }: Lift): string =>
  high === undefined
    ? "nobody held out converted yet"
    : `between ${percent(1 - low)} less and ${percent(high - 1)} more than without`;

/** Below that, a person can wait for it. */
const LONGEST_WAIT = 20;

function needWords(needs: Needs | undefined, { exposures }: Row["shown"]): string {
  if (!needs) return " The holdout is still small.";
  if (needs.exposures > LONGEST_WAIT * exposures)
    return " A lift as small as this one would take far more exposures to show.";
  return ` About ${rounded(needs.exposures)} more exposures, ${rounded(needs.heldOut)} of them held out, would show a lift of this size.`;
}

const REASONS: Readonly<Record<string, string>> = {
  stop: "Personalization is stopped everywhere",
  paused: "The slot is paused",
  objection: "They objected to personalization",
  content: "The page did not have the content",
  unapproved: "The content is not the one that was approved",
  contested: "The page kept putting its own content back",
  cap: "They had seen the offer often enough",
  eligibility: "They are not eligible for the offer",
  "not yet": "The offer has not begun",
  over: "The offer is over",
  blackout: "The offer rests",
  dismissed: "They dismissed the offer",
  converted: "They have taken the offer",
  excluded: "Another offer was made",
};

/** What kept a variation away, as the library words it, else in our words, else by its id. */
export const reasonWords = (by: string, library?: Library): string =>
  (library && entry(library.suppressions, by)?.reason) ?? entry(REASONS, by) ?? by;

const grouped = new Intl.NumberFormat("en-US");
/** Two digits say all that an estimate knows. */
const estimate = new Intl.NumberFormat("en-US", { maximumSignificantDigits: 2 });

export const whole = (number: number): string => grouped.format(number);
export const percent = (share: number): string => `${estimate.format(share * 100)} %`;

/** Up to two digits: what is needed must not be said too small. */
function rounded(number: number): string {
  const step = 10 ** Math.max(0, Math.floor(Math.log10(number)) - 1);
  return whole(Math.ceil(number / step) * step);
}

/** A measured rate, with as many places as a table needs. */
export const rateWords = (rate: number): string =>
  `${(rate * 100).toFixed(rate > 0 && rate < 0.01 ? 2 : 1)} %`;

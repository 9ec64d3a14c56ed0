import type { Gate } from "../consent/gates.ts";
import type { Reading } from "../consent/reading.ts";
import { ruleOf } from "../consent/record.ts";
import type { Watched } from "../protocol/watched.ts";
import { gatesBy } from "./consented.ts";
import type { Evidence } from "./finding.ts";
import { SETTLES_MS } from "./settles.ts";

/** How consent stood from a moment on, and until when; it may have begun before it was seen. */
export type Moment = {
  readonly mayBegin: number;
  readonly from: number;
  readonly until: number;
  readonly readings: readonly Reading[];
};

/** How consent went since the page is watched. */
export const momentsIn = ({ consent }: Watched): readonly Moment[] =>
  consent.map(({ at, readings }, index) => ({
    mayBegin: consent[index - 1]?.seen ?? at,
    from: at,
    until: consent[index + 1]?.at ?? Number.POSITIVE_INFINITY,
    readings,
  }));

/** Whether something was surely so: "cannot tell" also while it may still turn out not to be. */
export type Sure = "yes" | "no" | "cannot tell";

/**
 * Whether something held of consent all around a moment. A page hears of a change before or after we do,
 * so it must have held for a while on either side.
 *
 * @param holds undefined: it cannot be said.
 */
export function heldAround(
  at: number,
  watched: Watched,
  holds: (readings: readonly Reading[]) => boolean | undefined,
): Sure {
  const moments = momentsIn(watched);
  const [first] = moments;
  // What was before the first look is only known where that came with the page itself.
  if (!first || (at < first.from && first.from - watched.loaded > SETTLES_MS)) return "cannot tell";
  const around = moments.filter((moment) =>
    moment === first
      ? at - SETTLES_MS < moment.until
      : moment.mayBegin <= at + SETTLES_MS && moment.until > at - SETTLES_MS,
  );
  const answers = around.map(({ from, readings }) => {
    const answer = holds(readings);
    // What came at a time that nobody saw speaks against it, but not for sure.
    return answer === false && from > at + SETTLES_MS ? undefined : answer;
  });
  if (answers.includes(false)) return "no";
  return answers.includes(undefined) || watched.at < at + SETTLES_MS ? "cannot tell" : "yes";
}

/** Whether a gate was shut all around a moment. */
export const shutAround = (gate: Gate, at: number, evidence: Evidence): Sure =>
  heldAround(at, evidence.observation.watched, (readings) => isShut(gate, readings, evidence));

/**
 * Whether a gate is surely not open: refused, or its authority is there and nobody has answered it. One
 * that is silent or missing may know more than we do.
 */
export function isShut(gate: Gate, readings: readonly Reading[], evidence: Evidence): boolean | undefined {
  const state = gatesBy(readings, evidence)?.[gate];
  const { claim } = evidence.observation;
  if (!claim || state === undefined) return undefined;
  if (state !== "unknown") return state === "closed";
  const { source } = ruleOf(gate, claim.manifest.consent);
  const isAsked = readings.some((reading) => reading.source === source && reading.state === "unanswered");
  return isAsked || undefined;
}

/** When a gate was last seen to close after it had been open; undefined: it was not, or is open again. */
export function withdrawnAt(gate: Gate, evidence: Evidence): number | undefined {
  const states = momentsIn(evidence.observation.watched).map(({ from, readings }) => ({
    from,
    state: gatesBy(readings, evidence)?.[gate],
  }));
  if (states.at(-1)?.state !== "closed") return undefined;
  const lastOpen = states.findLastIndex(({ state }) => state === "open");
  return lastOpen < 0 ? undefined : states[lastOpen + 1]?.from;
}

/** Whether nothing about consent has changed for as long as a page may take to follow. */
export const isSettled = ({ observation: { watched } }: Evidence): boolean => {
  const last = Math.max(watched.loaded, watched.consent.at(-1)?.at ?? watched.at);
  return watched.at - last >= SETTLES_MS;
};

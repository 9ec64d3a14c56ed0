import type { Happening, Happenings } from "../../../shared/protocol/happening.ts";

const KINDS = ["decision", "exposure", "segment"] as const;

/** Told together, so that a page which never stops telling is not told on without end; the first ones soon. */
const EVERY_MS = 200;
const SOON_MS = 20;
const MOST = 50;
const LONGEST = 100;

/** Tells what the page script tells its page. Anybody in the page can dispatch such events: it is a claim. */
export function followHappenings(tell: (happenings: Happenings) => void, signal: AbortSignal): void {
  let happenings: Happening[] = [];
  let missed = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let toldAt = Number.NEGATIVE_INFINITY;
  const tellAll = () => {
    clearTimeout(timer);
    timer = undefined;
    if (happenings.length === 0 || signal.aborted) return;
    tell({ happenings, missed });
    toldAt = performance.now();
    happenings = [];
    missed = 0;
  };
  for (const is of KINDS)
    document.addEventListener(
      `forwhom:${is}`,
      (event) => {
        const happening = happeningIn(
          is,
          event instanceof CustomEvent ? event.detail : undefined,
          Date.now(),
        );
        if (!happening) return;
        if (happenings.length < MOST) happenings.push(happening);
        else missed += 1;
        timer ??= setTimeout(tellAll, Math.max(SOON_MS, toldAt + EVERY_MS - performance.now()));
      },
      { signal },
    );
  window.addEventListener("pagehide", tellAll, { signal });
}

/** An event's detail, if it has the shape of one of ours. The background validates it once more. */
export function happeningIn(is: (typeof KINDS)[number], detail: unknown, at: number): Happening | undefined {
  if (typeof detail !== "object" || detail === null) return undefined;
  const { slot, outcome, variation, arm, segment, change } = detail as Readonly<Record<string, unknown>>;
  if (is === "segment")
    return isId(segment) && (change === "entered" || change === "left")
      ? { is, at, segment, change }
      : undefined;
  if (!isId(slot)) return undefined;
  const what = { at, slot, ...(isId(variation) && { variation }) };
  if (is === "exposure") return arm === "shown" || arm === "holdout" ? { is, ...what, arm } : undefined;
  return outcome === "variation" || outcome === "default" || outcome === "neutral"
    ? { is, ...what, outcome }
    : undefined;
}

const isId = (text: unknown): text is string => typeof text === "string" && text.length <= LONGEST;

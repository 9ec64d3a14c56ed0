import { GATES } from "../../../shared/consent/gates.ts";
import { gatesSeen } from "../../../shared/findings/consented.ts";
import type { PageState } from "../../../shared/protocol/messages.ts";
import type { GateChange, Log, Noted } from "./log.ts";

type SeenPage = Extract<PageState, { is: "seen" }>;

/**
 * What is new in how a page stands, against how it stood before: it was loaded, consent has changed. What a
 * page decided while it loaded nobody could hear, so that is read off its own account.
 */
export function newsOf(before: PageState, page: PageState, log: Log, now: number): readonly Noted[] {
  if (page.is !== "seen") return [];
  const last = before.is === "seen" ? before : undefined;
  return [...loadedNews(last, page, log), ...consentNews(last, page, now)];
}

function loadedNews(
  last: SeenPage | undefined,
  { observation, loaded, preview }: SeenPage,
  { entries }: Log,
): readonly Noted[] {
  if (loaded === undefined || loaded === last?.loaded) return [];
  const heard = new Set(
    entries.flatMap((entry) => (entry.is === "decision" && entry.at >= loaded ? [entry.slot] : [])),
  );
  const decisions = observation.claim?.decisions ?? [];
  // Not when it is heard of: by then the next page may have begun, which would pass for having told it.
  const { at } = observation.watched;
  return [
    { is: "page", at: loaded, path: pathOf(observation.url), as: preview?.label },
    ...decisions
      .slice(0, MOST)
      .flatMap(({ slot, outcome, shown }): Noted[] =>
        heard.has(slot)
          ? []
          : [{ is: "decision", at, slot, outcome, ...(shown && { variation: shown.variation }) }],
      ),
  ];
}

/** No page has more slots than that; one that says so is not worth the log. */
const MOST = 100;

function consentNews(last: SeenPage | undefined, page: SeenPage, now: number): readonly Noted[] {
  // Whoever is previewed has a consent of their own: that is no change of anybody's.
  if (!last || last.preview?.label !== page.preview?.label) return [];
  const before = gatesSeen({ ...last, preview: last.preview, now });
  const after = gatesSeen({ ...page, preview: page.preview, now });
  if (!before || !after) return [];
  const changes = GATES.flatMap((gate): GateChange[] =>
    before[gate] === after[gate] ? [] : [{ gate, state: after[gate] }],
  );
  return changes.length > 0 ? [{ is: "consent", at: now, changes }] : [];
}

const pathOf = (url: string): string => (URL.canParse(url) ? new URL(url).pathname : "").slice(0, 200);

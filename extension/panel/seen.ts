import type { Choice } from "../../shared/protocol/choice.ts";
import type { Inspection } from "../../shared/protocol/inspection.ts";
import type { Observation } from "../../shared/protocol/observation.ts";
import type { Preview } from "../../shared/protocol/preview.ts";
import type { TrackerId } from "../../shared/protocol/trackers.ts";
import type { KnownRules } from "./rules/rules.ts";
import type { State } from "./store.ts";

/** A page with Forwhom, and everything that views need to speak of it. */
export type Seen = {
  readonly tab: number;
  readonly observation: Observation;
  readonly claim: Inspection;
  readonly preview: Preview | undefined;
  readonly rules: KnownRules;
  /** What the preview was chosen by, or the one that is about to come. */
  readonly chosen: Choice | undefined;
  /** Whose collectors are blocked in this tab. */
  readonly blocked?: readonly TrackerId[] | undefined;
};

export function seenIn({ tab, page, full, asked }: State): Seen | undefined {
  if (tab === undefined || page.is !== "seen") return undefined;
  const { observation, preview, choice, blocked } = page;
  const { claim } = observation;
  return (
    claim && {
      tab,
      observation,
      claim,
      preview,
      rules: { manifest: claim.manifest, full },
      chosen: asked ?? choice,
      blocked,
    }
  );
}

/** The address of the page, as far as it is known. */
export function urlOf({ page }: State): URL | undefined {
  if (page.is === "seen" || page.is === "without Forwhom") return parsed(page.observation.url);
  return page.is === "not allowed" && page.origin !== undefined ? parsed(page.origin) : undefined;
}

const parsed = (url: string): URL | undefined => (URL.canParse(url) ? new URL(url) : undefined);

import { offerStop } from "../../engine/eligible.ts";
import { entry } from "../../engine/facts.ts";
import type { Stop } from "../../engine/trace.ts";
import type { Content } from "../../library/slot.ts";
import type { Evidence, Fault, FindingRule } from "../finding.ts";
import { cannotTell, doesNotApply, foundInSlots } from "../outcome.ts";
import { type Said, said } from "../said.ts";
import { type Shown, slotsShown } from "../shown.ts";

/** An offer stands on the page before its first day, after its last, or while it rests. */
export const offerOutsideDates: FindingRule = {
  id: "offer-outside-dates",
  catalogue: ["E16"],
  severity: "moderate",
  confidence: "proven",
  title: said("An offer outside its dates", "Ein Angebot außerhalb seiner Zeit"),
  explanation: said(
    "An offer may have a first and a last day, and times in which it rests.",
    "Ein Angebot kann einen ersten und einen letzten Tag haben und Zeiten, in denen es ruht.",
  ),
  likelyGap: said(
    "The page’s own content was not changed when the offer ended, or a script or a cache put it back.",
    "Der eigene Inhalt der Seite wurde nicht geändert, als das Angebot endete, oder ein Skript oder ein Zwischenspeicher hat es zurückgesetzt.",
  ),
  risk: said(
    "Somebody asks for what there is no longer, or not yet. A promise in public may have to be kept.",
    "Jemand möchte, was es nicht mehr oder noch nicht gibt. Ein öffentliches Versprechen muss vielleicht gehalten werden.",
  ),
  fix: said(
    "Take the offer out of the page, or mend its dates in the library. A variation ends by itself; the page’s own content does not.",
    "Nehmen Sie das Angebot von der Seite, oder berichtigen Sie seine Zeit in der Bibliothek. Eine Variante endet von selbst, der eigene Inhalt der Seite nicht.",
  ),
  check: (evidence) => {
    const offered = slotsShown(evidence).flatMap((shown) => {
      const offer = offerIn(shown);
      return offer !== undefined && shown.observed.visible ? [{ shown, offer }] : [];
    });
    if (evidence.observation.claim && offered.length === 0) return NO_OFFER;
    const outcome = foundInSlots(
      offered.flatMap(({ shown, offer }) => faultOf(shown, offer, evidence)),
      evidence,
    );
    const isJustOver = offered.some(
      ({ shown, offer }) =>
        stopAt(shown, offer, timeOf(evidence)) && faultOf(shown, offer, evidence).length === 0,
    );
    return outcome.is === "clean" && isJustOver ? JUST_OVER : outcome;
  },
};

const NO_OFFER = doesNotApply(
  said("No offer can be seen on this page.", "Auf dieser Seite ist kein Angebot zu sehen."),
);

const JUST_OVER = cannotTell(
  said(
    "An offer has just ended or begins to rest: this page may have been loaded before.",
    "Ein Angebot ist eben zu Ende gegangen oder ruht seit eben: Diese Seite kann vorher geladen worden sein.",
  ),
);

/** How long a page may have been open that was right when it was loaded. */
const OPEN_FOR = 3_600_000;

/** In a preview the time is the previewed one. */
const timeOf = ({ preview, now }: Evidence): number => preview?.facts.now ?? now;

function faultOf(shown: Shown, id: string, evidence: Evidence): readonly Fault[] {
  const now = timeOf(evidence);
  const stop = stopAt(shown, id, now);
  const wasBefore = evidence.preview ? stop : stopAt(shown, id, now - OPEN_FOR);
  if (!stop || stop.by !== wasBefore?.by) return [];
  const { observed, name, claim } = shown;
  const label = entry(claim.manifest.offers, id)?.label ?? id;
  return [
    {
      slot: observed.slot,
      selector: observed.selector,
      evidence: [
        said(`“${name}” makes the offer “${label}”.`, `„${name}“ macht das Angebot „${label}“.`),
        WHEN[stop.by](dated(stop.on)),
      ],
    },
  ];
}

type OutsideDates = Extract<Stop, { readonly on: string }>;

const WHEN: Readonly<Record<OutsideDates["by"], (on: string) => Said>> = {
  "not yet": (on) => said(`It begins on ${on}.`, `Es beginnt am ${on}.`),
  over: (on) => said(`It ended on ${on}.`, `Es endete am ${on}.`),
  blackout: (on) => said(`It rests until ${on}.`, `Es ruht bis ${on}.`),
};

/** `2026-11-24T11:30:00Z` as `2026-11-24 11:30 UTC`; a day stays one. */
const dated = (moment: string): string =>
  moment.includes("T") ? `${moment.slice(0, 16).replace("T", " ")} UTC` : moment;

/** Only the dates: who may have it, and how often, are other questions. */
function stopAt({ claim: { manifest, facts } }: Shown, id: string, now: number): OutsideDates | undefined {
  const offer = entry(manifest.offers, id);
  if (!offer) return undefined;
  const { goal, from, until, blackouts } = offer;
  const rules = { ...manifest, offers: { [id]: { goal, from, until, blackouts } } };
  const stop = offerStop(id, rules, { ...facts, now });
  return stop?.by === "not yet" || stop?.by === "over" || stop?.by === "blackout" ? stop : undefined;
}

function offerIn({ observed, slot, variation }: Shown): string | undefined {
  if (observed.outcome === "default") return slot.default.offer;
  const content: Content | undefined = observed.outcome === "neutral" ? slot.neutral : variation?.content;
  return content && "offer" in content ? content.offer : undefined;
}

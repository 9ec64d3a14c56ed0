import type { ConsentRecord } from "../../shared/consent/record.ts";
import { withhold } from "../../shared/consent/withhold.ts";
import { decide } from "../../shared/engine/decide.ts";
import { evaluate } from "../../shared/engine/evaluate.ts";
import { type Fact, type Facts, mapped, unknown, type VisitorEvent } from "../../shared/engine/facts.ts";
import type { Decision, Unusable } from "../../shared/engine/trace.ts";
import type { Truth } from "../../shared/engine/truth.ts";
import { endpointFacts } from "../../shared/manifest/facts.ts";
import type { Manifest } from "../../shared/manifest/shape.ts";
import type { HandedPreview } from "../../shared/protocol/preview-key.ts";
import type { Kept } from "./membership/device/kept.ts";
import type { visitorHash } from "./membership/key.ts";
import type { requestMembership } from "./membership/request.ts";
import { pageFacts } from "./page-facts.ts";
import type { Parts } from "./parts.ts";
import type { Sanitizer } from "./slots/content/kind.ts";

/** Everything that one page view knows. There is one, and only boot and the later part change it. */
export type Session = {
  readonly manifest: Manifest;
  /** Undefined: nobody has said it yet. */
  country: string | undefined;
  readonly preview: HandedPreview | undefined;
  readonly parts: Parts;
  readonly sanitizer: Sanitizer;
  /** What the page and the request show by themselves. */
  page: Readonly<Record<string, Fact>>;
  consent: ConsentRecord;
  /** Weighs everything anew by the country, which is known only now. */
  readonly learn: (country: string) => void;
  /** The visitor's hash; undefined while the storage gate is not open, or when nobody is identified. */
  hash?: string | undefined;
  /** What is kept of the visitor; undefined: not read yet, or nothing. */
  kept?: Kept | undefined;
  /** Views of pages that do not stand in what is kept yet: this one, and those before it that were not loaded anew. */
  readonly views: VisitorEvent[];
  /** The endpoint did not answer in this page view. */
  hasFailed?: boolean;
  isStopped?: boolean;
  /** What happened in this page view, whether or not it may be kept. */
  readonly happened: VisitorEvent[];
  /** The question that went out before the later part was there to hear its answer. */
  early?: Promise<Response> | undefined;
  /** Variations that this page cannot show. */
  readonly unusable: Map<string, Unusable>;
  /** Slots whose own content the page kept putting back. */
  readonly contested: Set<string>;
  /** What is known of the visitor is known no longer, whoever is there now: slots fall back at once. */
  readonly end: () => void;
  /** Tells the other pages of this site to do the same. */
  tellEnd: () => void;
  /** What each slot of this page shows now. */
  readonly decisions: Map<string, Decision>;
  /** What the later part, a script of its own, uses of this one rather than bring it along. */
  readonly lent: {
    readonly hash: typeof visitorHash;
    readonly ask: typeof requestMembership;
    readonly mayAsk: () => boolean;
    /** Whether the visitor is in each segment, by what is known now. */
    readonly truths: () => Readonly<Record<string, Truth>>;
  };
};

export const isOpen = ({ consent }: Session, gate: keyof ConsentRecord["gates"]): boolean =>
  consent.gates[gate] === "open";

/** A page begins: loaded, or navigated to without being loaded. */
export function enterPage(session: Session): void {
  session.page = pageFacts(session.manifest, session.country);
  session.views.push({ event: "page_view", at: Date.now(), fields: { path: location.pathname } });
}

/** Whether an answer about this visitor could come: somebody is identified, and consent covers asking. */
export const mayAsk = (session: Session): boolean =>
  !session.preview &&
  session.manifest.endpoint !== undefined &&
  session.hash !== undefined &&
  isOpen(session, "storage") &&
  isOpen(session, "crm");

/** What is held about the visitor at this moment, less what consent does not cover. */
export function factsNow(session: Session): Facts {
  const { preview, manifest, page } = session;
  const facts = preview ? previewedFacts(preview, page) : realFacts(session);
  return withhold(
    { ...facts, stopped: session.isStopped || facts.stopped },
    manifest.properties,
    session.consent.gates,
  );
}

const previewedFacts = ({ facts }: HandedPreview, page: Session["page"]): Facts => ({
  ...facts,
  properties: { ...page, ...facts.properties },
});

function realFacts(session: Session): Facts {
  const { manifest, page, hash, kept, views } = session;
  const now = Date.now();
  const { properties, memberships } = endpointFacts(answerNow(session), manifest, now);
  return {
    properties: {
      ...properties,
      ...page,
      ...kept?.said?.[views.some(({ at }) => at > (kept?.said?.until ?? at)) ? "next" : "now"],
    },
    memberships,
    events: kept ? [...kept.events, ...views] : unknown("pending"),
    now,
    objected: kept?.answer?.objected,
    stopped: kept?.answer?.stop,
    view: session.happened,
    treated: kept?.treated,
    ...(hash && isOpen(session, "measurement") && kept?.lot !== undefined && { lot: kept.lot }),
  };
}

function answerNow(session: Session): Parameters<typeof endpointFacts>[0] {
  if (!isOpen(session, "storage")) return "withheld";
  if (session.hash === undefined) return "nobody";
  return session.kept?.answer ?? (session.hasFailed ? "failed" : "pending");
}

export function truthsNow(session: Session): Readonly<Record<string, Truth>> {
  const { manifest } = session;
  const facts = factsNow(session);
  return mapped(manifest.segments, (_, segment) => evaluate({ segment }, facts, manifest).is);
}

/** Decides one slot, beside the offers that other slots make. */
export const decideSlot = (
  session: Session,
  slot: string,
  offersHere: readonly string[] = [],
  facts = factsNow(session),
): Decision => {
  const { manifest, unusable, preview } = session;
  const decision = decide(manifest, slot, { ...facts, offersHere }, unusable);
  return preview?.decided?.(decision, unusable) ?? decision;
};

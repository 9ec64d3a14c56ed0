import { GATES, gatesAll } from "../../shared/consent/gates.ts";
import type { ConsentRecord } from "../../shared/consent/record.ts";
import type { Manifest } from "../../shared/manifest/shape.ts";
import { watchConsent } from "./consent/watch.ts";
import type { Forwhom } from "./forwhom.ts";
import type { LaterModule, LaterPart } from "./later-part.ts";
import { eraseHint, readHint } from "./membership/hint.ts";
import { visitorHash } from "./membership/key.ts";
import { requestMembership } from "./membership/request.ts";
import { pageFacts } from "./page-facts.ts";
import { handedPreview } from "./preview.ts";
import { decideSlot, factsNow, isOpen, mayAsk, type Session } from "./session.ts";
import { openStage } from "./slots/stage.ts";
import { whenIdle } from "./when-idle.ts";

export type StartOptions = {
  readonly manifest: Manifest;
  /** The visitor's country, as the server said it. */
  readonly country?: string | undefined;
  /** Brings the part that stores, follows and measures. */
  readonly later: () => Promise<LaterModule>;
};

/** Decides and shows the slots of this page, and answers the page's one `forwhom`. */
export function start({ manifest, country, later }: StartOptions): Forwhom {
  const stop = new AbortController();
  const { signal } = stop;
  const preview = handedPreview();
  const consent = preview
    ? previewedConsent(preview.gates)
    : watchConsent(manifest, country, (record) => consentChanged(record), signal);

  const session: Session = {
    manifest,
    country,
    preview,
    page: pageFacts(manifest, country),
    consent,
    hash: undefined,
    kept: undefined,
    view: { event: "page_view", at: Date.now(), fields: { path: location.pathname } },
    hasFailed: false,
    isStopped: false,
    happened: [],
    early: undefined,
    unusable: new Set(),
    decisions: new Map(),
  };
  readDevice(session);

  const isWaiting = mayAsk(session) && !session.kept?.answer;
  // The question goes out before anything else is loaded.
  if (isWaiting && manifest.endpoint !== undefined)
    session.early = requestMembership(manifest.endpoint, signal);
  const stage = openStage(session, isWaiting, signal);

  let part: Promise<LaterPart> | undefined;
  const laterPart = () => {
    part ??= later().then(({ startLater }) => startLater(session, stage, signal));
    return part;
  };
  if (!preview) void (isWaiting ? laterPart() : whenIdle(signal).then(laterPart)).catch(() => stage.settle());

  /** What is withdrawn goes at once; the later part erases it, and starts what is covered now. */
  function consentChanged(record: ConsentRecord): void {
    const isWithdrawn = GATES.some((gate) => isOpen(session, gate) && record.gates[gate] !== "open");
    session.consent = record;
    if (isWithdrawn) {
      session.kept = undefined;
      eraseHint();
    }
    session.hash = isOpen(session, "storage") ? visitorHash() : undefined;
    stage.redecide(isWithdrawn ? "now" : "when unseen");
    inLaterPart("consentChanged")(isWithdrawn).catch(() => {});
  }

  const inLaterPart =
    (verb: keyof LaterPart) =>
    async (...input: unknown[]): Promise<void> => {
      // A preview keeps, asks and counts nothing.
      if (!preview) await ((await laterPart())[verb] as (...all: unknown[]) => Promise<void>)(...input);
    };
  const verbs = Object.fromEntries(VERBS.map((verb) => [verb, inLaterPart(verb)]));

  return {
    decide: (slot) => session.decisions.get(slot) ?? decideSlot(session, slot),
    inspect: async () => (await later()).inspect(session, factsNow(session)),
    consent: () => session.consent,
    ...(verbs as Pick<LaterPart, (typeof VERBS)[number]>),
    on: (event, listener) => {
      const heard = ({ detail }: Event & { detail?: unknown }) => listener(detail);
      document.addEventListener(`forwhom:${event}`, heard, { signal });
      return () => document.removeEventListener(`forwhom:${event}`, heard);
    },
    stop: () => {
      session.isStopped = true;
      stage.redecide("now");
      stop.abort();
    },
  };
}

/** What the later part does when the page asks for it. */
const VERBS = ["refresh", "forget", "track", "convert", "dismiss"] as const;

function readDevice(session: Session): void {
  if (session.preview || !isOpen(session, "storage")) return;
  session.hash = visitorHash();
  session.kept = readHint(session.hash ?? "", session.consent.fingerprint);
}

const previewedConsent = (gates: ReturnType<typeof gatesAll>): ConsentRecord => ({
  gates: { ...gatesAll("closed"), ...gates },
  basis: "explicit",
  sources: [],
  fingerprint: "preview",
});

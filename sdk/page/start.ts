import { GATES } from "../../shared/consent/gates.ts";
import type { ConsentRecord } from "../../shared/consent/record.ts";
import type { Manifest } from "../../shared/manifest/shape.ts";
import { watchConsent } from "./consent/watch.ts";
import type { Forwhom } from "./forwhom.ts";
import type { LaterModule, LaterPart } from "./later-part.ts";
import { readHint } from "./membership/device/hint.ts";
import { tellEndings } from "./membership/endings.ts";
import { visitorHash } from "./membership/key.ts";
import { requestMembership } from "./membership/request.ts";
import { pageFacts } from "./page-facts.ts";
import type { Parts } from "./parts.ts";
import { handedPreview } from "./preview.ts";
import { decideSlot, factsNow, isOpen, mayAsk, type Session, truthsNow } from "./session.ts";
import type { Sanitizer } from "./slots/content/kind.ts";
import { openStage } from "./slots/stage.ts";
import { whenIdle } from "./when-idle.ts";

export type StartOptions = {
  readonly manifest: Manifest;
  /** The visitor's country, as the server said it. */
  readonly country?: string | undefined;
  readonly parts: Parts;
  readonly sanitizer: Sanitizer;
  /** Brings the part that stores, follows and measures. */
  readonly later: () => Promise<LaterModule>;
};

/** Decides and shows the slots of this page, and answers the page's one `forwhom`. */
export function start({ manifest, country, parts, sanitizer, later }: StartOptions): Forwhom {
  const stop = new AbortController();
  const { signal } = stop;
  const preview = handedPreview();
  // Nobody is asked what a preview's visitor agreed to.
  const sources = preview ? [] : parts.sources;
  const { record, reread } = watchConsent(manifest, country, sources, (now) => consentChanged(now), signal);

  const session: Session = {
    manifest,
    country,
    parts,
    sanitizer,
    preview,
    page: {},
    consent: preview?.consent ?? record,
    learn(known) {
      session.country = known;
      session.page = pageFacts(manifest, known);
      reread(known);
    },
    views: [],
    happened: [],
    unusable: new Map(),
    contested: new Set(),
    decisions: new Map(),
    lent: {
      hash: visitorHash,
      ask: requestMembership,
      mayAsk: () => mayAsk(session),
      truths: () => truthsNow(session),
    },
    end,
    tellEnd: () => {},
  };
  if (!preview) {
    session.tellEnd = tellEndings(
      () => {
        reread();
        end();
      },
      reread,
      signal,
    );
    readDevice(session);
  }

  const isWaiting = mayAsk(session) && !session.kept?.answer;
  // The question goes out before anything else is loaded.
  if (isWaiting) session.early = requestMembership(manifest.endpoint ?? "", signal);
  const stage = openStage(session, isWaiting, signal);

  let part: Promise<LaterPart> | undefined;
  const laterPart = () => {
    part ??= later().then(({ startLater }) => startLater(session, stage, signal));
    return part;
  };
  if (!preview) void (isWaiting ? laterPart() : whenIdle(signal).then(laterPart)).catch(() => stage.settle());

  function end(): void {
    session.kept = undefined;
    stage.fallBack();
  }

  /** What is withdrawn goes at once; the later part erases it, and starts what is covered now. */
  function consentChanged(now: ConsentRecord): void {
    const { gates, fingerprint } = session.consent;
    session.consent = now;
    if (now.fingerprint === fingerprint) return;
    // Somebody else in place of whom we knew is for the later part to notice: what is known has to go with it.
    if (isOpen(session, "storage")) session.hash ??= visitorHash();
    else session.hash = session.kept = undefined;
    const isWithdrawn = GATES.some((gate) => gates[gate] === "open" && !isOpen(session, gate));
    if (isWithdrawn) {
      session.tellEnd();
      stage.fallBack();
    }
    inLaterPart("consentChanged")(isWithdrawn).catch(() => {});
  }

  const inLaterPart =
    (verb: keyof LaterPart) =>
    // A preview keeps, asks and counts nothing.
    async (...input: unknown[]): Promise<unknown> =>
      !preview && ((await laterPart())[verb] as (...all: unknown[]) => Promise<unknown>)(...input);
  const verbs = Object.fromEntries(VERBS.map((verb) => [verb, inLaterPart(verb)]));

  return {
    decide: (slot) => session.decisions.get(slot) ?? decideSlot(session, slot),
    inspect: async () => (await later()).inspect(session, factsNow(session)),
    consent: () => session.consent,
    ...(verbs as unknown as Pick<LaterPart, (typeof VERBS)[number]>),
    on: (event, listener) => {
      const heard = ({ detail }: Event & { detail?: unknown }) => listener(detail);
      document.addEventListener(`forwhom:${event}`, heard, { signal });
      return () => document.removeEventListener(`forwhom:${event}`, heard);
    },
    stop: () => {
      session.isStopped = true;
      stage.fallBack();
      stop.abort();
    },
  };
}

/** What the later part does when the page asks for it. */
const VERBS = ["refresh", "identify", "forget", "track", "convert", "dismiss"] as const;

/** What is kept here of somebody who is not there any more has ended everywhere. */
function readDevice(session: Session): void {
  if (!isOpen(session, "storage")) return;
  session.hash = visitorHash();
  session.kept = readHint(session.hash ?? "", session.consent.fingerprint, session.tellEnd);
}

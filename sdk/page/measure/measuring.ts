import { OFFER_CONVERTED, OFFER_DISMISSED, OFFER_SHOWN } from "../../../shared/engine/eligible.ts";
import type { LaterParts } from "../later-parts.ts";
import type { Store } from "../membership/device/store.ts";
import type { VisitorKeeper } from "../membership/keep.ts";
import { isOpen, type Session } from "../session.ts";
import type { Stage } from "../slots/stage.ts";
import { creditFor, keepCredit } from "./credit.ts";
import { startDelivery } from "./deliver.ts";
import { about, conversionOf, exposureOf, keptAwayBy } from "./exposure.ts";
import type { Move } from "./journey.ts";
import type { Measured } from "./measured.ts";
import { report } from "./report.ts";
import { watchExposures } from "./watch-exposures.ts";

/** Counts what was shown and what came of it, as far as consent covers it. */
export type Measuring = {
  /** What is seen from now on belongs to another view of the page. */
  readonly enter: () => void;
  /** Sends what earlier pages left. */
  readonly deliver: () => Promise<void>;
  readonly convert: (offer: string) => Promise<void>;
  readonly dismiss: (offer: string) => Promise<void>;
  /** Tells that the visitor has come into segments, or left them. */
  readonly moved: (moves: readonly Move[]) => void;
  /** Everything that is kept was erased: what this page still holds is not sent. */
  readonly forgotten: () => void;
  /** What was not sent yet is dropped. */
  readonly withdrawn: () => Promise<void>;
};

export function startMeasuring(
  session: Session,
  stage: Stage,
  visitor: VisitorKeeper,
  store: () => Promise<Store | undefined>,
  { sinks }: LaterParts,
  signal: AbortSignal,
): Measuring {
  const { manifest } = session;
  const { put, deliver, forgotten, withdrawn } = startDelivery(session, store, signal);

  async function measure(measured: Measured): Promise<void> {
    if (!isOpen(session, "measurement")) return;
    report(measured, manifest, sinks);
    await put(measured);
  }

  async function exposed(slot: string): Promise<void> {
    const decided = session.decisions.get(slot);
    if (!decided) return;
    const decision = crypto.randomUUID();
    // Which of a site's rules kept something away is told to nobody else.
    for (const one of keptAwayBy(decided, manifest)) void put({ ...one, decision });
    const exposure = exposureOf(decided, manifest, session.kept?.answer?.asOf);
    if (!exposure) return;
    const measured = { ...exposure, decision };
    const { variation, offer, arm } = measured;
    // What caps and credits rest on is noted before anything is sent: they must agree with what is counted.
    if (arm === "shown") {
      await visitor.treated();
      if (offer !== undefined) await note(OFFER_SHOWN, offer);
    }
    if (!isOpen(session, "measurement")) return;
    document.dispatchEvent(new CustomEvent("forwhom:exposure", { detail: { slot, variation, arm } }));
    const kept = await store();
    if (kept && offer !== undefined) await keepCredit(kept, measured, session.hash).catch(() => {});
    await measure(measured);
  }

  async function convert(offer: string): Promise<void> {
    const kept = await store();
    const { creditDays } = manifest.measurement;
    const credited = kept && creditFor(kept, offer, session.hash, creditDays).catch(() => undefined);
    await measure(conversionOf(offer, manifest, await credited));
  }

  const note = (event: string, offer: string) => visitor.log({ event, at: Date.now(), fields: { offer } });

  async function reached(offer: string): Promise<void> {
    await convert(offer);
    await note(OFFER_CONVERTED, offer);
  }

  return {
    enter: watchExposures(session, stage, (slot) => void exposed(slot).catch(() => {}), signal),
    deliver,
    convert: reached,
    moved(moves) {
      for (const detail of moves) {
        const { segment, change } = detail;
        const move = { ...about(detail, undefined, manifest), type: "segment", change } as const;
        if (manifest.segments[segment]?.private) void put(move);
        else {
          document.dispatchEvent(new CustomEvent("forwhom:segment", { detail }));
          void measure(move);
        }
      }
    },
    dismiss: (offer) => note(OFFER_DISMISSED, offer),
    forgotten,
    withdrawn,
  };
}

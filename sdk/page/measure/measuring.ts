import { OFFER_CONVERTED, OFFER_DISMISSED, OFFER_SHOWN } from "../../../shared/engine/eligible.ts";
import type { LaterParts } from "../later-parts.ts";
import type { VisitorKeeper } from "../membership/keep.ts";
import type { Store } from "../membership/store.ts";
import { isOpen, type Session } from "../session.ts";
import { creditFor, keepCredit } from "./credit.ts";
import { startDelivery } from "./deliver.ts";
import { conversionOf, exposureOf } from "./exposure.ts";
import type { Measured } from "./measured.ts";
import { report } from "./report.ts";
import { watchExposures } from "./watch-exposures.ts";

/** Counts what was shown and what came of it, as far as consent covers it. */
export type Measuring = {
  /** What is seen from now on belongs to another view of the page. */
  readonly enter: () => void;
  /** Sends what earlier pages left. */
  readonly sendLeftOvers: () => Promise<void>;
  readonly convert: (offer: string) => Promise<void>;
  readonly dismiss: (offer: string) => Promise<void>;
  /** Everything that is kept was erased: what this page still holds is not sent. */
  readonly forgotten: () => void;
  /** What was not sent yet is dropped. */
  readonly withdrawn: () => Promise<void>;
};

export function startMeasuring(
  session: Session,
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
    const decision = session.decisions.get(slot);
    const measured = decision && exposureOf(decision, manifest, session.kept?.answer?.asOf);
    if (!measured) return;
    const { variation, offer, arm } = measured;
    // What caps and credits rest on is noted before anything is sent: they must agree with what is counted.
    if (arm === "shown") {
      await visitor.treated();
      if (offer !== undefined) await note(OFFER_SHOWN, offer);
    }
    if (!isOpen(session, "measurement")) return;
    document.dispatchEvent(new CustomEvent("forwhom:exposure", { detail: { slot, variation } }));
    const kept = await store();
    if (kept && offer !== undefined) await keepCredit(kept, measured, session.hash).catch(() => {});
    await measure(measured);
  }

  async function convert(offer: string): Promise<void> {
    if (!isOpen(session, "measurement")) return;
    const kept = await store();
    const { creditDays } = manifest.measurement;
    const credited = kept && creditFor(kept, offer, session.hash, creditDays).catch(() => undefined);
    await measure(conversionOf(offer, manifest, await credited));
  }

  const note = (event: string, offer: string) => visitor.log({ event, at: Date.now(), fields: { offer } });

  return {
    enter: watchExposures(session, (slot) => void exposed(slot).catch(() => {}), signal),
    sendLeftOvers: deliver,
    async convert(offer) {
      await convert(offer);
      await note(OFFER_CONVERTED, offer);
    },
    dismiss: (offer) => note(OFFER_DISMISSED, offer),
    forgotten,
    withdrawn,
  };
}

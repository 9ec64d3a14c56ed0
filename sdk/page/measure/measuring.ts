import { OFFER_CONVERTED, OFFER_DISMISSED, OFFER_SHOWN } from "../../../shared/engine/eligible.ts";
import type { VisitorKeeper } from "../membership/keep.ts";
import type { Store } from "../membership/store.ts";
import { isOpen, type Session } from "../session.ts";
import { conversionOf, exposureOf } from "./exposure.ts";
import type { Measured } from "./measured.ts";
import { clearOutbox, putOut, send, sendWaiting } from "./outbox.ts";
import { report } from "./sinks.ts";
import { watchExposures } from "./watch-exposures.ts";

/** Counts what was shown and what came of it, as far as consent covers it. */
export type Measuring = {
  /** What is seen from now on belongs to another view of the page. */
  readonly enter: () => void;
  /** Sends what earlier pages left. */
  readonly sendLeftOvers: () => Promise<void>;
  readonly convert: (offer: string) => Promise<void>;
  readonly dismiss: (offer: string) => Promise<void>;
  /** What was not sent yet is dropped. */
  readonly withdrawn: () => Promise<void>;
};

export function startMeasuring(
  session: Session,
  visitor: VisitorKeeper,
  store: () => Promise<Store | undefined>,
  signal: AbortSignal,
): Measuring {
  const { manifest } = session;

  /** Into the outbox and from there to the endpoint; straight there where nothing may be stored. */
  async function measure(measured: Measured): Promise<void> {
    if (!isOpen(session, "measurement")) return;
    report(measured, manifest.measurement.reportTo ?? []);
    if (manifest.endpoint === undefined) return;
    const kept = await store();
    if (!kept) return void (await send([measured], manifest.endpoint));
    await putOut(kept, measured);
    await sendWaiting(kept, manifest.endpoint);
  }

  async function exposed(slot: string): Promise<void> {
    const decision = session.decisions.get(slot);
    const measured = decision && exposureOf(decision, manifest);
    if (!measured) return;
    if (isOpen(session, "measurement")) {
      const detail = { slot, variation: measured.variation };
      document.dispatchEvent(new CustomEvent("forwhom:exposure", { detail }));
      await measure(measured);
    }
    if (measured.arm !== "shown") return;
    await visitor.treated();
    if (measured.offer !== undefined) await note(OFFER_SHOWN, measured.offer);
  }

  const note = (event: string, offer: string) => visitor.log({ event, at: Date.now(), fields: { offer } });

  return {
    enter: watchExposures(session, (slot) => void exposed(slot).catch(() => {}), signal),
    async sendLeftOvers() {
      const kept = isOpen(session, "measurement") ? await store() : undefined;
      if (kept && manifest.endpoint !== undefined) await sendWaiting(kept, manifest.endpoint);
    },
    async convert(offer) {
      await measure(conversionOf(offer, manifest));
      await note(OFFER_CONVERTED, offer);
    },
    dismiss: (offer) => note(OFFER_DISMISSED, offer),
    withdrawn: async () => clearOutbox(await store()),
  };
}

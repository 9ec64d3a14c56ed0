export { inspect } from "./inspect.ts";

import { OFFER_CONVERTED, OFFER_DISMISSED, OFFER_SHOWN } from "../../shared/engine/eligible.ts";
import type { VisitorEvent } from "../../shared/engine/facts.ts";
import { customEvent } from "./behavior/custom.ts";
import { listen } from "./behavior/listen.ts";
import type { LaterPart, StartLaterPart } from "./later-part.ts";
import { conversionOf, exposureOf } from "./measure/exposure.ts";
import type { Measured } from "./measure/measured.ts";
import { clearOutbox, putOut, send, sendWaiting } from "./measure/outbox.ts";
import { report } from "./measure/sinks.ts";
import { whenSeen } from "./measure/when-seen.ts";
import { followVisitor } from "./membership/follow.ts";
import { eraseHint } from "./membership/hint.ts";
import { identify } from "./membership/identify.ts";
import { keepVisitor } from "./membership/keep.ts";
import { eraseStore, openStore, type Store } from "./membership/store.ts";
import { isOpen } from "./session.ts";
import { spareBelowFold } from "./slots/fold.ts";
import { lateChanges } from "./slots/late.ts";
import { whenNavigated } from "./slots/navigate.ts";
import { elementsOf } from "./slots/place.ts";
import { reapply } from "./slots/reapply.ts";

/** The part that stores, follows and measures. It is never loaded in a preview. */
export const startLater: StartLaterPart = (session, stage, signal): LaterPart => {
  const { manifest } = session;
  let opened: Promise<Store | undefined> | undefined;
  const store = async (): Promise<Store | undefined> => {
    if (!isOpen(session, "storage")) return undefined;
    opened ??= openStore().catch(() => undefined);
    return opened;
  };
  let watchAnew = () => {};
  const redecide = lateChanges(session, stage, signal);
  const visitor = keepVisitor(session, stage, redecide, store);
  followVisitor(visitor, signal);
  const putRight = reapply(session, stage);
  const spare = spareBelowFold(stage, manifest.slots, signal);
  const look = whenNavigated(() => {
    stage.enter();
    redecide(true);
    watchAnew();
    void visitor.begin().catch(() => {});
  }, signal);
  stage.changed = (records) => {
    look();
    // An app has taken over what the server rendered.
    if (records.some(({ type }) => type === "attributes")) redecide();
    putRight();
    spare();
  };

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
    if (measured.offer !== undefined) await about(OFFER_SHOWN, measured.offer);
  }

  const about = (event: string, offer: string) => track({ event, at: Date.now(), fields: { offer } });

  const track = async (event: VisitorEvent) => visitor.log(event);

  /** Once for each slot in a view of the page, whichever of its elements is there by then. */
  function watchExposures(): void {
    const watched = new Map<string, Element>();
    const seen = new Set<string>();
    const watch = () => {
      for (const slot of session.decisions.keys()) {
        const [element] = elementsOf(slot, manifest.slots);
        if (!element || seen.has(slot) || watched.get(slot) === element) continue;
        watched.set(slot, element);
        const see = () => {
          if (watched.get(slot) !== element || seen.has(slot)) return;
          seen.add(slot);
          exposed(slot).catch(() => {});
        };
        whenSeen(element, see, signal);
      }
    };
    watchAnew = () => {
      watched.clear();
      seen.clear();
      watch();
    };
    document.addEventListener("forwhom:decision", watch, { signal });
    watch();
  }

  async function sendLeftOvers(): Promise<void> {
    const kept = isOpen(session, "measurement") ? await store() : undefined;
    if (kept && manifest.endpoint !== undefined) await sendWaiting(kept, manifest.endpoint);
  }

  watchExposures();
  listen(session, track, signal);
  void visitor
    .begin()
    .then(sendLeftOvers)
    .catch(() => {});

  async function forgetUncovered(): Promise<void> {
    if (!(["storage", "crm", "behavior"] as const).every((gate) => isOpen(session, gate)))
      await forgetStored();
    if (!isOpen(session, "measurement")) await clearOutbox(await store());
  }

  return {
    async consentChanged(isWithdrawn) {
      if (isWithdrawn) await forgetUncovered();
      await visitor.begin();
    },
    refresh: () => visitor.refresh(),
    async identify(token) {
      const isIdentified = await identify(session, token, signal);
      await visitor.notice();
      return isIdentified;
    },
    forget: forgetStored,
    async track(event, fields) {
      const own = customEvent(event, fields);
      if (own) await track(own);
    },
    async convert(offer) {
      await measure(conversionOf(offer, manifest));
      await about(OFFER_CONVERTED, offer);
    },
    dismiss: (offer) => about(OFFER_DISMISSED, offer),
  };

  /** Erasing needs no consent, but opening a store that was never ours would create one. */
  async function forgetStored(): Promise<void> {
    eraseHint();
    visitor.forgotten();
    const isThere =
      opened !== undefined || (await indexedDB.databases?.())?.some(({ name }) => name === "forwhom");
    if (!isThere) return;
    const kept = await (opened ?? openStore().catch(() => undefined));
    if (kept) await eraseStore(kept);
  }
};

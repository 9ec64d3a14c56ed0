import { inTurn } from "../membership/ask.ts";
import { erase, type Store } from "../membership/device/store.ts";
import { resting } from "../membership/rest.ts";
import { isOpen, type Session } from "../session.ts";
import type { Measured } from "./measured.ts";
import { putOut, readOldest, takeOut } from "./outbox.ts";
import { send, sendBlindly } from "./send.ts";

/** Brings events to the endpoint, each of them once. */
export type Delivery = {
  /** Accepts an event, and sends what waits. Where nothing may be kept it is sent at once, or lost. */
  readonly put: (measured: Measured) => Promise<void>;
  /** Sends what waits, also what earlier pages left. */
  readonly deliver: () => Promise<void>;
  /** What this page still holds is not sent. */
  readonly forgotten: () => void;
  /** What was not sent yet is dropped. */
  readonly withdrawn: () => Promise<void>;
};

const BATCH = 50;

export function startDelivery(
  session: Session,
  store: () => Promise<Store | undefined>,
  stopped: AbortSignal,
): Delivery {
  const { endpoint = "" } = session.manifest;
  /** What this page measured and the endpoint is not known to have. */
  const unsure = new Map<string, Measured>();
  let staying = new AbortController();
  const rest = resting(() => void deliver(), Number.POSITIVE_INFINITY);
  const isCovered = () => endpoint !== "" && isOpen(session, "measurement") && !stopped.aborted;

  async function deliver(): Promise<void> {
    const kept = await store();
    const { signal } = staying;
    // Somebody may refuse a batch as a whole for something in it: halves of it show what.
    let most = BATCH;
    const work = async (): Promise<void> => {
      while (kept && isCovered() && !rest.isResting()) {
        const batch = await readOldest(kept, most);
        if (batch.length === 0) return;
        const sent = await send(
          batch.map(({ place: _, ...event }) => event),
          endpoint,
          signal,
        );
        if (sent.refused || (sent.status === 400 && batch.length === 1)) {
          most = BATCH;
          rest.over();
          await takeOut(kept, batch, sent.refused ?? [{ index: 0 }]);
          for (const { id } of batch) unsure.delete(id);
        } else if (sent.status === 400) most = batch.length >> 1;
        else rest.failed(sent);
      }
    };
    // Another tab would send the same.
    await inTurn(() => work().catch(() => {}), signal, "forwhom.outbox");
  }

  async function put(measured: Measured): Promise<void> {
    const kept = await store();
    if (!isCovered()) return;
    unsure.set(measured.id, measured);
    try {
      if (!kept) throw kept;
      await putOut(kept, measured);
      void deliver();
    } catch {
      // It could not be kept, so this is its only way.
      void send([measured], endpoint, stopped);
    }
  }

  /** What goes out here waits on, until somebody hears that it arrived. */
  function hide(): void {
    if (isCovered()) sendBlindly(unsure.values(), endpoint);
    forgotten();
  }

  /** A page that holds a lock, or waits for an answer, would not be kept for the Back button. */
  function leave(): void {
    staying.abort();
    staying = new AbortController();
  }

  const look = () => void (document.hidden ? hide() : deliver());
  const again = () => {
    rest.over();
    look();
  };
  const forgotten = () => unsure.clear();
  document.addEventListener("visibilitychange", look, { signal: stopped });
  addEventListener("online", again, { signal: stopped });
  addEventListener("pagehide", leave, { signal: stopped });

  return {
    put,
    deliver,
    forgotten,
    async withdrawn() {
      forgotten();
      await erase(await store(), "outbox", "credits");
    },
  };
}

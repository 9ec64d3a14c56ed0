import { customEvent } from "./behavior/custom.ts";
import type { LaterPart } from "./later-part.ts";
import type { LaterParts } from "./later-parts.ts";
import { startMeasuring } from "./measure/measuring.ts";
import { eraseHint } from "./membership/device/hint.ts";
import { erase, openStore, type Store } from "./membership/device/store.ts";
import { followVisitor } from "./membership/follow.ts";
import { identify } from "./membership/identify.ts";
import { keepVisitor } from "./membership/keep.ts";
import { signOut } from "./membership/key.ts";
import { isOpen, type Session } from "./session.ts";
import { spareBelowFold } from "./slots/fold.ts";
import { lateChanges } from "./slots/late.ts";
import { whenNavigated } from "./slots/navigate.ts";
import { reapply } from "./slots/reapply.ts";
import type { Stage } from "./slots/stage.ts";

/** The part that stores, follows and measures. It is never loaded in a preview. */
export const startLater = (
  session: Session,
  stage: Stage,
  signal: AbortSignal,
  parts: LaterParts,
): LaterPart => {
  let opened: Promise<Store | undefined> | undefined;
  const store = async (): Promise<Store | undefined> => {
    if (!isOpen(session, "storage")) return undefined;
    opened ??= openStore().catch(() => undefined);
    return opened;
  };
  const redecide = lateChanges(session, stage, signal);
  const visitor = keepVisitor(session, stage, redecide, store, (moves) => measuring.moved(moves));
  const measuring = startMeasuring(session, stage, visitor, store, parts, signal);
  followVisitor(visitor, signal);
  const putRight = reapply(session, stage);
  const spare = spareBelowFold(stage, signal);
  const look = whenNavigated(() => {
    stage.enter();
    redecide(true);
    measuring.enter();
    void visitor.begin().catch(() => {});
  }, signal);
  stage.changed = (records) => {
    look();
    // An app has taken over what the server rendered.
    if (records.some(({ type }) => type === "attributes")) redecide();
    putRight();
    spare();
  };

  parts.listen?.(session, visitor.log, signal);
  parts.goals?.(session, measuring.convert, signal);
  parts.country?.(session, redecide, signal).catch(() => {});
  void visitor
    .begin()
    .then(measuring.deliver)
    .catch(() => {});

  /** Of what is known of the visitor, `begin` keeps anew what is covered still. */
  async function eraseUncovered(): Promise<void> {
    if (!isOpen(session, "storage")) return forgetStored();
    visitor.withdrawn();
    if (!isOpen(session, "measurement")) await measuring.withdrawn();
  }

  return {
    async consentChanged(isWithdrawn) {
      if (isWithdrawn) await eraseUncovered();
      await visitor.begin();
    },
    refresh: () => visitor.refresh(),
    async identify(token) {
      const isIdentified = await identify(session, token, signal);
      await visitor.notice();
      return isIdentified;
    },
    async forget() {
      const signedOut = signOut(session);
      session.hash = undefined;
      session.tellEnd();
      session.end();
      await forgetStored();
      await signedOut;
    },
    async track(event, fields) {
      const own = customEvent(event, fields);
      if (own) await visitor.log(own);
    },
    convert: measuring.convert,
    dismiss: measuring.dismiss,
  };

  /** Erasing needs no consent, but opening a store that was never ours would create one. */
  async function forgetStored(): Promise<void> {
    eraseHint();
    visitor.forgotten();
    measuring.forgotten();
    const isThere =
      opened !== undefined || (await indexedDB.databases?.())?.some(({ name }) => name === "forwhom");
    if (!isThere) return;
    await erase(await (opened ?? openStore().catch(() => undefined)), "visitors", "outbox", "credits");
  }
};

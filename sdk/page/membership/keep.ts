import type { VisitorEvent } from "../../../shared/engine/facts.ts";
import type { MembershipAnswer } from "../../../shared/manifest/membership.ts";
import { lotOf } from "../measure/lot.ts";
import { isOpen, mayAsk, type Session } from "../session.ts";
import type { Stage } from "../slots/stage.ts";
import { eraseHint, writeHint } from "./hint.ts";
import { type Kept, MOST_EVENTS } from "./kept.ts";
import { readKept, type Store, writeKept } from "./store.ts";

/** Keeps what is known of the visitor: in IndexedDB, with its hint, as far as consent covers it. */
export type VisitorKeeper = {
  /** Reads what is kept, notes this page view, and asks the endpoint if the answer is not fresh. */
  readonly begin: () => Promise<void>;
  readonly refresh: () => Promise<void>;
  /** Notes that the visitor was shown a variation. */
  readonly treated: () => Promise<void>;
  readonly log: (event: VisitorEvent) => Promise<void>;
  /** Everything was erased: nothing that was read before is written again. */
  readonly forgotten: () => void;
};

export function keepVisitor(
  session: Session,
  stage: Stage,
  redecide: () => void,
  store: () => Promise<Store | undefined>,
  ask: () => Promise<MembershipAnswer | undefined>,
): VisitorKeeper {
  const empty = (): Kept => ({ hash: session.hash ?? "", consent: session.consent.fingerprint, events: [] });

  let drawn: { readonly for: string; readonly lot: number | undefined } = { for: "", lot: undefined };

  /** Before anything is kept: what is held out must not depend on when the lot was drawn. */
  async function drawLot(hash: string): Promise<void> {
    if (hash && hash !== drawn.for)
      drawn = { for: hash, lot: await lotOf(hash, session.manifest.measurement.salt) };
  }

  /** Keeps what consent covers, and nothing of it twice. */
  async function keep(kept: Kept): Promise<void> {
    const lot = kept.hash === drawn.for && isOpen(session, "measurement") ? drawn.lot : undefined;
    session.kept = { ...kept, lot };
    const covered: Kept = {
      hash: kept.hash,
      consent: kept.consent,
      ...(lot !== undefined && { lot, ...(kept.treated && { treated: true }) }),
      events: isOpen(session, "behavior") ? kept.events.slice(-MOST_EVENTS) : [],
      ...(isOpen(session, "crm") && kept.answer && !kept.answer.objected && { answer: kept.answer }),
    };
    const isCovered = () => covered.consent === session.consent.fingerprint;
    if (isOpen(session, "storage") && isCovered()) writeHint(covered);
    const open = await store();
    // Full or broken: what is known serves this view all the same.
    if (open && isCovered()) await writeKept(open, covered).catch(() => undefined);
  }

  async function begin(): Promise<void> {
    if (isOpen(session, "measurement")) await drawLot(session.hash ?? "");
    // Its answer is what the slots wait for; the store need not have opened for that.
    if (session.early) void refresh();
    const open = await store();
    if (!isOpen(session, "storage")) return;
    const found = open && (await readKept(open, session.hash ?? "").catch(() => undefined));
    const usable = found?.consent === session.consent.fingerprint ? found : undefined;
    const latest = session.kept ?? usable ?? empty();
    const events = usable && usable.events.length > latest.events.length ? usable.events : latest.events;
    const isUnread = session.kept === undefined;
    await keep({ ...latest, events: session.view ? [...events, session.view] : events });
    session.view = undefined;
    if (isUnread && latest.answer) stage.settle();
    redecide();
    if (mayAsk(session) && !isFresh(session.kept)) await refresh();
  }

  async function refresh(): Promise<void> {
    const answer = await ask();
    if (answer) {
      await keep({ ...(session.kept ?? empty()), answer });
      if (answer.objected) {
        eraseHint();
        session.tellEnd();
      }
    }
    stage.settle();
    redecide();
  }

  return {
    begin,
    refresh,
    treated: async () => {
      if (session.kept && !session.kept.treated) await keep({ ...session.kept, treated: true });
    },
    log: async (event) => {
      session.happened.push(event);
      if (isOpen(session, "behavior") && isOpen(session, "storage")) {
        const kept = session.kept ?? empty();
        await keep({ ...kept, events: [...kept.events, event] });
      }
    },
    forgotten: () => {
      session.kept = undefined;
    },
  };
}

const isFresh = (kept: Kept | undefined): boolean =>
  kept?.answer !== undefined && Date.now() - Date.parse(kept.answer.asOf) < kept.answer.freshFor * 1_000;

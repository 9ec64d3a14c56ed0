import type { VisitorEvent } from "../../../shared/engine/facts.ts";
import { bounded, forHint } from "../behavior/log.ts";
import { touchHere } from "../behavior/touch.ts";
import { withEvent } from "../behavior/visits.ts";
import { journey, type Move } from "../measure/journey.ts";
import { drawLots } from "../measure/lot.ts";
import { isOpen, type Session } from "../session.ts";
import type { Stage } from "../slots/stage.ts";
import { type Asked, askMembership, inTurn, readAnswer } from "./ask.ts";
import { writeHint } from "./device/hint.ts";
import { coveredPart, type Kept } from "./device/kept.ts";
import { erase, readKept, rewriteKept, type Store } from "./device/store.ts";
import { isFresh, joined } from "./fresh.ts";
import { resting } from "./rest.ts";

/** Keeps what is known of the visitor: in IndexedDB, with its hint, as far as consent covers it. */
export type VisitorKeeper = {
  /** Reads what is kept, notes this page view, and asks the endpoint if the answer is not fresh. */
  readonly begin: () => Promise<void>;
  /** Asks the endpoint. Resolves once it answered or failed; where it failed, it is asked again later. */
  readonly refresh: () => Promise<void>;
  /** Somebody looks at this page, and the network is there: asks if the answer is not fresh any more. */
  readonly look: () => void;
  /** If somebody else is there now: drops what is known of the former, and resolves once that is done. */
  readonly notice: () => Promise<void> | undefined;
  /** This is kept now: another tab learned it. */
  readonly hear: (kept: Kept | undefined) => void;
  /** The page is left: what is under way must not keep it from coming back by the Back button. */
  readonly leave: () => void;
  /** Notes that the visitor was shown a variation. */
  readonly treated: () => Promise<void>;
  readonly log: (event: VisitorEvent) => Promise<void>;
  /** Something was withdrawn: lets go of what consent covers no more. `begin` then does so on the device. */
  readonly withdrawn: () => void;
  /** Everything was erased: nothing that was read before is written again, nor asked for in this view. */
  readonly forgotten: () => void;
};

export function keepVisitor(
  session: Session,
  stage: Stage,
  redecide: () => void,
  store: () => Promise<Store | undefined>,
  moved: (moves: readonly Move[]) => void,
): VisitorKeeper {
  const lottery = drawLots(session.manifest.measurement.salt);
  /** What happened before it was read what is kept, and so whether it begins a session. */
  const waiting: VisitorEvent[] = [];
  /** Since when the page has been seen. */
  let seenFrom = document.hidden ? undefined : 0;
  const sinceSeen = (view: VisitorEvent) => ({ ...view, at: Math.max(view.at, seenFrom ?? 0) });
  let isForgotten = false;
  let forgottenTimes = 0;
  let asking: { readonly of: string; readonly done: Promise<void> } | undefined;
  let staying = new AbortController();
  const rest = resting(() => look());
  const { mayAsk } = session.lent;
  const whose = () => ({ hash: session.hash ?? "", consent: session.consent.fingerprint });
  /** Nothing is kept of somebody who objected. */
  const mayKeep = () => isOpen(session, "storage") && !session.kept?.answer?.objected;
  const isTheirs = ({ hash, consent }: Kept) => hash === whose().hash && consent === whose().consent;
  /** Where somebody was, and when, is what they did, and is counted. */
  const mayFollow = () => isOpen(session, "behavior") && isOpen(session, "measurement");
  /** Another as soon as what is under way is about somebody who is gone, was forgotten, or agrees to something else. */
  const era = () => `${session.hash} ${session.consent.fingerprint} ${forgottenTimes}`;
  const isNeeded = () => mayAsk() && !isFresh(session.kept) && !rest.isResting() && !isForgotten;

  /** Holds it in this page, and hands back what of it consent covers. */
  function hold(known: Omit<Kept, "hash" | "consent">): Kept {
    const lot = isOpen(session, "measurement") ? lottery.lotOf(session.hash) : undefined;
    const way = mayFollow() ? known.in : undefined;
    session.kept = { ...known, ...bounded(known, session.manifest), ...whose(), lot, in: way };
    return coveredPart(session.kept, session);
  }

  /** Keeps what consent covers of what this page knows and of what is kept already, and nothing of it twice. */
  async function keep(changed?: Omit<Kept, "hash" | "consent">): Promise<void> {
    const mine = era();
    // Not of somebody who has signed out meanwhile, in whichever tab.
    const isHere = () => mine === era() && mayKeep() && session.lent.hash() === session.hash;
    let covered = changed && hold(changed);
    let moves: readonly Move[] = [];
    const take = (all: readonly Kept[]): Kept | undefined => {
      if (!isHere()) return undefined;
      const { kept } = session;
      // A page that is only prepared, or opened behind another, is no visit yet.
      const views = seenFrom === undefined ? [] : session.views.splice(0).map(sinceSeen);
      // Somebody who signs in takes along what they did on this device before; signing out takes nothing.
      const before = all.filter((one) => isTheirs(one) || one.hash === "");
      const known = before.reduce(joined, kept ?? { ...whose(), events: [] });
      const since = [...views, ...waiting.splice(0)];
      const now = since.reduce((log, event) => withEvent(log, event, touchHere()), known);
      covered = hold(now);
      if (seenFrom === undefined || !mayFollow()) return covered;
      const step = journey(now.in, session.lent.truths());
      moves = step.moves;
      session.kept = { ...(session.kept ?? now), in: step.in };
      covered = { ...covered, in: step.in };
      return covered;
    };
    // At once: the page may be left before the store has opened.
    const hint = () => covered && isHere() && writeHint(forHint(covered, session.manifest));
    hint();
    const open = await store();
    // Full or broken: what is known serves this view all the same.
    if (open && (await rewriteKept(open, take).catch(() => {}))) moved(moves);
    if (!covered) take([]);
    hint();
  }

  async function begin(): Promise<void> {
    const changed = notice();
    if (changed) return changed;
    isForgotten = false;
    const mine = era();
    // Before anything is kept: what is held out must not depend on when the lot was drawn.
    if (isOpen(session, "measurement")) await lottery.draw(session.hash);
    // Its answer is what the slots wait for; the store need not have opened for that.
    if (session.early) void refresh();
    const isUnread = session.kept === undefined;
    await keep();
    if (mine !== era()) return;
    if (isUnread && session.kept?.answer) stage.settle();
    redecide();
    if (isNeeded()) await refresh(isNeeded);
  }

  /** Who asks while the same is being asked gets the same answer. */
  async function refresh(isWanted = mayAsk): Promise<void> {
    const of = era();
    if (asking?.of !== of) asking = { of, done: ask(isWanted) };
    const { done } = asking;
    await done;
    if (asking?.done === done) asking = undefined;
  }

  async function ask(isWanted: () => boolean): Promise<void> {
    if (notice() || !mayAsk()) return;
    const mine = era();
    const { signal } = staying;
    const { early } = session;
    session.early = undefined;
    // What comes after its visitor has gone, or is not covered any more, is dropped.
    const isHere = () => !notice() && mine === era() && !signal.aborted && mayAsk();
    const learn = async (asked: Promise<Asked>) => {
      const came = await asked;
      if (isHere()) await learned(came);
    };
    if (early) await learn(readAnswer(early));
    else
      await inTurn(async () => {
        const open = await store();
        hear(open && (await readKept(open, whose().hash).catch(() => undefined)));
        // Kept before the next tab has its turn, which then need not ask.
        if (isHere() && isWanted()) await learn(askMembership(session, signal));
      }, signal);
    if (notice() || mine !== era() || signal.aborted) return;
    stage.settle();
    redecide();
  }

  async function learned(asked: Asked): Promise<void> {
    session.hasFailed = !("answer" in asked);
    if (!("answer" in asked)) return rest.failed(asked);
    const { kept } = session;
    // A source behind the endpoint failed: what was known before is worth more, at its age.
    const isInDoubt = Object.values(asked.answer.segments).some(({ because }) => because === "failed");
    if (isInDoubt && kept?.answer) return rest.failed({ status: 0 });
    rest.over();
    if (asked.answer.objected) return objected(asked);
    await keep({ ...(kept ?? { events: [] }), ...asked });
  }

  /** Only this page remembers the objection, and nothing else of whoever objected. */
  async function objected({ answer }: Pick<Kept, "answer">): Promise<void> {
    session.kept = { ...whose(), answer, events: [] };
    session.tellEnd();
    await erase(await store(), "visitors");
  }

  function look(): void {
    if (seenFrom === undefined && !document.hidden) {
      seenFrom = Date.now();
      return void begin().catch(() => undefined);
    }
    const isLookedAt = !document.hidden && navigator.onLine;
    if (isLookedAt && !notice() && isNeeded()) void refresh(isNeeded);
  }

  function notice(): Promise<void> | undefined {
    const hash = isOpen(session, "storage") ? session.lent.hash() : undefined;
    if (hash === session.hash) return undefined;
    const { kept, hash: former } = session;
    leave();
    rest.over();
    session.early = undefined;
    session.hash = hash;
    session.hasFailed = false;
    session.kept = former === undefined && kept ? { ...kept, ...whose() } : undefined;
    if (former !== undefined) {
      session.happened.length = 0;
      waiting.length = 0;
      session.tellEnd();
      stage.fallBack();
    }
    return begin().catch(() => undefined);
  }

  function hear(kept: Kept | undefined): void {
    if (!kept || !isTheirs(kept)) return;
    session.kept = session.kept ? joined(session.kept, kept) : kept;
    redecide();
  }

  function leave(): void {
    staying.abort();
    staying = new AbortController();
  }

  return {
    begin,
    refresh: () => refresh(),
    look,
    notice,
    hear,
    leave,
    treated: async () => {
      if (session.kept && !session.kept.treated) await keep({ ...session.kept, treated: true });
    },
    log: async (event) => {
      session.happened.push(event);
      if (!isOpen(session, "behavior") || !mayKeep()) return;
      if (!session.kept) waiting.push(event);
      await keep(session.kept && withEvent(session.kept, event, touchHere()));
    },
    withdrawn: () => {
      leave();
      if (!isOpen(session, "behavior")) waiting.length = 0;
      const truths = session.lent.truths();
      const still = session.kept?.in?.filter((segment) => truths[segment] === "yes");
      session.kept &&= hold({ ...session.kept, in: still });
    },
    forgotten: () => {
      leave();
      forgottenTimes++;
      isForgotten = true;
      session.kept = undefined;
    },
  };
}

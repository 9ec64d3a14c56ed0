import browser from "webextension-polyfill";
import type { Message, PageState } from "../../shared/protocol/messages.ts";
import { latest } from "../latest.ts";
import { ask, received } from "../messages.ts";
import { keptLibrary } from "./library/keep.ts";
import { EMPTY, noted, told } from "./log/log.ts";
import { newsOf } from "./log/page-news.ts";
import { urlOf } from "./seen.ts";
import { AT_NOTHING, change, now, type State } from "./store.ts";
import { isSame } from "./visitors/visitors.ts";
import { pointed } from "./write/in-page.ts";
import { writtenInPage } from "./write/in-place.ts";
import { keptDraft } from "./write/keep.ts";

/** `panel.html?tab=12` stays with one tab: the panel as a page of its own. */
const pinned = Number(new URLSearchParams(location.search).get("tab")) || undefined;

/** Connects the panel to the background, and keeps it on the tab in front. */
export async function connect(): Promise<void> {
  browser.runtime.onMessage.addListener((raw: unknown) => {
    const type = typeOf(raw);
    if (type === "page") takeSoon(raw);
    else if (HEARD.some((one) => one === type)) take(raw);
    return undefined;
  });
  browser.permissions.onAdded.addListener(() => void lookAgain());
  browser.tabs.onUpdated.addListener((tab, { status }) => void missed(tab, status));
  if (pinned !== undefined) return follow(pinned, true);

  const { id: windowId } = await browser.windows.getCurrent();
  browser.tabs.onActivated.addListener((activated) => {
    if (activated.windowId === windowId) void follow(activated.tabId, false);
  });
  const [front] = await browser.tabs.query({ active: true, ...(windowId !== undefined && { windowId }) });
  if (front?.id !== undefined) await follow(front.id, false);
}

/** A page may report without end; nobody reads so fast, and to validate a report takes time. */
const takeSoon = latest(take, 50);

const HEARD = ["pointed at in", "pointing in", "writing in", "happened in"] satisfies Message["type"][];

/** What pages say to the background arrives here, too, and may be without end: it is not even validated. */
const typeOf = (raw: unknown): unknown =>
  typeof raw === "object" && raw !== null && "type" in raw ? raw.type : undefined;

function take(raw: unknown): void {
  const arrived = received(raw);
  if (!("message" in arrived)) return;
  const { message } = arrived;
  if (!("tab" in message) || message.tab !== now().tab) return;
  const { log } = now();
  if (message.type === "page") void show(message.state);
  else if (message.type === "pointed at in") change({ pointedAt: message.selector });
  else if (message.type === "pointing in") pointed(message.is, message.element);
  else if (message.type === "writing in") writtenInPage(message);
  else if (message.type === "happened in") change({ log: noted(log, told(log, message)) });
}

/** Only a tab that the marketer asked to look at is looked at. */
async function follow(tab: number, isAsked: boolean): Promise<void> {
  change({
    tab,
    page: { is: "loading" },
    isLoading: true,
    full: undefined,
    looking: AT_NOTHING,
    asked: undefined,
    toChange: [],
    isWriting: false,
    draft: [],
    shownTo: undefined,
    pointing: undefined,
    writing: undefined,
    fresh: undefined,
    notice: undefined,
    log: EMPTY,
    pointedAt: undefined,
  });
  const key = `looked:${tab}`;
  const { [key]: looked } = await browser.storage.session.get(key);
  if (isAsked || looked !== undefined) await ask({ type: "look", tab });
  // The background may have reported meanwhile; then this would be yesterday's news.
  else if (now().tab === tab && now().page.is === "loading")
    change({ page: { is: "not allowed" }, isLoading: false });
}

/** How long the background has to speak of a page that is there. */
const SPEAKS_WITHIN_MS = 1_500;

let heardAt = 0;

/** A background that was stopped just when a page came has never looked at it. */
async function missed(tab: number, status: string | undefined): Promise<void> {
  if (status !== "complete" || tab !== now().tab || now().page.is === "not allowed") return;
  const cameAt = performance.now();
  await new Promise((resolve) => setTimeout(resolve, SPEAKS_WITHIN_MS));
  if (tab === now().tab && (heardAt < cameAt || now().isLoading)) await lookAgain();
}

export async function lookAgain(): Promise<void> {
  const { tab } = now();
  if (tab !== undefined) await ask({ type: "look", tab });
}

async function show(page: PageState): Promise<void> {
  heardAt = performance.now();
  // A page that loads again keeps its last picture: an empty panel would only flicker.
  if (page.is === "loading") return change({ isLoading: true, pointing: undefined, writing: undefined });
  const before = urlOf(now())?.origin;
  const { page: last, log, asked } = now();
  // The page from before may have its last word meanwhile; any other state has nobody to preview.
  const isAnswered = page.is !== "seen" || isSame(asked, page.choice);
  change({
    page,
    isLoading: false,
    shownTo: shownIn(page) ?? (shownIn(last) ? undefined : now().shownTo),
    log: noted(log, newsOf(last, page, log, Date.now())),
    ...(isAnswered && { asked: undefined }),
  });
  const origin = urlOf(now())?.origin;
  if (origin === undefined || origin === before) return;
  const { full } = now();
  const kept = { full: await keptLibrary(origin), draft: await keptDraft(origin) };
  // What was loaded meanwhile is newer than what was kept.
  change(now().full === full ? kept : { draft: kept.draft });
}

/** A page that no longer shows what is written was left; one that does not show it yet was not. */
const shownIn = (page: PageState): State["shownTo"] =>
  page.is === "without Forwhom" && page.draft ? { segment: page.draft.segment } : undefined;

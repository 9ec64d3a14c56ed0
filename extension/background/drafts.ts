import browser from "webextension-polyfill";
import type { ConsentRecord } from "../../shared/consent/record.ts";
import { DRAFT_KEY } from "../../shared/protocol/draft/draft-key.ts";
import type { Preview } from "../../shared/protocol/preview.ts";
import type { HandedPreview } from "../../shared/protocol/preview-key.ts";
import { sendToTab } from "../messages.ts";
import { say } from "../words.ts";
import { look } from "./look.ts";
import { type DraftedTab, draftOf, forgetDraft, rememberDraft } from "./memory.ts";
import { tell } from "./tell.ts";

/** Shows what is being written in a page that has no Forwhom: the page script comes along, and goes again. */
export async function showDraft(tab: number, manifest: string, preview: Preview): Promise<void> {
  if (preview.tab !== tab) return;
  return inTurn(tab, async () => {
    try {
      await put(tab, manifest, preview);
    } catch (error) {
      await forgetDraft(tab);
      await tell(tab, { is: "failed", because: error instanceof Error ? error.message : String(error) });
    }
  });
}

/** What was asked of each tab last: whoever types fast, or leaves at once, asks before it is done. */
const turns = new Map<number, Promise<void>>();

function inTurn(tab: number, act: () => Promise<void>): Promise<void> {
  const turn = (turns.get(tab) ?? Promise.resolve()).then(act);
  turns.set(tab, turn);
  return turn.finally(() => turns.get(tab) === turn && turns.delete(tab));
}

async function put(tab: number, manifest: string, preview: Preview): Promise<void> {
  const origin = await inPage(tab, handOver, [DRAFT_KEY, manifest, JSON.stringify(handed(preview))]);
  if (typeof origin !== "string") throw new Error(say("draftRefused"));
  await rememberDraft(tab, { manifest, preview, origin, since: Date.now() });
  await browser.scripting.executeScript({ target: { tabId: tab }, files: ["injected.js"], world: "MAIN" });
  await sendToTab(tab, { type: "draft", label: preview.label });
  await look(tab);
}

/** The page loaded again, or is another of the same site: what is being written is shown there too. */
export async function showDraftAgain(tab: number): Promise<void> {
  const drafted = await draftOf(tab);
  if (!drafted) return;
  const { manifest, preview, origin } = drafted;
  const { url } = (await browser.tabs.get(tab).catch(() => undefined)) ?? {};
  try {
    if (!url || new URL(url).origin !== origin || preview.until <= Date.now()) throw new Error("It is over.");
    await put(tab, manifest, preview);
  } catch {
    // Another site, another time, or a page with Forwhom: whatever it is, it is looked at as it is.
    await forgetDraft(tab);
    await look(tab);
  }
}

/** Shows the page as it was: the very nodes, and nothing of ours. */
export function leaveDraft(tab: number): Promise<void> {
  return inTurn(tab, async () => {
    await forgetDraft(tab);
    await inPage(tab, takeBack, [DRAFT_KEY]).catch(() => undefined);
    await sendToTab(tab, { type: "draft" });
    await look(tab);
  });
}

/** A page that was loaded since it was shown last knows nothing of it yet: it will be shown there, too. */
export const isShown = ({ since }: DraftedTab, loaded: number): boolean => loaded <= since;

function handed({ label, until, facts, gates }: Preview): HandedPreview {
  const consent = { gates, basis: "explicit", sources: [], fingerprint: "preview" } satisfies ConsentRecord;
  return { label, until, facts, consent };
}

async function inPage<Args extends string[]>(tab: number, func: (...args: Args) => unknown, args: Args) {
  const [injected] = await browser.scripting.executeScript({
    target: { tabId: tab },
    func: func as (...args: unknown[]) => unknown,
    args,
    world: "MAIN",
  });
  return injected?.result;
}

/** These two run in the page, in its own world: nothing outside them exists there. */
function handOver(key: string, manifest: string, preview: string): string | undefined {
  const page = window as unknown as {
    forwhom?: { decide?: unknown };
    [handed: symbol]: { leave?: () => void } | object | undefined;
  };
  const draft = Symbol.for(key);
  const before = page[draft] as { leave?: () => void } | undefined;
  before?.leave?.();
  // A page with Forwhom of its own has a preview of its own, too.
  if (page.forwhom?.decide) return undefined;
  page[draft] = { manifest: JSON.parse(manifest), preview: JSON.parse(preview) };
  return location.origin;
}

function takeBack(key: string): void {
  const page = window as unknown as { [handed: symbol]: { leave?: () => void } | undefined };
  const draft = Symbol.for(key);
  page[draft]?.leave?.();
  delete page[draft];
}

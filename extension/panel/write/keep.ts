import browser from "webextension-polyfill";
import { type Draft, draftSchema } from "./draft.ts";

const keyFor = (origin: string) => `written:${origin}`;

/** What was written for a site, on this device only. */
export async function keptDraft(origin: string): Promise<Draft> {
  const { [keyFor(origin)]: kept } = await browser.storage.local.get(keyFor(origin));
  return draftSchema.safeParse(kept).data ?? [];
}

export const keepDraft = (origin: string, draft: Draft): Promise<void> =>
  draft.length > 0
    ? browser.storage.local.set({ [keyFor(origin)]: draft })
    : browser.storage.local.remove(keyFor(origin));

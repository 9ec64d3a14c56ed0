import browser from "webextension-polyfill";
import { type Choice, choiceSchema } from "../../shared/protocol/choice.ts";
import { type Preview, previewSchema } from "../../shared/protocol/preview.ts";

const { session } = browser.storage;

/** What is known of one tab. Kept in storage.session, because the worker may die at any moment. */
export type PreviewedTab = {
  readonly preview: Preview;
  readonly origin: string;
  /** When it was given, in epoch milliseconds: a page that was loaded before knows nothing of it. */
  readonly since: number;
  readonly choice?: Choice | undefined;
};

const draftKey = (tab: number) => `draft:${tab}`;
const lookedKey = (tab: number) => `looked:${tab}`;
const previewKey = (tab: number) => `preview:${tab}`;

/** The marketer asked to look at this tab. The origin, where it may be known, is remembered. */
export const rememberLooked = (tab: number, origin = ""): Promise<void> =>
  session.set({ [lookedKey(tab)]: origin });

/** The origin last seen in a tab that is looked at ("" if it is not known); undefined: not looked at. */
export async function lookedOrigin(tab: number): Promise<string | undefined> {
  const { [lookedKey(tab)]: origin } = await session.get(lookedKey(tab));
  return typeof origin === "string" ? origin : undefined;
}

export const rememberPreview = (tab: number, previewed: PreviewedTab): Promise<void> =>
  session.set({ [previewKey(tab)]: previewed });

export async function previewOf(tab: number): Promise<PreviewedTab | undefined> {
  const { [previewKey(tab)]: kept } = await session.get(previewKey(tab));
  return previewed(kept);
}

export const forgetPreview = (tab: number): Promise<void> => session.remove(previewKey(tab));

export const forgetTab = (tab: number): Promise<void> =>
  session.remove([lookedKey(tab), previewKey(tab), draftKey(tab)]);

/** Shown in one tab: a manifest that is being written, as text, and the visitor it is shown to. */
export type DraftedTab = {
  readonly manifest: string;
  readonly preview: Preview;
  readonly origin: string;
  /** When it was shown last, in epoch milliseconds. */
  readonly since: number;
};

export const rememberDraft = (tab: number, drafted: DraftedTab): Promise<void> =>
  session.set({ [draftKey(tab)]: drafted });

/** Whatever stands under its key was written here. */
export async function draftOf(tab: number): Promise<DraftedTab | undefined> {
  const { [draftKey(tab)]: kept } = await session.get(draftKey(tab));
  return kept as DraftedTab | undefined;
}

export const forgetDraft = (tab: number): Promise<void> => session.remove(draftKey(tab));

export async function isAnyPreviewOn(): Promise<boolean> {
  return Object.entries(await session.get(null)).some(
    ([key, kept]) => key.startsWith("preview:") && previewed(kept),
  );
}

function previewed(kept: unknown): PreviewedTab | undefined {
  if (
    typeof kept !== "object" ||
    kept === null ||
    !("preview" in kept) ||
    !("origin" in kept) ||
    !("since" in kept)
  )
    return undefined;
  const { success, data } = previewSchema.safeParse(kept.preview);
  const isRunning = success && data.until > Date.now() && typeof kept.origin === "string";
  if (!isRunning) return undefined;
  const choice = "choice" in kept ? choiceSchema.safeParse(kept.choice).data : undefined;
  return { preview: data, origin: String(kept.origin), since: Number(kept.since), choice };
}

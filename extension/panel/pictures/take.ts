import browser from "webextension-polyfill";
import { type Pose, poseSchema } from "../../../shared/protocol/pose.ts";
import { send } from "../../messages.ts";
import { choiceFor, slotsHere } from "../compare/comparison.ts";
import type { Choice } from "../person/choice.ts";
import { previewOf } from "../person/visitor.ts";
import { type Seen, seenIn } from "../seen.ts";
import { change, now, stateThat } from "../store.ts";
import { isSame } from "../visitors/visitors.ts";
import { capture, cropped, type Picture } from "./capture.ts";

/** The picture of each slot for each audience, as far as there is one. */
export type Pictures = Readonly<Record<string, Readonly<Record<string, Picture>>>>;

/** Chromium lets nobody take more than two a second. */
const APART_MS = 520;
/** A page that is not there by then has no picture. */
const LOADS_WITHIN_MS = 20_000;

/**
 * Shows the page as each audience, one after the other, and takes a picture of each slot. What was previewed before,
 * and where the page was scrolled to, is put back at the end, however it ends.
 *
 * @param tell is called for each audience that is done, with all that there is.
 */
export async function takePictures(
  audiences: readonly string[],
  given: Seen,
  tell: (pictures: Pictures, done: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const before = await atRest(given, signal);
  const slots = slotsHere(before).map(({ id }) => id);
  let pictures: Pictures = {};
  let scrolled: Pick<Pose, "scrollX" | "scrollY"> | undefined;
  // Where it was scrolled to is asked of the page before it changes.
  const [first] = before.observation.slots;
  if (first) scrolled = await poseOf(before.tab, first.selector);
  try {
    for (const [done, audience] of audiences.entries()) {
      const seen = await shownAs(choiceFor(audience), slots, before, signal);
      if (seen) pictures = { ...pictures, [audience]: await picturesOf(slots, seen, signal) };
      signal.throwIfAborted();
      tell(pictures, done + 1);
    }
  } finally {
    await putBack(before, scrolled);
  }
}

/** The page once it is there for somebody; undefined where there is no such visitor. */
async function shownAs(
  choice: Choice,
  slots: readonly string[],
  before: Seen,
  signal: AbortSignal,
): Promise<Seen | undefined> {
  signal.throwIfAborted();
  const { tab, rules } = before;
  const preview = previewOf(choice, rules, { tab, now: Date.now() });
  if (!preview) return undefined;
  const last = loadedNow();
  change({ isLoading: true, asked: choice });
  await send({ type: "preview", tab, preview, choice });
  return arrived(
    last,
    (seen) => {
      // Somebody left it: then they want no more of it either.
      if (!seen.preview) throw new DOMException("The preview was left.", "AbortError");
      return (
        isSame(choice, seen.chosen) &&
        seen.observation.slots.every(({ slot, outcome }) => outcome !== "undecided" || !slots.includes(slot))
      );
    },
    signal,
  );
}

/** The page as it will be put back: somebody may just have been chosen, and be still on the way. */
async function atRest(given: Seen, signal: AbortSignal): Promise<Seen> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(LOADS_WITHIN_MS)]);
  return seenIn(await stateThat(({ isLoading }) => !isLoading, within)) ?? given;
}

/** Which document was seen last, by when it began. */
const loadedNow = () => {
  const { page } = now();
  return page.is === "seen" ? page.loaded : undefined;
};

/** What is seen of the document that comes after this one, once it is right. It may have begun before it was asked for. */
async function arrived(
  last: number | undefined,
  isRight: (seen: Seen) => boolean,
  signal: AbortSignal,
): Promise<Seen | undefined> {
  const within = AbortSignal.any([signal, AbortSignal.timeout(LOADS_WITHIN_MS)]);
  const state = await stateThat((one) => {
    const seen = seenIn(one);
    const isNew = one.page.is === "seen" && one.page.loaded !== last && !one.isLoading;
    return seen !== undefined && isNew && isRight(seen);
  }, within);
  return seenIn(state);
}

async function picturesOf(
  slots: readonly string[],
  { tab, observation }: Seen,
  signal: AbortSignal,
): Promise<Record<string, Picture>> {
  const pictures: Record<string, Picture> = {};
  for (const slot of slots) {
    const observed = observation.slots.find((one) => one.slot === slot && one.visible);
    if (!observed) continue;
    const pose = await poseOf(tab, observed.selector);
    signal.throwIfAborted();
    const picture = pose && (await takeOne(tab, pose));
    if (picture) pictures[slot] = picture;
  }
  return pictures;
}

let last = 0;

async function takeOne(tab: number, pose: Pose): Promise<Picture | undefined> {
  const wait = last + APART_MS - Date.now();
  if (wait > 0) await new Promise((go) => setTimeout(go, wait));
  last = Date.now();
  const bitmap = await capture(tab);
  try {
    return await cropped(bitmap, pose);
  } finally {
    bitmap.close();
  }
}

/** Our own script in the page answers, but what it measured there is the page's to choose. */
async function poseOf(tab: number, selector: string): Promise<Pose | undefined> {
  const answer: unknown = await browser.tabs
    .sendMessage(tab, { type: "pose", selector })
    .catch(() => undefined);
  return poseSchema.safeParse(answer).data;
}

async function putBack(before: Seen, scrolled: Pick<Pose, "scrollX" | "scrollY"> | undefined): Promise<void> {
  const { tab, preview, chosen } = before;
  const last = loadedNow();
  if (preview || seenIn(now())?.preview) {
    change({ isLoading: true, asked: preview && chosen });
    if (preview) await send({ type: "preview", tab, preview, ...(chosen && { choice: chosen }) });
    else await send({ type: "leave preview", tab });
    const isBack = (seen: Seen) => seen.preview?.label === preview?.label;
    await arrived(last, isBack, new AbortController().signal).catch(() => undefined);
  }
  if (scrolled)
    await browser.tabs.sendMessage(tab, { type: "as it was", ...scrolled }).catch(() => undefined);
}

import type { PointedElement } from "../../../shared/protocol/draft/draft.ts";
import type { PointingStep } from "../../../shared/protocol/draft/pointing-steps.ts";
import { latest } from "../../latest.ts";
import { send } from "../../messages.ts";
import { say } from "../../words.ts";
import { previewOf } from "../person/visitor.ts";
import { fullLibrary } from "../rules/rules.ts";
import { urlOf } from "../seen.ts";
import { change, now } from "../store.ts";
import { type Draft, isSamePlace, withSlot } from "./draft.ts";
import { keepDraft } from "./keep.ts";
import { calledIn } from "./place/known-place.ts";
import { reviewOf } from "./review/review.ts";

/** A moment between two letters. */
const BETWEEN_MS = 150;

/** Lets the marketer point at an element of the page, or goes on from the one that is pointed at. */
export async function point(step?: PointingStep): Promise<void> {
  const { tab } = now();
  if (tab === undefined) return;
  if (step === undefined) change({ pointing: "begun", notice: undefined });
  await send({ type: "point", tab, ...(step && { step }) });
}

/** What the page's script tells of pointing: the page itself cannot tell it anything. */
export function pointed(is: "pointing" | "chosen" | "left", element: PointedElement | undefined): void {
  const { pointing, draft, full } = now();
  // Whoever did not ask to point has chosen nothing.
  if (pointing === undefined) return;
  change({ pointing: is === "pointing" ? (element ?? "begun") : undefined });
  const url = urlOf(now());
  if (is !== "chosen" || !element || !full || !url) return;
  const page = url.pathname;
  const at = draft.findIndex((one) => isSamePlace(one, { page, selector: element.selector }));
  change({ fresh: at < 0 ? draft.length : at });
  write(withSlot(draft, element, page, calledIn(full.library, element, page)));
}

/** Keeps what was written, and shows it where the page is seen with it. */
export function write(draft: Draft): void {
  change({ draft });
  const { origin } = urlOf(now()) ?? {};
  if (origin !== undefined) void keepDraft(origin, draft);
  const { shownTo } = now();
  if (shownTo) seeSoon(shownTo.segment);
}

const seeSoon = latest((segment: string | undefined) => {
  // It may have been left meanwhile.
  if (now().shownTo) void show(segment);
}, BETWEEN_MS);

/** Shows the page with what was written to a visitor in this segment, or to anybody; says where it cannot. */
export async function see(segment: string | undefined): Promise<void> {
  change({ notice: undefined });
  if (!(await show(segment))) change({ notice: say("nothingToSee") });
}

/** False where what was written so far is no library yet: the page then stays as it was seen last. */
async function show(segment: string | undefined): Promise<boolean> {
  const { tab, full, draft } = now();
  if (tab === undefined || !full) return false;
  const { library } = reviewOf(draft, full.library, Date.now());
  if (!library) return false;
  const rules = fullLibrary(library, full.from);
  const choice = { segment, also: [], withoutConsent: false };
  const preview = previewOf(choice, { manifest: rules.manifest, full: rules }, { tab, now: Date.now() });
  if (!preview) {
    change({ notice: say("noSuchVisitor") });
    return true;
  }
  change({ shownTo: { segment } });
  await send({ type: "show draft", tab, manifest: rules.manifest, preview });
  return true;
}

export async function leaveDraft(): Promise<void> {
  const { tab, shownTo } = now();
  if (tab === undefined || !shownTo) return;
  change({ shownTo: undefined });
  await send({ type: "leave draft", tab });
}

/** Esc takes back the last thing that was begun in the page; false where nothing was. */
export function takeBackLast(): boolean {
  const { pointing, shownTo } = now();
  if (pointing !== undefined) void point("leave");
  else if (shownTo) void leaveDraft();
  else return false;
  return true;
}

import browser, { type Runtime } from "webextension-polyfill";
import type { Message, PageState } from "../../shared/protocol/messages.ts";
import type { Observation } from "../../shared/protocol/observation.ts";
import type { Preview } from "../../shared/protocol/preview.ts";
import type { TrackerId } from "../../shared/protocol/trackers.ts";
import { received, send, sendToTab } from "../messages.ts";
import { say } from "../words.ts";
import { block, blockedIn } from "./blocking.ts";
import { isShown, leaveDraft, showDraft } from "./drafts.ts";
import { look } from "./look.ts";
import { draftOf, type PreviewedTab, previewOf } from "./memory.ts";
import { point } from "./point.ts";
import { isPreviewRight, leavePreview, startPreview } from "./previews.ts";
import { tell } from "./tell.ts";
import { writeInPlace, written } from "./write-in-place.ts";

/** Who sent a message: a page of the extension itself, or a script of ours in a tab's page. */
type Sender = { readonly tab: number | undefined; readonly isOurPage: boolean };

/** Takes every message that arrives at the background; one that is not ours is dropped. */
export async function arrive(raw: unknown, from: Runtime.MessageSender): Promise<void> {
  if (from.id !== browser.runtime.id) return;
  const sender = { tab: from.tab?.id, isOurPage: from.url?.startsWith(browser.runtime.getURL("")) ?? false };
  const arrived = received(raw);
  if ("message" in arrived) return act(arrived.message, sender);
  // The page's answer is not what an SDK of this version would say: the marketer should hear of it.
  if (arrived.type === "observed" && sender.tab !== undefined)
    await tell(sender.tab, { is: "failed", because: say("answerUnreadable", { fault: arrived.fault }) });
}

async function act(message: Message, { tab, isOurPage }: Sender): Promise<void> {
  if (isOurPage) return actForPanel(message);
  if (tab === undefined) return;
  if (message.type === "observed") return observed(message, tab);
  if (message.type === "pointed at") return send({ ...message, type: "pointed at in", tab });
  if (message.type === "pointing") return send({ ...message, type: "pointing in", tab });
  if (message.type === "writing") return written(tab, message);
  if (message.type === "happened") return send({ ...message, type: "happened in", tab });
  if (message.type === "leave this preview") return leave(tab);
}

const leave = async (tab: number): Promise<void> =>
  (await draftOf(tab)) ? leaveDraft(tab) : leavePreview(tab);

async function actForPanel(message: Message): Promise<void> {
  switch (message.type) {
    case "look":
      await look(message.tab);
      return;
    case "preview":
      return startPreview(message.tab, message.preview, message.choice);
    case "leave preview":
      return leavePreview(message.tab);
    case "block":
      return blockInPreview(message.tab, message.trackers);
    case "point":
      return point(message.tab, message.step);
    case "write in place":
      return writeInPlace(message.tab, message.place);
    case "show draft":
      return showDraft(message.tab, JSON.stringify(message.manifest), message.preview);
    case "leave draft":
      return leaveDraft(message.tab);
    case "outline":
      return sendToTab(message.tab, message);
    default:
      return;
  }
}

/** What the extension itself put into the page is neither Forwhom on this site nor anything to find fault with. */
function withDraft({ claim, ...observation }: Observation, { label, segment }: Preview): PageState {
  const draft = { label, ...(segment !== undefined && { segment }), ...(claim && { claim }) };
  return { is: "without Forwhom", observation: { ...observation, slots: [] }, draft };
}

async function observed(
  { observation, loaded, preview }: Extract<Message, { type: "observed" }>,
  tab: number,
): Promise<void> {
  const { origin } = new URL(observation.url);
  const draft = await draftOf(tab);
  if (draft?.origin === origin)
    return isShown(draft, loaded) ? tell(tab, withDraft(observation, draft.preview)) : undefined;
  if (!(await isPreviewRight(tab, { preview, loaded, origin }))) return;
  const given = preview && (await previewOf(tab));
  const choice = given?.choice;
  const blocked = preview && [...(await blockedIn(tab))];
  await tell(
    tab,
    observation.claim
      ? {
          is: "seen",
          observation,
          loaded,
          ...(preview && { preview: asGiven(preview, given), blocked }),
          ...(choice && { choice }),
        }
      : { is: "without Forwhom", observation },
  );
  if (blocked) await tellBanner(tab, observation.watched.trackers, blocked);
}

/** What is no fault of the page is for the marketer to say, never for the page, which could hide one so. */
function asGiven({ anyway: _said, ...preview }: Preview, given: PreviewedTab | undefined): Preview {
  const anyway = given?.preview.anyway;
  return { ...preview, ...(anyway && { anyway }) };
}

/** Outside a preview the page is the real visitor's, whose trackers are nobody's to block. */
async function blockInPreview(tab: number, trackers: readonly TrackerId[]): Promise<void> {
  if (!(await previewOf(tab))) return;
  await block(tab, trackers);
  await look(tab);
}

const tellBanner = (tab: number, seen: readonly TrackerId[], blocked: readonly TrackerId[]) =>
  sendToTab(tab, {
    type: "trackers",
    counting: seen.filter((id) => !blocked.includes(id)),
    blocked: [...blocked],
  });

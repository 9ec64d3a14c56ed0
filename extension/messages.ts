import browser from "webextension-polyfill";
import * as z from "zod";
import { type Message, messageSchema } from "../shared/protocol/messages.ts";
import { insist } from "./insist.ts";

// zod would try whether `new Function` is allowed, and the extension's own CSP would report it.
z.config({ jitless: true });

export type Received = { readonly message: Message } | { readonly fault: string; readonly type: string };

/** A message as it arrived, if it is one of ours; else what is wrong with it. */
export function received(raw: unknown): Received {
  const long = tooLong(raw);
  if (long !== undefined) return { type: "observed", fault: `${long}: more than ${MOST}` };
  const parsed = messageSchema.safeParse(raw);
  if (parsed.success) return { message: parsed.data };
  const type = typeof raw === "object" && raw !== null && "type" in raw ? String(raw.type) : "";
  const [issue] = parsed.error.issues;
  return { type, fault: issue ? `${issue.path.join(".")}: ${issue.message}` : "not a message" };
}

/** More segments, slots or offers no page needs; to find fault with each of very many would take many seconds. */
const MOST = 10_000;

function tooLong(raw: unknown): string | undefined {
  const { observation } = { ...(raw as { observation?: { claim?: { manifest?: object } } } | undefined) };
  const lists = Object.entries({ ...observation?.claim?.manifest });
  const long = lists.find(([, list]) => Object.keys(Object(list)).length > MOST);
  return long && `observation.claim.manifest.${long[0].slice(0, 100)}`;
}

/** From the panel to the background, which may be stopped at any moment. */
export async function ask(message: Message): Promise<void> {
  await insist(() => browser.runtime.sendMessage(message)).catch(() => undefined);
}

/** To an open panel. That nobody listens is no fault: the panel may be closed. */
export async function send(message: Message): Promise<void> {
  await browser.runtime.sendMessage(message).catch(() => undefined);
}

export async function sendToTab(tab: number, message: Message): Promise<void> {
  await browser.tabs.sendMessage(tab, message).catch(() => undefined);
}

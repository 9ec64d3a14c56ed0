import browser from "webextension-polyfill";
import * as z from "zod";
import { type Message, messageSchema } from "../shared/protocol/messages.ts";

// zod would try whether `new Function` is allowed, and the extension's own CSP would report it.
z.config({ jitless: true });

export type Received = { readonly message: Message } | { readonly fault: string; readonly type: string };

/** A message as it arrived, if it is one of ours; else what is wrong with it. */
export function received(raw: unknown): Received {
  const parsed = messageSchema.safeParse(raw);
  if (parsed.success) return { message: parsed.data };
  const type = typeof raw === "object" && raw !== null && "type" in raw ? String(raw.type) : "";
  const [issue] = parsed.error.issues;
  return { type, fault: issue ? `${issue.path.join(".")}: ${issue.message}` : "not a message" };
}

/** To the background or to an open panel. That nobody listens is no fault: the panel may be closed. */
export async function send(message: Message): Promise<void> {
  await browser.runtime.sendMessage(message).catch(() => undefined);
}

export async function sendToTab(tab: number, message: Message): Promise<void> {
  await browser.tabs.sendMessage(tab, message).catch(() => undefined);
}

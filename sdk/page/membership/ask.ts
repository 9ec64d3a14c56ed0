import { AS_OF_HEADER, decodeMembership } from "../../../shared/manifest/decodeMembership.ts";
import type { MembershipAnswer } from "../../../shared/manifest/membership.ts";
import type { Session } from "../session.ts";
import type { Failure } from "./rest.ts";

/** An answer with its validator, or how it failed. */
export type Asked = { readonly answer: MembershipAnswer; readonly etag: string | undefined } | Failure;

/** An answer of a hundred memberships has 5,000. */
const MOST_CHARACTERS = 500_000;

const NONE: Failure = { status: 0 };

/** Asks about the visitor, by the validator of what is known of them. Never rejects. */
export function askMembership({ manifest, kept, lent }: Session, signal: AbortSignal): Promise<Asked> {
  const { answer, etag } = kept ?? {};
  const condition = answer && etag ? { "If-None-Match": etag } : {};
  return readAnswer(lent.ask(manifest.endpoint ?? "", signal, condition), answer);
}

/** Works in one tab of this site at a time; in every one where the browser lends this page no lock. */
export async function inTurn(
  work: () => Promise<void>,
  signal: AbortSignal,
  lock = "forwhom",
): Promise<void> {
  let isTurn = false;
  const begin = () => {
    isTurn = true;
    return work();
  };
  try {
    await navigator.locks.request(lock, { signal }, begin);
  } catch {
    if (!isTurn && !signal.aborted) await work();
  }
}

export async function readAnswer(asked: Promise<Response>, known?: MembershipAnswer): Promise<Asked> {
  let failure = NONE;
  try {
    const response = await asked;
    const { status, ok, headers } = response;
    failure = { status, retryAfter: headers.get("Retry-After") };
    const asOf = headers.get(AS_OF_HEADER);
    const found = status === 304 ? { ...known, asOf } : ok && parsed(await response.text());
    const answer = decodeMembership(found);
    // Where something on the way keeps the time from us, a 304 could not be used.
    if (answer) return { answer, etag: (asOf && headers.get("ETag")) || undefined };
  } catch {
    // Not there, too late, or not JSON.
  }
  return failure;
}

const parsed = (text: string): unknown => text.length < MOST_CHARACTERS && JSON.parse(text);

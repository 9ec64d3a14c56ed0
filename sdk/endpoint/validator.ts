import type { Context } from "hono";
import { AS_OF_HEADER } from "../../shared/manifest/decodeMembership.ts";
import type { MembershipAnswer } from "../../shared/manifest/membership.ts";

/**
 * Answers with an entity tag, or with 304 where whoever asks has this very answer already. The page keeps
 * the tag itself: `no-store` keeps the answer out of every cache, so that what is erased is gone.
 *
 * When it was true comes along even then, and by the endpoint's clock: an answer's age must not mix two
 * clocks, and a visitor's may be a day off. `Date` would be it, but not every runtime sends one, and what
 * stands between may change it.
 */
export async function answerOnce(c: Context, answer: MembershipAnswer, whose: string): Promise<Response> {
  const { asOf, ...lasting } = answer;
  const tag = await entityTag(`${whose}\n${JSON.stringify(lasting)}`);
  const headers = { ETag: tag, [AS_OF_HEADER]: asOf };
  return isAmong(tag, c.req.header("if-none-match"))
    ? c.body(null, 304, headers)
    : c.json(answer, 200, headers);
}

/** Of the visitor too: what one person has is never what another is told to go on using. Weak, since `asOf` differs. */
async function entityTag(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  const bytes = [...new Uint8Array(digest).slice(0, 16)];
  return `W/"${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}"`;
}

/** By weak comparison (RFC 9110, 8.8.3.2): proxies that compress make strong tags weak. */
const isAmong = (tag: string, asked: string | undefined) =>
  asked?.split(",").some((one) => one.trim().replace(/^(W\/)?/, "W/") === tag) ?? false;

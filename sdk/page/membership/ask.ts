import { decodeMembership } from "../../../shared/manifest/decodeMembership.ts";
import type { MembershipAnswer } from "../../../shared/manifest/membership.ts";
import { visitorHash } from "./key.ts";

const PATIENCE_MS = 5_000;

/**
 * Asks the endpoint about the visitor with this hash. Undefined: it failed, or answered something
 * else, or somebody else is signed in by now.
 */
export async function askMembership(
  endpoint: string,
  hash: string,
  signal: AbortSignal,
): Promise<MembershipAnswer | undefined> {
  try {
    const response = await fetch(`${endpoint}/membership`, {
      credentials: "include",
      cache: "no-store",
      signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]),
    });
    const answer = response.ok ? decodeMembership(await response.json()) : undefined;
    return visitorHash() === hash ? answer : undefined;
  } catch {
    return undefined;
  }
}

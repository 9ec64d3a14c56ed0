import { decodeMembership } from "../../../shared/manifest/decodeMembership.ts";
import type { MembershipAnswer } from "../../../shared/manifest/membership.ts";
import { mayAsk, type Session } from "../session.ts";
import { visitorHash } from "./key.ts";
import { requestMembership } from "./request.ts";

/**
 * Asks the endpoint about the visitor. Undefined: it failed, or answered something else, or somebody
 * else is signed in by now, or consent was withdrawn meanwhile. Who asks while it is being asked gets
 * the same answer.
 */
export function membershipAsker(
  session: Session,
  signal: AbortSignal,
): () => Promise<MembershipAnswer | undefined> {
  let running: Promise<MembershipAnswer | undefined> | undefined;

  async function ask(): Promise<MembershipAnswer | undefined> {
    const { hash, early, manifest } = session;
    session.early = undefined;
    if (!mayAsk(session) || manifest.endpoint === undefined) return undefined;
    const answer = await read(early ?? requestMembership(manifest.endpoint, signal));
    session.hasFailed = answer === undefined;
    const isSame = session.hash === hash && visitorHash() === hash && mayAsk(session);
    return isSame && !(isInDoubt(answer) && session.kept?.answer) ? answer : undefined;
  }

  return () => {
    running ??= ask().finally(() => {
      running = undefined;
    });
    return running;
  };
}

async function read(asked: Promise<Response>): Promise<MembershipAnswer | undefined> {
  try {
    const response = await asked;
    return response.ok ? decodeMembership(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}

/** A source behind the endpoint failed: what was known before is worth more, at its age. */
const isInDoubt = (answer: MembershipAnswer | undefined) =>
  answer !== undefined && Object.values(answer.segments).some(({ because }) => because === "failed");

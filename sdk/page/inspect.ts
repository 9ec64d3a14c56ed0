import type { Facts } from "../../shared/engine/facts.ts";
import type { Inspection } from "../../shared/protocol/inspection.ts";
import type { Session } from "./session.ts";

/** What this page view knows and decided, for somebody who looks behind the page. Only public facts are in it. */
export function inspect(session: Session, facts: Facts): Inspection {
  const { manifest, decisions, consent, kept, hash, preview } = session;
  const inspection = {
    forwhom: 1,
    manifest,
    decisions: [...decisions.values()],
    facts,
    consent,
    visitor: { identified: hash !== undefined, asOf: kept?.answer?.asOf },
    preview: preview?.label,
  };
  // A copy: nobody outside can change what we hold, and what is undefined falls away.
  return JSON.parse(JSON.stringify(inspection)) as Inspection;
}

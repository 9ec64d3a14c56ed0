import type { Gate } from "../../consent/gates.ts";
import { ruleOf } from "../../consent/record.ts";
import type { Evidence } from "../finding.ts";
import { type Said, said } from "../said.ts";

/** What each gate allows a site to do. */
export const ALLOWS: Readonly<Record<Gate, Said>> = {
  storage: said("keep anything on the device", "etwas auf dem Gerät ablegen"),
  behavior: said("use what was done on this site", "nutzen, was auf dieser Website getan wurde"),
  crm: said("use what the CRM knows", "nutzen, was das CRM weiß"),
  measurement: said("measure", "messen"),
};

/** That a gate was shut at the moment in question, and whose word that is. */
export function shutSentence(gate: Gate, { observation: { claim } }: Evidence): Said {
  const { en, de } = ALLOWS[gate];
  const manager = claim ? ruleOf(gate, claim.manifest.consent).source : "?";
  return said(
    `At that moment consent (${manager}) did not allow the site to ${en}.`,
    `Was die Einwilligung (${manager}) in diesem Moment nicht erlaubte: ${de}.`,
  );
}

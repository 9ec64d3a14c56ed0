import { faultsOfVariations, foundInVariations } from "../against/against.ts";
import { ruleWords } from "../against/words.ts";
import { gatesBehind } from "../consented.ts";
import type { Evidence, FindingRule } from "../finding.ts";
import { cannotTell, doesNotApply } from "../outcome.ts";
import { said } from "../said.ts";
import { variationsShown } from "../shown.ts";

/** Content rests on what the CRM said so long ago that the library no longer lets it count. */
export const staleMembership: FindingRule = {
  id: "stale-membership",
  catalogue: ["E11"],
  severity: "moderate",
  confidence: "proven",
  title: said("Rests on what the CRM said long ago", "Beruht auf einer alten Antwort des CRM"),
  explanation: said(
    "The library says how long an answer of the CRM may be used. After that it counts as unknown until it is asked again.",
    "Die Bibliothek sagt, wie lange eine Antwort des CRM gelten darf. Danach gilt sie als unbekannt, bis neu gefragt ist.",
  ),
  likelyGap: said(
    "The endpoint has not answered for a long time, or a cache or another script holds on to an old answer.",
    "Der Endpunkt hat lange nicht geantwortet, oder ein Zwischenspeicher oder ein anderes Skript hält eine alte Antwort fest.",
  ),
  risk: said(
    "Somebody who has become a customer since, or has opened a deal, is still treated as they were.",
    "Wer inzwischen Kunde geworden ist oder einen Deal hat, wird noch behandelt wie früher.",
  ),
  fix: said(
    "Check that the membership endpoint answers this page. If the answer may be used for longer, say so in the library (usableFor).",
    "Prüfen Sie, ob der Endpunkt für Zugehörigkeiten dieser Seite antwortet. Darf die Antwort länger gelten, sagen Sie es in der Bibliothek (usableFor).",
  ),
  check: (evidence) => {
    const faults = faultsOfVariations(evidence, (against, { claim }) => {
      if (against.by !== "rule" || against.why !== "stale") return undefined;
      const { asOf } = claim.visitor;
      const rule = ruleWords(against, claim);
      const old = said(
        `What the CRM said is older than the library lets it be, and ${rule.en} rests on it.`,
        `Was das CRM gesagt hat, ist älter, als die Bibliothek erlaubt, und darauf beruht ${rule.de}.`,
      );
      return asOf === undefined || Number.isNaN(Date.parse(asOf))
        ? [old]
        : [old, said(`The answer is of ${dayOf(asOf)}.`, `Die Antwort ist vom ${dayOf(asOf)}.`)];
    });
    const outcome = foundInVariations(faults, evidence);
    if (outcome.is !== "clean") return outcome;
    return restOnCrm(evidence) ? (isAgeTold(evidence) ? outcome : NO_AGE) : NOT_FROM_CRM;
  },
};

const NO_AGE = cannotTell(
  said(
    "The page does not say of when the CRM’s answer is.",
    "Die Seite sagt nicht, von wann die Antwort des CRM ist.",
  ),
);

const NOT_FROM_CRM = doesNotApply(
  said("No shown variation rests on the CRM.", "Keine gezeigte Variante beruht auf dem CRM."),
);

const restOnCrm = (evidence: Evidence): boolean =>
  variationsShown(evidence).some(({ variation, claim }) =>
    gatesBehind(variation.for, claim.manifest).includes("crm"),
  );

/** A previewed visitor is as old as was said, and somebody whom nobody knows has no answer. */
const isAgeTold = ({ preview, observation: { claim } }: Evidence): boolean =>
  preview !== undefined ||
  claim?.visitor.identified !== true ||
  !Number.isNaN(Date.parse(claim.visitor.asOf ?? ""));

const dayOf = (moment: string): string => new Date(moment).toISOString().slice(0, 10);

import { entry } from "../../engine/facts.ts";
import { faultsOfVariations, foundInVariations } from "../against/against.ts";
import type { FindingRule } from "../finding.ts";
import { doesNotApply } from "../outcome.ts";
import { said } from "../said.ts";
import { variationsShown } from "../shown.ts";

/** A call to action asks for something that this visitor may not have. */
export const offerNotEligible: FindingRule = {
  id: "offer-not-eligible",
  catalogue: ["M2"],
  severity: "serious",
  confidence: "proven",
  title: said("An offer that this visitor cannot have", "Ein Angebot, das diese Person nicht bekommen kann"),
  explanation: said(
    "An offer says who may have it. Nobody else should be asked to take it.",
    "Ein Angebot sagt, wer es bekommen darf. Alle anderen sollten nicht dazu aufgefordert werden.",
  ),
  likelyGap: said(
    "The button was put in by a template or a script that does not ask who may have the offer.",
    "Der Knopf kam von einer Vorlage oder einem Skript, das nicht fragt, wer das Angebot bekommen darf.",
  ),
  risk: said(
    "Somebody accepts, and has to be refused. The wrong call to action costs trust and blurs the results.",
    "Jemand sagt zu und muss abgewiesen werden. Der falsche Aufruf kostet Vertrauen und verfälscht die Ergebnisse.",
  ),
  fix: said(
    "Let only Forwhom fill this slot. If this visitor may have the offer after all, widen its eligibility in the library.",
    "Lassen Sie nur Forwhom diesen Platz füllen. Darf diese Person das Angebot doch bekommen, erweitern Sie in der Bibliothek, für wen es gilt.",
  ),
  check: (evidence) => {
    const faults = faultsOfVariations(evidence, (against, { claim }) => {
      if (against.by !== "rule" || against.stop.by !== "eligibility") return undefined;
      if (against.why !== "known" && against.why !== "unsure") return undefined;
      const label = entry(claim.manifest.offers, against.stop.offer)?.label ?? against.stop.offer;
      return [
        against.why === "known"
          ? said(
              `By all that the page knows, this visitor may not have the offer “${label}”.`,
              `Nach allem, was die Seite weiß, darf diese Person das Angebot „${label}“ nicht bekommen.`,
            )
          : said(
              `The page does not know enough to say that this visitor may have the offer “${label}”.`,
              `Die Seite weiß nicht genug, um zu sagen, dass diese Person das Angebot „${label}“ bekommen darf.`,
            ),
      ];
    });
    const outcome = foundInVariations(faults, evidence);
    const areOffers = variationsShown(evidence).some(({ variation }) => "offer" in variation.content);
    return outcome.is !== "clean" || areOffers ? outcome : NO_OFFER;
  },
};

const NO_OFFER = doesNotApply(
  said("No shown variation makes an offer.", "Keine gezeigte Variante macht ein Angebot."),
);

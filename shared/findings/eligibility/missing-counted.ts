import { entry } from "../../engine/facts.ts";
import { worded } from "../../sentences/names.ts";
import { settling } from "../../sentences/settling.ts";
import { faultsOfVariations, foundInVariations } from "../against/against.ts";
import { ruleWords } from "../against/words.ts";
import type { FindingRule } from "../finding.ts";
import { said } from "../said.ts";

/** What stands there is right only for whoever takes "nothing is known" for "is not that". */
export const missingCounted: FindingRule = {
  id: "missing-counted",
  catalogue: ["E10"],
  severity: "serious",
  confidence: "proven",
  title: said("A missing property counted as an answer", "Eine fehlende Eigenschaft zählte als Antwort"),
  explanation: said(
    "“Is not a customer” is not true of somebody of whom nobody knows whether they are one. A property that is missing answers neither yes nor no.",
    "„Ist kein Kunde“ stimmt nicht für jemanden, von dem niemand weiß, ob er Kunde ist. Eine fehlende Eigenschaft antwortet weder Ja noch Nein.",
  ),
  likelyGap: said(
    "Another script or an old rule compares with “is not” and lets everybody in whose property is empty.",
    "Ein anderes Skript oder eine alte Regel vergleicht mit „ist nicht“ und lässt alle hinein, bei denen die Eigenschaft leer ist.",
  ),
  risk: said(
    "Customers, partners or open deals whose record is incomplete get a message that was to be kept from them.",
    "Kunden, Partner oder offene Deals mit unvollständigem Datensatz bekommen eine Botschaft, die ihnen erspart werden sollte.",
  ),
  fix: said(
    "Fill the property in the CRM, or say in the library what is meant where it is missing (whenUnknown). Let only Forwhom fill this slot.",
    "Füllen Sie die Eigenschaft im CRM, oder sagen Sie in der Bibliothek, was gilt, wenn sie fehlt (whenUnknown). Lassen Sie nur Forwhom diesen Platz füllen.",
  ),
  check: (evidence) =>
    foundInVariations(
      faultsOfVariations(evidence, (against, { claim }) => {
        if (against.by !== "rule" || against.why !== "missing") return undefined;
        const rule = ruleWords(against, claim);
        const names = settling(against.stop.evaluation).flatMap(({ condition }) =>
          "property" in condition ? [nameOf(condition.property, claim.manifest.properties)] : [],
        );
        return [...new Set(names)].map((name) =>
          said(
            `“${name}” is missing for this visitor, and ${rule.en} rests on it.`,
            `„${name}“ fehlt bei dieser Person, und darauf beruht ${rule.de}.`,
          ),
        );
      }),
      evidence,
    ),
};

const nameOf = (
  property: string,
  properties: Readonly<Record<string, { readonly label?: string | undefined }>>,
) => entry(properties, property)?.label ?? worded(property);

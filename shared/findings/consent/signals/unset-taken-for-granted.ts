import { GATES } from "../../../consent/gates.ts";
import { ruleOf } from "../../../consent/record.ts";
import { GOOGLE } from "../../../consent/signals/google.ts";
import type { Evidence, Fault, FindingRule } from "../../finding.ts";
import { isSettled } from "../../moments.ts";
import { doesNotApply } from "../../outcome.ts";
import { said } from "../../said.ts";
import { foundWhereSure } from "../../watching.ts";

const UNUSED = doesNotApply(
  said(
    "This page does not use Google consent mode.",
    "Diese Seite nutzt den Google-Einwilligungsmodus nicht.",
  ),
);

/** What Google's tags keep on the device by: unset, they take these for granted. */
const KEEPING = ["ad_storage", "analytics_storage"];

/** Consent mode says nothing of a type, and that counts as a yes. */
export const unsetTakenForGranted: FindingRule = {
  id: "unset-taken-for-granted",
  catalogue: ["C12"],
  severity: "serious",
  confidence: "observed",
  title: said(
    "What nobody set in consent mode counts as granted",
    "Was im Einwilligungsmodus niemand gesetzt hat, gilt als gewährt",
  ),
  explanation: said(
    "Google takes a consent type that was never set for granted. Once a page uses consent mode, every type needs a default.",
    "Google nimmt einen Einwilligungstyp, der nie gesetzt wurde, für gewährt. Sobald eine Seite den Einwilligungsmodus nutzt, braucht jeder Typ einen Anfangswert.",
  ),
  likelyGap: said(
    "The consent manager’s template sets only some of the types, or an old template is in use.",
    "Die Vorlage des Consent-Managers setzt nur einige der Typen, oder eine alte Vorlage ist im Einsatz.",
  ),
  risk: said(
    "Visitors who were not asked, or refused, count as having agreed.",
    "Wer nicht gefragt wurde oder abgelehnt hat, gilt als einverstanden.",
  ),
  fix: said(
    "Set a default of “denied” for every consent type before any tag loads.",
    "Setzen Sie für jeden Einwilligungstyp den Anfangswert „denied“, bevor ein Tag lädt.",
  ),
  link: "https://developers.google.com/tag-platform/security/guides/consent",
  check: (evidence) => {
    const types = evidence.observation.watched.signals.google;
    if (!types) return UNUSED;
    const sure = isSettled(evidence) ? ("yes" as const) : ("cannot tell" as const);
    return foundWhereSure(
      [...inLibrary(evidence, types), ...inTags(types)].map((fault) => ({ sure, fault })),
    );
  },
};

/** The page claims that a gate is open, on a type of which consent mode says nothing. */
function inLibrary(
  { observation: { claim }, preview }: Evidence,
  types: readonly string[],
): readonly Fault[] {
  if (!claim || preview) return [];
  return GATES.flatMap((gate) => {
    const { source, needs } = ruleOf(gate, claim.manifest.consent);
    const unset = [needs ?? []].flat().filter((type) => !types.includes(type));
    if (source !== GOOGLE || unset.length === 0 || claim.consent.gates[gate] !== "open") return [];
    return {
      evidence: [
        said(
          `The page claims that the gate “${gate}” is open, but nobody set ${unset.join(", ")}.`,
          `Die Seite behauptet, die Schranke „${gate}“ sei offen, aber ${unset.join(", ")} hat niemand gesetzt.`,
        ),
      ],
    };
  });
}

function inTags(types: readonly string[]): readonly Fault[] {
  const unset = KEEPING.filter((type) => !types.includes(type));
  if (unset.length === 0) return [];
  return [
    {
      evidence: [
        said(
          `Consent mode is in use (${types.join(", ")}), but nobody set ${unset.join(", ")}.`,
          `Der Einwilligungsmodus ist im Einsatz (${types.join(", ")}), aber ${unset.join(", ")} hat niemand gesetzt.`,
        ),
      ],
    },
  ];
}

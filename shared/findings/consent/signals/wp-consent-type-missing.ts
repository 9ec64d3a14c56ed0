import type { FindingRule } from "../../finding.ts";
import { isSettled } from "../../moments.ts";
import { CLEAN, doesNotApply } from "../../outcome.ts";
import { said } from "../../said.ts";
import { foundWhereSure } from "../../watching.ts";

const UNUSED = doesNotApply(
  said("This page does not use the WP Consent API.", "Diese Seite nutzt die WP Consent API nicht."),
);

/** WordPress says yes to every question about consent, because nobody set the type of it. */
export const wpConsentTypeMissing: FindingRule = {
  id: "wp-consent-type-missing",
  catalogue: ["C22"],
  severity: "serious",
  confidence: "observed",
  title: said("WordPress answers every question with yes", "WordPress beantwortet jede Frage mit Ja"),
  explanation: said(
    "As long as nobody sets the type of consent, the WP Consent API says yes for every category, even after the visitor refused.",
    "Solange niemand die Art der Einwilligung setzt, sagt die WP Consent API zu jeder Kategorie Ja, auch nach einer Ablehnung.",
  ),
  likelyGap: said(
    "The plugin is active without a cookie banner that supports it.",
    "Das Plugin ist aktiv, ohne dass ein Cookie-Banner es unterstützt.",
  ),
  risk: said(
    "Every plugin that asks for consent believes that it has it.",
    "Jedes Plugin, das nach der Einwilligung fragt, glaubt, sie zu haben.",
  ),
  fix: said(
    "Use a cookie banner that sets wp_consent_type, or set it to “optin” yourself.",
    "Nutzen Sie ein Cookie-Banner, das wp_consent_type setzt, oder setzen Sie es selbst auf „optin“.",
  ),
  link: "https://github.com/WordPress/wp-consent-level-api",
  check: (evidence) => {
    const { wpConsent } = evidence.observation.watched.signals;
    if (!wpConsent) return UNUSED;
    if (wpConsent.type) return CLEAN;
    const sentence = said(
      "wp_has_consent is there, and neither wp_consent_type nor a fallback for it is set.",
      "wp_has_consent ist da, aber weder wp_consent_type noch ein Ersatz dafür ist gesetzt.",
    );
    const sure = isSettled(evidence) ? ("yes" as const) : ("cannot tell" as const);
    return foundWhereSure([{ sure, fault: { evidence: [sentence] } }]);
  },
};

import type { Confidence, Severity } from "../finding.ts";
import { type Said, said } from "../said.ts";

/** What a report says by itself, beside what the findings say. */
export const SEVERITY: Readonly<Record<Severity, Said>> = {
  critical: said("Critical", "Kritisch"),
  serious: said("Serious", "Schwer"),
  moderate: said("Moderate", "Mittel"),
  minor: said("Minor", "Gering"),
};

export const CONFIDENCE: Readonly<Record<Confidence, Said>> = {
  proven: said("Proven", "Bewiesen"),
  observed: said("Observed", "Beobachtet"),
  suspected: said("Suspected", "Vermutet"),
};

/** What each of them means. */
export const CONFIDENCE_MEANS: Readonly<Record<Confidence, Said>> = {
  proven: said(
    "Proven: what stands on the page contradicts the rules.",
    "Bewiesen: Was auf der Seite steht, widerspricht den Regeln.",
  ),
  observed: said(
    "Observed by the extension itself in the page.",
    "Beobachtet: Die Erweiterung hat es selbst in der Seite gesehen.",
  ),
  suspected: said(
    "Suspected: it looks so, and there may be a good reason for it.",
    "Vermutet: Es sieht danach aus, kann aber einen guten Grund haben.",
  ),
};

/** The four buckets. */
export const BUCKET = {
  found: said("Found", "Gefunden"),
  "cannot tell": said("Could not be checked", "Nicht prüfbar"),
  clean: said("Checked, nothing found", "Geprüft, nichts gefunden"),
  "does not apply": said("Does not apply to this page", "Betrifft diese Seite nicht"),
} as const satisfies Readonly<Record<string, Said>>;

export const LABEL = {
  explanation: said("What this is about", "Worum es geht"),
  evidence: said("Evidence", "Belege"),
  likelyGap: said("Likely gap", "Wahrscheinliche Lücke"),
  risk: said("Risk", "Risiko"),
  fix: said("Fix", "Abhilfe"),
  page: said("Page", "Seite"),
  seenAs: said("Seen as", "Gesehen als"),
  realVisitor: said(
    "the visitor of this browser, no preview",
    "die Person an diesem Browser, keine Vorschau",
  ),
  checkedAt: said("Checked on", "Geprüft am"),
  thisPage: said("This page as a whole", "Diese Seite als Ganzes"),
  severity: said("Severity", "Schwere"),
  confidence: said("Confidence", "Gewissheit"),
  more: said("More about it", "Mehr dazu"),
  title: said("Findings by Forwhom", "Befunde von Forwhom"),
  nothing: said("Nothing wrong was found.", "Es wurde nichts Falsches gefunden."),
} as const satisfies Readonly<Record<string, Said>>;

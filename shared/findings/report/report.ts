import { entry } from "../../engine/facts.ts";
import type { Language } from "../../sentences/speaker.ts";
import type { Checked } from "../find.ts";
import type { Confidence, Evidence, Fault, Severity } from "../finding.ts";
import type { Said } from "../said.ts";

/** One place where a finding was found. */
export type ReportedPlace = {
  readonly slot?: string | undefined;
  /** The slot's name, for people. */
  readonly name?: string | undefined;
  readonly selector?: string | undefined;
  readonly evidence: readonly string[];
};

export type ReportedCheck = { readonly id: string; readonly title: string; readonly explanation: string };

export type ReportedFinding = ReportedCheck & {
  readonly catalogue: readonly string[];
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly likelyGap: string;
  readonly risk: string;
  readonly fix: string;
  readonly link?: string | undefined;
  readonly places: readonly ReportedPlace[];
};

export type ReportedDoubt = ReportedCheck & { readonly because: string };

/**
 * All checks of one page in one language, as plain data. It goes to other people and other tools, so it
 * names the page by its address without query and fragment and not by its title: both may name a visitor.
 */
export type Report = {
  readonly forwhom: 1;
  readonly language: Language;
  readonly page: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Whom the page was previewed as; not there: the real visitor. */
  readonly seenAs?: string | undefined;
  readonly found: readonly ReportedFinding[];
  readonly cannotTell: readonly ReportedDoubt[];
  readonly clean: readonly ReportedCheck[];
  readonly doesNotApply: readonly ReportedDoubt[];
};

export function reportOf(
  checked: readonly Checked[],
  { observation, preview, now }: Evidence,
  language: Language,
): Report {
  const inWords = (said: Said) => said[language];
  const about = ({ rule: { id, title, explanation } }: Checked): ReportedCheck => ({
    id,
    title: inWords(title),
    explanation: inWords(explanation),
  });
  const doubts = (is: "cannot tell" | "does not apply") =>
    checked.flatMap((one) =>
      one.outcome.is === is ? [{ ...about(one), because: inWords(one.outcome.because) }] : [],
    );
  const placeOf = ({ slot, selector, evidence }: Fault): ReportedPlace => ({
    ...(slot !== undefined && { slot, name: slotName(slot, observation) }),
    ...(selector !== undefined && { selector }),
    evidence: evidence.map(inWords),
  });
  return {
    forwhom: 1,
    language,
    page: addressOf(observation.url),
    at: new Date(now).toISOString(),
    ...(preview && { seenAs: preview.label }),
    found: checked.flatMap((one) => {
      if (one.outcome.is !== "found") return [];
      const { catalogue, severity, confidence, likelyGap, risk, fix, link } = one.rule;
      return [
        {
          ...about(one),
          catalogue,
          severity,
          confidence,
          likelyGap: inWords(likelyGap),
          risk: inWords(risk),
          fix: inWords(fix),
          ...(link !== undefined && { link }),
          places: one.outcome.faults.map(placeOf),
        },
      ];
    }),
    cannotTell: doubts("cannot tell"),
    clean: checked.filter(({ outcome }) => outcome.is === "clean").map(about),
    doesNotApply: doubts("does not apply"),
  };
}

/** A slot's name as the library has it; its id where the page has no library. */
export const slotName = (slot: string, { claim }: Evidence["observation"]): string =>
  (claim && entry(claim.manifest.slots, slot)?.name) ?? slot;

function addressOf(url: string): string {
  if (!URL.canParse(url)) return "";
  const { origin, pathname } = new URL(url);
  return origin + pathname;
}

/** When the page was checked, for people. */
export const checkedAt = ({ at, language }: Report): string =>
  `${new Intl.DateTimeFormat(language, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }).format(new Date(at))} UTC`;

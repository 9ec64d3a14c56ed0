import type { Fault } from "../../../shared/findings/finding.ts";
import { issueOf } from "../../../shared/findings/report/markdown.ts";
import { slotName } from "../../../shared/findings/report/report.ts";
import { CONFIDENCE_MEANS, LABEL, SEVERITY } from "../../../shared/findings/report/words.ts";
import { language, say } from "../../words.ts";
import { outline } from "../act.ts";
import { ChevronIcon, TargetIcon, WarningIcon } from "../drawn/icons.tsx";
import type { Examined, Found } from "../examined.ts";
import { Copy } from "./copy.tsx";
import { reportIn } from "./hand-over.ts";

type Props = { readonly found: Found; readonly examined: Examined; readonly isOpen: boolean };

/** One finding with every place where it was found: what to do about it is said once. */
export function FindingCard({ found: { rule, outcome }, examined, isOpen }: Props) {
  const spoken = language();
  const { id, severity, confidence, title, explanation, likelyGap, risk, fix, link } = rule;
  const { observation } = examined.evidence;
  const issue = () => {
    const report = reportIn(examined);
    const finding = report.found.find((one) => one.id === id);
    return finding ? issueOf(finding, report) : "";
  };
  return (
    <li class={`card finding is-${severity}`}>
      <div class="finding-title">
        <span class="severity">
          <WarningIcon />
          {SEVERITY[severity][spoken]}
        </span>
        <h2>{title[spoken]}</h2>
      </div>
      {outcome.faults.map((fault) => (
        <Place
          key={`${fault.selector} ${fault.evidence[0]?.en}`}
          fault={fault}
          name={fault.slot === undefined ? say("thisPage") : slotName(fault.slot, observation)}
        />
      ))}
      <div class="fix">
        <p class="fix-name">{LABEL.fix[spoken]}</p>
        <p>{fix[spoken]}</p>
      </div>
      <details open={isOpen}>
        <summary>
          <ChevronIcon />
          {say("whyItMatters")}
        </summary>
        <p>{explanation[spoken]}</p>
        <dl>
          <dt>{LABEL.likelyGap[spoken]}</dt>
          <dd>{likelyGap[spoken]}</dd>
          <dt>{LABEL.risk[spoken]}</dt>
          <dd>{risk[spoken]}</dd>
          <dt>{LABEL.confidence[spoken]}</dt>
          <dd>{CONFIDENCE_MEANS[confidence][spoken]}</dd>
        </dl>
        {link !== undefined && (
          <p class="more">
            <a href={link} target="_blank" rel="noreferrer">
              {say("learnMore", { host: new URL(link).hostname })}
            </a>
          </p>
        )}
      </details>
      <div class="card-actions">
        <Copy name={say("copyIssue")} text={issue} />
      </div>
    </li>
  );
}

function Place({ fault, name }: { fault: Fault; name: string }) {
  return (
    <div class="fault">
      {fault.selector === undefined ? (
        <p class="place-name" dir="auto">
          {name}
        </p>
      ) : (
        <Frame selector={fault.selector} name={name} />
      )}
      <ul class="evidence">
        {fault.evidence.map((sentence) => (
          <li key={sentence.en} dir="auto">
            {sentence[language()]}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Frames the element in the page while the mouse or the focus is on its name. */
function Frame({ selector, name }: { selector: string; name: string }) {
  const frame = () => void outline(selector);
  const unframe = () => void outline();
  return (
    <button
      type="button"
      class="place"
      onMouseEnter={frame}
      onMouseLeave={unframe}
      onFocus={frame}
      onBlur={unframe}
      onClick={frame}
    >
      <TargetIcon />
      <span dir="auto">{name}</span>
      <span class="unseen">{say("showOnPage")}</span>
    </button>
  );
}

import type { Confidence, Finding, Severity } from "../../../shared/findings/finding.ts";
import { outline } from "../act.ts";
import { TargetIcon, WarningIcon } from "../drawn/icons.tsx";
import type { Seen } from "../seen.ts";

const SEVERITY: Readonly<Record<Severity, string>> = {
  critical: "Critical",
  serious: "Serious",
  moderate: "Moderate",
  minor: "Minor",
};

const CONFIDENCE: Readonly<Record<Confidence, string>> = {
  proven: "Proven: what stands on the page contradicts the rules",
  observed: "Observed by the extension itself",
  suspected: "Suspected",
};

/** One kind of finding with every place where it was found: what to do about it is said once. */
export function FindingCard({ findings, seen }: { findings: readonly Finding[]; seen: Seen }) {
  const [finding] = findings;
  if (!finding) return null;
  return (
    <li class={`card finding is-${finding.severity}`}>
      <div class="finding-title">
        <span class="severity">
          <WarningIcon />
          {SEVERITY[finding.severity]}
        </span>
        <h2>{finding.title.en}</h2>
      </div>
      {findings.map((one) => (
        <Place
          key={one.selector}
          finding={one}
          name={seen.claim.manifest.slots[one.slot ?? ""]?.name ?? one.slot ?? "This page"}
        />
      ))}
      <p class="aside">{CONFIDENCE[finding.confidence]}</p>
      <dl>
        <dt>Likely gap</dt>
        <dd>{finding.likelyGap.en}</dd>
        <dt>Risk</dt>
        <dd>{finding.risk.en}</dd>
        <dt>Fix</dt>
        <dd>{finding.fix.en}</dd>
      </dl>
    </li>
  );
}

function Place({ finding, name }: { finding: Finding; name: string }) {
  const frame = () => void outline(finding.selector);
  const unframe = () => void outline();
  return (
    <div class="fault">
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
        <span class="unseen">: show it on the page</span>
      </button>
      <ul class="evidence">
        {finding.evidence.map((sentence) => (
          <li key={sentence.en} dir="auto">
            {sentence.en}
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { Finding } from "../../../shared/findings/finding.ts";
import { FINDINGS } from "../../../shared/findings/list.ts";
import { CheckIcon } from "../drawn/icons.tsx";
import { Scene } from "../drawn/scene.tsx";
import type { Seen } from "../seen.ts";
import { FindingCard } from "./finding-card.tsx";

/** Everything that is wrong with the page; or that nothing is, and what was looked at. */
export function FindingsView({ seen, findings }: { seen: Seen; findings: readonly Finding[] }) {
  if (findings.length === 0) return <Clean seen={seen} />;
  return (
    <ol class="cards stack">
      {[...new Set(findings.map(({ id }) => id))].map((id) => (
        <FindingCard key={id} findings={findings.filter((finding) => finding.id === id)} seen={seen} />
      ))}
    </ol>
  );
}

function Clean({ seen }: { seen: Seen }) {
  const open = seen.observation.slots.filter(({ outcome }) => outcome === "undecided").length;
  return (
    <div class="empty stack">
      <Scene name="clean" />
      <h2>Nothing wrong was found</h2>
      <p>Looked for on this page{seen.preview ? ", for the previewed visitor" : ""}, and not found:</p>
      <ul class="checked">
        {FINDINGS.map(({ id, title }) => (
          <li key={id}>
            <CheckIcon />
            {title.en}
          </li>
        ))}
      </ul>
      {open > 0 && (
        <p class="aside">
          {open === 1 ? "1 slot is" : `${open} slots are`} not decided yet and could not be checked.
        </p>
      )}
    </div>
  );
}

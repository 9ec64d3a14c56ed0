import { useState } from "preact/hooks";
import { choiceIn, type ReadLink, readPreviewLink } from "../../../shared/protocol/preview-link.ts";
import { dated, say } from "../../words.ts";
import { preview } from "../act.ts";
import { lookAgain } from "../connect.ts";
import { called } from "../person/called.ts";
import { previewOf } from "../person/visitor.ts";
import type { Seen } from "../seen.ts";
import { takeLink } from "./take-link.ts";

/** A page whose address asks for a preview: nothing applies before the marketer has seen who, and said yes. */
export function LinkCard({ seen }: { seen: Seen }) {
  const [answered, setAnswered] = useState<string>();
  const { url } = seen.observation;
  const read = url === answered ? undefined : readPreviewLink(url, Date.now());
  if (!read) return null;
  const away = () => {
    setAnswered(url);
    return takeLink(seen.tab);
  };
  if (read.is === "preview") return <Asking seen={seen} read={read} away={away} />;
  return (
    <section class="card link-card" aria-label={say("linkTitle")}>
      <p>{refusal(read)}</p>
      <button type="button" class="secondary" onClick={() => void away().then(lookAgain)}>
        {say("linkDismiss")}
      </button>
    </section>
  );
}

type AskingProps = {
  readonly seen: Seen;
  readonly read: Extract<ReadLink, { is: "preview" }>;
  readonly away: () => Promise<void>;
};

function Asking({ seen, read: { linked, until }, away }: AskingProps) {
  const choice = choiceIn(linked);
  const [who, ...more] = called(choice, seen.rules);
  const isFound = previewOf(choice, seen.rules, { tab: seen.tab, now: Date.now() }) !== undefined;
  return (
    <section class="card link-card" aria-labelledby="link-title">
      <h2 id="link-title">{say("linkTitle")}</h2>
      {isFound ? (
        <>
          <p>{say("linkAsks")}</p>
          <p class="link-who" dir="auto">
            {who}
          </p>
          <ul class="link-more">
            {more.map((part) => (
              <li key={part} dir="auto">
                {part}
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{say("linkUnknown")}</p>
      )}
      <p class="aside">{say("linkUntil", { time: dated(new Date(until), { timeStyle: "short" }) })}</p>
      <div class="link-answers">
        {isFound && (
          // The page loads again for a preview, and takes the address as it is then.
          <button
            type="button"
            class="primary"
            onClick={() => void preview(seen, choice, { until, first: away })}
          >
            {say("linkPreview")}
          </button>
        )}
        <button type="button" class="secondary" onClick={() => void away().then(lookAgain)}>
          {say("linkNotNow")}
        </button>
      </div>
    </section>
  );
}

function refusal(read: Exclude<ReadLink, { is: "preview" }>): string {
  if (read.is === "expired") return say("linkExpired");
  if (read.is === "unreadable") return say("linkUnreadable");
  return say("linkElsewhere", { host: URL.canParse(read.origin) ? new URL(read.origin).host : read.origin });
}

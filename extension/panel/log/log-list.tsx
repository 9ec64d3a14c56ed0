import { useState } from "preact/hooks";
import { entry as own } from "../../../shared/engine/facts.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import { count, dated, say } from "../../words.ts";
import { GATE_NAME, GATE_STATE } from "../drawn/gate-drawing.tsx";
import { change } from "../store.ts";
import { EMPTY, type Entry, type Log } from "./log.ts";

type Props = { readonly log: Log; readonly manifest: Manifest };

/** What happened in this tab since the panel looks at it, the newest on top. */
export function LogList({ log: { entries }, manifest }: Props) {
  if (entries.length === 0) return <p class="aside">{say("logEmpty")}</p>;
  return (
    <>
      <div class="log-head">
        <p class="aside">{say("logClaim")}</p>
        <button type="button" class="secondary" onClick={clear}>
          {say("logClear")}
        </button>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard. */}
      <ol class="log" tabIndex={0}>
        {entries.map((entry) => (
          <LogEntry key={entry.key} entry={entry} manifest={manifest} />
        ))}
      </ol>
    </>
  );
}

type EntryProps = { readonly entry: Entry; readonly manifest: Manifest };

/** An entry never changes: it is put into words once, however fast others come. */
function LogEntry({ entry, manifest }: EntryProps) {
  const [words] = useState(() => wordsOf(entry, manifest));
  const [time] = useState(() => dated(new Date(entry.at), { timeStyle: "medium" }));
  return (
    <li class={`entry is-${entry.is}`}>
      <time class="aside" dateTime={new Date(entry.at).toISOString()}>
        {time}
      </time>
      <span dir="auto">{words}</span>
    </li>
  );
}

/** The button goes with what it cleared: the focus stays near, on what unfolds it. */
function clear({ currentTarget }: { readonly currentTarget: HTMLElement }): void {
  currentTarget.closest("details")?.querySelector("summary")?.focus();
  change({ log: EMPTY });
}

/** One entry in words, with the names that the page's manifest has for what it tells of. */
export function wordsOf(entry: Entry, manifest: Manifest): string {
  switch (entry.is) {
    case "page":
      return entry.as === undefined
        ? say("logPage", { path: entry.path })
        : say("logPageAs", { path: entry.path, who: entry.as });
    case "decision":
      return decisionWords(entry, manifest);
    case "exposure": {
      const place = placeOf(entry, manifest);
      return entry.arm === "shown" ? say("logExposure", place) : say("logHoldout", place);
    }
    case "segment":
      return say(entry.change === "entered" ? "logEntered" : "logLeft", {
        audience: own(manifest.segments, entry.segment)?.name ?? entry.segment,
      });
    case "consent":
      return say("logConsent", { changes: entry.changes.map(gateWords).join(", ") });
    case "missed":
      return count("logMissed", entry.count);
  }
}

function decisionWords(entry: Extract<Entry, { is: "decision" }>, manifest: Manifest): string {
  const { slot, audience } = placeOf(entry, manifest);
  if (entry.outcome === "variation") return say("logVariation", { slot, audience });
  return entry.outcome === "default" ? say("logDefault", { slot }) : say("logNeutral", { slot });
}

const gateWords = ({ gate, state }: Extract<Entry, { is: "consent" }>["changes"][number]) =>
  say("logGate", { gate: say(GATE_NAME[gate]), state: say(GATE_STATE[state]) });

function placeOf(
  { slot, variation }: { readonly slot: string; readonly variation?: string | undefined },
  { slots, segments }: Manifest,
) {
  const rule = own(slots, slot);
  const segment = rule?.variations.find(({ id }) => id === variation)?.for;
  const audience = segment === undefined ? variation : own(segments, segment)?.name;
  return { slot: rule?.name ?? slot, audience: audience ?? segment ?? "" };
}

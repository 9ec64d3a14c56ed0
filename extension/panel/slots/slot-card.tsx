import { useEffect, useRef } from "preact/hooks";
import { asDecided } from "../../../shared/engine/anyway.ts";
import type { Decision } from "../../../shared/engine/trace.ts";
import type { Finding } from "../../../shared/findings/finding.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import type { ObservedSlot } from "../../../shared/protocol/observation.ts";
import type { Names } from "../../../shared/sentences/names.ts";
import { language, type PlainWord, say } from "../../words.ts";
import { outline } from "../act.ts";
import { WarningIcon } from "../drawn/icons.tsx";
import { SlotDrawing } from "../drawn/slot-drawing.tsx";
import { type Reasons, reasonsFor } from "../rules/reasons.ts";
import type { Seen } from "../seen.ts";
import { change } from "../store.ts";
import { anywayIn } from "./anyway.ts";
import { AnywayView } from "./anyway-view.tsx";
import { PassedOver } from "./passed-over.tsx";
import { RestsOnView } from "./rests-on.tsx";

type Props = {
  readonly seen: Seen;
  readonly observed: ObservedSlot;
  readonly slot: Manifest["slots"][string] | undefined;
  readonly decision: Decision | undefined;
  readonly names: Names;
  readonly findings: readonly Pick<Finding, "id" | "title">[];
  /** The pointer rests over this slot in the page. */
  readonly isPointedAt: boolean;
};

const OUTCOME = {
  variation: "outcomeVariation",
  default: "outcomeDefault",
  neutral: "outcomeNeutral",
  undecided: "outcomeUndecided",
} as const satisfies Record<ObservedSlot["outcome"], PlainWord>;

/** One slot: how it stands in the page, what the page script decided, and why. */
export function SlotCard(props: Props) {
  const { seen, observed, slot, names, findings, isPointedAt } = props;
  const asked = anywayIn(seen, observed.slot);
  const isAnyway = asked !== undefined && observed.shown === asked.variation;
  // What is shown anyway has no reasons: those of what was decided are told.
  const decision = isAnyway && props.decision ? asDecided(props.decision) : props.decision;
  const reasons = decision && reasonsFor(decision, names);
  const quote = observed.text !== "" && (
    <blockquote>
      <p dir="auto">{observed.text}</p>
    </blockquote>
  );
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isPointedAt) card.current?.scrollIntoView({ block: "nearest" });
  }, [isPointedAt]);
  const frame = () => void outline(observed.selector);
  const unframe = () => void outline();
  return (
    <li
      ref={card}
      class={isPointedAt ? "card slot is-pointed-at" : "card slot"}
      onMouseEnter={frame}
      onMouseLeave={unframe}
      onFocusIn={frame}
      onFocusOut={unframe}
    >
      <SlotDrawing outcome={observed.outcome} />
      <div class="slot-title">
        <h2 dir="auto">{slot?.name ?? observed.slot}</h2>
        <span class={`chip is-${observed.outcome}`}>
          {say(isAnyway ? "anywayChip" : OUTCOME[observed.outcome])}
        </span>
      </div>
      <div class="slot-words">
        {asked && <AnywayView seen={seen} asked={asked} isShown={isAnyway} names={names} />}
        {isAnyway && quote}
        {isAnyway && <p class="would">{say("anywayWould")}</p>}
        <Told observed={observed} decision={decision} reasons={reasons} isAnyway={isAnyway} />
        {!isAnyway && quote}
        {!observed.visible && observed.outcome !== "undecided" && <p class="aside">{say("slotInvisible")}</p>}
        {decision && reasons && (
          <>
            <RestsOnView seen={seen} decision={decision} />
            <PassedOver seen={seen} decision={decision} reasons={reasons} />
          </>
        )}
        {findings.map(({ id, title }) => (
          <button type="button" class="flag" key={id} onClick={toFindings}>
            <WarningIcon />
            {title[language()]}
          </button>
        ))}
      </div>
    </li>
  );
}

/** The button goes with this view: the focus stays near, on the tab that it has opened. */
function toFindings(): void {
  change({ view: "findings" });
  document.getElementById("tab-findings")?.focus();
}

type ToldProps = Pick<Props, "observed" | "decision"> & {
  readonly reasons: Reasons | undefined;
  readonly isAnyway: boolean;
};

/** What the page script says of the slot; beside what stands there, if that is something else. */
function Told({ observed, decision, reasons, isAnyway }: ToldProps) {
  if (!decision || !reasons)
    return <p>{say(observed.outcome === "undecided" ? "slotUndecided" : "slotNotSpokenOf")}</p>;
  const isAsSaid =
    isAnyway ||
    observed.outcome === "undecided" ||
    (observed.outcome === decision.outcome && observed.shown === decision.shown?.variation);
  return (
    <>
      <p class="headline" dir="auto">
        {isAsSaid ? reasons.headline : say("slotClaim", { claim: reasons.headline })}
      </p>
      {reasons.why.map((sentence) => (
        <p class="why" key={sentence} dir="auto">
          {sentence}
        </p>
      ))}
    </>
  );
}

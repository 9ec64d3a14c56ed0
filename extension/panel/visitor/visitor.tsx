import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { number, say } from "../../words.ts";
import { ChevronIcon } from "../drawn/icons.tsx";
import { LogList } from "../log/log-list.tsx";
import { namesOf } from "../rules/rules.ts";
import type { Seen } from "../seen.ts";
import type { State } from "../store.ts";
import { Behavior } from "./behavior.tsx";
import { ConsentList } from "./consent-list.tsx";
import { factsOf, propertiesOf, segmentsOf } from "./known.ts";
import { PropertiesList } from "./properties-list.tsx";
import { SegmentsList } from "./segments-list.tsx";

/** The visitor as Forwhom sees them, unfolded from under their name; and what happens meanwhile. */
export function Visitor({ seen, log }: { seen: Seen; log: State["log"] }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="visitor" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <ChevronIcon />
        {say("visitorKnown")}
      </summary>
      {isOpen && <Known seen={seen} log={log} />}
    </details>
  );
}

function Known({ seen, log }: { seen: Seen; log: State["log"] }) {
  const names = namesOf(seen.rules);
  const facts = factsOf(seen);
  const properties = propertiesOf(seen);
  const segments = segmentsOf(seen);
  const events = "is" in facts.events ? (facts.view ?? []) : facts.events;
  return (
    <section class="known" aria-label={say("visitorKnown")}>
      <p class="aside">{say(seen.preview ? "visitorMadeUp" : "visitorClaim")}</p>
      <Part
        name={say("visitorProperties")}
        count={properties.filter(({ fact }) => fact.is === "known").length}
      >
        <PropertiesList properties={properties} names={names} />
      </Part>
      <Part
        name={say("visitorAudiences")}
        count={segments.filter(({ evaluation }) => evaluation.is === "yes").length}
      >
        <SegmentsList segments={segments} names={names} />
      </Part>
      <Part name={say("visitorBehavior")} count={events.length}>
        <Behavior facts={facts} />
      </Part>
      <Part name={say("visitorConsent")}>
        <ConsentList seen={seen} />
      </Part>
      <Part name={say("visitorLog")} count={log.entries.length}>
        <LogList log={log} manifest={seen.claim.manifest} />
      </Part>
    </section>
  );
}

type PartProps = { readonly name: string; readonly count?: number; readonly children: ComponentChildren };

/** What is folded costs nothing, however much there is. */
function Part({ name, count, children }: PartProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="part" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <ChevronIcon />
        {name}
        {count !== undefined && <span class="count">{number(count)}</span>}
      </summary>
      {isOpen && <div class="part-content">{children}</div>}
    </details>
  );
}

import { say } from "../../words.ts";
import { ToCompare } from "../compare/to-compare.tsx";
import { HandOn } from "../link/hand-on.tsx";
import { MakeUp } from "../make-up/make-up.tsx";
import type { Part } from "../make-up/parts.ts";
import { choiceOf } from "../person/switches.ts";
import { namesOf } from "../rules/rules.ts";
import type { Seen } from "../seen.ts";
import { look } from "../store.ts";
import { Kept } from "../visitors/kept.tsx";
import { Also } from "./also.tsx";
import { groupsOf, INPUT } from "./groups.ts";
import { Search } from "./search.tsx";
import { SegmentRow } from "./segment-row.tsx";
import { Yourself } from "./yourself.tsx";

type Props = { readonly seen: Seen; readonly toChange: readonly Part[]; readonly text: string };

/** Every audience of the library, or those with these words: choosing one shows the page as somebody in it. */
export function AudiencesView({ seen, toChange, text }: Props) {
  const choice = choiceOf(seen.preview, seen.rules, seen.chosen);
  const groups = groupsOf(seen, text);
  const names = namesOf(seen.rules);
  return (
    <div class="stack audiences">
      <ToCompare seen={seen} />
      <Also seen={seen} choice={choice} />
      <MakeUp seen={seen} choice={choice} added={toChange} />
      {seen.preview && <HandOn seen={seen} choice={choice} />}
      <Search
        name={say("searchAudiences")}
        text={text}
        found=".rows .choose"
        onInput={(said) => look({ text: said })}
      />
      {text === "" && <Yourself seen={seen} />}
      <Kept seen={seen} choice={choice} text={text} />
      {groups.length === 0 && <p class="empty">{say("noAudienceCalled", { text })}</p>}
      {groups.map(({ input, segments }) => (
        <section key={input} aria-labelledby={`group-${input}`}>
          <h2 id={`group-${input}`} class="group">
            {say(INPUT[input])}
          </h2>
          <ul class="rows">
            {segments.map((segment) => (
              <SegmentRow key={segment.id} segment={segment} seen={seen} choice={choice} names={names} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

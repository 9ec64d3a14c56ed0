import { say } from "../../words.ts";
import { preview } from "../act.ts";
import { moveBetween } from "../audiences/move-between.ts";
import { CheckIcon } from "../drawn/icons.tsx";
import { called } from "../person/called.ts";
import type { Choice } from "../person/choice.ts";
import type { Seen } from "../seen.ts";
import { useVisitors } from "./keep.ts";
import { SavedRow } from "./saved-row.tsx";
import { isSame } from "./visitors.ts";

type Props = {
  readonly seen: Seen;
  readonly choice: Choice;
  /** What is searched for. */
  readonly text: string;
};

/** The last who were previewed on this site, and those who were given a name. */
export function Kept({ seen, choice, text }: Props) {
  const { origin } = new URL(seen.observation.url);
  const { saved, recent } = useVisitors(origin);
  const words = text.toLocaleLowerCase().split(/\s+/);
  const isFound = (name: string) => words.every((word) => name.toLocaleLowerCase().includes(word));
  const chosen = seen.preview && choice;
  const named = saved.filter(({ name }) => isFound(name));
  // Whoever searches wants somebody of this name, not of the same name with something changed.
  const last = text === "" ? recent.map((one) => ({ one, parts: called(one, seen.rules) })) : [];
  return (
    <>
      {last.length > 0 && (
        <section aria-labelledby="recent-visitors">
          <h2 id="recent-visitors" class="group">
            {say("recentVisitors")}
          </h2>
          <ul class="rows">
            {last.map(({ one, parts: [who, ...more] }) => {
              const isChosen = isSame(one, chosen);
              return (
                <li key={JSON.stringify(one)} class={isChosen ? "row is-chosen" : "row"}>
                  <button
                    type="button"
                    class="choose recent"
                    aria-pressed={isChosen}
                    onKeyDown={moveBetween}
                    onClick={() => void preview(seen, one)}
                  >
                    <span class="chosen-mark">{isChosen && <CheckIcon />}</span>
                    <span class="choose-name" dir="auto">
                      {who}
                      {more.length > 0 && <span class="aside more">{more.join(" · ")}</span>}
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {named.length > 0 && (
        <section aria-labelledby="saved-visitors">
          <h2 id="saved-visitors" class="group">
            {say("savedVisitors")}
          </h2>
          <ul class="rows">
            {named.map((visitor) => (
              <SavedRow
                key={visitor.name}
                visitor={visitor}
                seen={seen}
                origin={origin}
                isChosen={isSame(visitor.choice, chosen)}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

import { useEffect, useRef, useState } from "preact/hooks";
import { type Changes, type Choice, withChanges } from "../../../shared/protocol/choice.ts";
import { number, say } from "../../words.ts";
import { preview } from "../act.ts";
import { ChevronIcon } from "../drawn/icons.tsx";
import type { Seen } from "../seen.ts";
import { isSame } from "../visitors/visitors.ts";
import { AddChange } from "./add-change.tsx";
import { ChangedList } from "./changed-list.tsx";
import { type Part, partsIn } from "./parts.ts";

type Props = { readonly seen: Seen; readonly choice: Choice };

/** A visitor is made up by changing somebody, one thing after the other; the page follows at once. */
export function MakeUp({ seen, choice: previewed }: Props) {
  const { choice, ask } = useAsked(seen, previewed);
  const [added, setAdded] = useState<readonly Part[]>([]);
  const add = useRef<HTMLSelectElement>(null);
  const changes = choice.changes ?? {};
  const made = partsIn(changes);
  const change = (next: Changes) => ask(withChanges(choice, next));
  return (
    <details class="make-up" open={made.length > 0}>
      <summary>
        <ChevronIcon />
        {say("makeUp")}
        {made.length > 0 && <span class="count">{number(made.length)}</span>}
      </summary>
      <div class="making">
        <StartFrom seen={seen} choice={choice} onChoose={ask} />
        <ChangedList
          rules={seen.rules}
          changes={changes}
          added={added}
          onChange={change}
          onTakeBack={(part, next) => {
            setAdded(added.filter((one) => one !== part));
            if (made.includes(part)) change(next);
            add.current?.focus();
          }}
        />
        <AddChange
          field={add}
          rules={seen.rules}
          without={[...made, ...added]}
          onAdd={(part, next) => {
            setAdded([...added.filter((one) => one !== part), part]);
            if (next) change({ ...changes, ...next(changes) });
          }}
        />
        {!seen.rules.full && <p class="aside">{say("onlyOnPage")}</p>}
      </div>
    </details>
  );
}

/**
 * What was asked for last, until the page is seen so: a second change, made while the page still loads
 * after the first, must not undo it.
 */
function useAsked(seen: Seen, previewed: Choice) {
  const [asked, setAsked] = useState<Choice>();
  const isThere = isSame(asked, previewed);
  const isPreviewed = seen.preview !== undefined;
  useEffect(() => {
    if (isThere || !isPreviewed) setAsked(undefined);
  }, [isThere, isPreviewed]);
  const before = asked ?? previewed;
  const ask = async (choice: Choice) => {
    setAsked(choice);
    if (!(await preview(seen, choice, { before }))) setAsked(undefined);
  };
  return { choice: before, ask: (choice: Choice) => void ask(choice) };
}

type StartProps = Props & { readonly onChoose: (choice: Choice) => void };

function StartFrom({ seen, choice, onChoose }: StartProps) {
  const { sample: _sample, ...rest } = choice;
  return (
    <label class="start-from">
      <span>{say("startFrom")}</span>
      <select
        value={choice.segment ?? ""}
        onChange={({ currentTarget: { value } }) =>
          onChoose({ ...rest, segment: value === "" ? undefined : value })
        }
      >
        <option value="">{say("anybody")}</option>
        {Object.entries(seen.rules.manifest.segments).map(([id, { name }]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

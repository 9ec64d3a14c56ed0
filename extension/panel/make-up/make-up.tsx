import { useEffect, useRef, useState } from "preact/hooks";
import { type Changes, type Choice, withChanges } from "../../../shared/protocol/choice.ts";
import { number, say } from "../../words.ts";
import { preview } from "../act.ts";
import { ChevronIcon } from "../drawn/icons.tsx";
import type { Seen } from "../seen.ts";
import { change as store } from "../store.ts";
import { AddChange } from "./add-change.tsx";
import { ChangedList } from "./changed-list.tsx";
import { type Part, partsIn } from "./parts.ts";

type OfVisitor = { readonly seen: Seen; readonly choice: Choice };

type Props = OfVisitor & {
  /** Chosen to be changed, the value perhaps still to come. */
  readonly added: readonly Part[];
};

/** A visitor is made up by changing somebody, one thing after the other; the page follows at once. */
export function MakeUp({ seen, choice, added }: Props) {
  const setAdded = (toChange: readonly Part[]) => store({ toChange });
  const add = useRef<HTMLSelectElement>(null);
  const changes = choice.changes ?? {};
  const made = partsIn(changes);
  // Where something is changed it is to be seen; and stays open when the last change is taken back.
  const isMade = made.length > 0;
  const [isOpen, setOpen] = useState(isMade || added.length > 0);
  useEffect(() => {
    if (isMade) setOpen(true);
  }, [isMade]);
  const ask = (next: Choice) => void preview(seen, next, { before: choice });
  const change = (next: Changes) => ask(withChanges(choice, next));
  return (
    <details class="make-up" open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <ChevronIcon />
        {say("makeUp")}
        {isMade && <span class="count">{number(made.length)}</span>}
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
          changes={changes}
          without={[...made, ...added]}
          onAdd={(part, next) => {
            setAdded([...added.filter((one) => one !== part), part]);
            if (next) change(next);
          }}
        />
        {!seen.rules.full && <p class="aside">{say("onlyOnPage")}</p>}
      </div>
    </details>
  );
}

type StartProps = OfVisitor & { readonly onChoose: (choice: Choice) => void };

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

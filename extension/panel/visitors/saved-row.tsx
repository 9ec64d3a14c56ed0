import { useState } from "preact/hooks";
import { say } from "../../words.ts";
import { preview } from "../act.ts";
import { moveBetween } from "../audiences/move-between.ts";
import { CheckIcon, CloseIcon, PenIcon } from "../drawn/icons.tsx";
import { called } from "../person/called.ts";
import type { Seen } from "../seen.ts";
import { changeVisitors } from "./keep.ts";
import { NameField } from "./name-field.tsx";
import { renamed, type SavedVisitor, without } from "./visitors.ts";

type Props = {
  readonly visitor: SavedVisitor;
  readonly seen: Seen;
  readonly origin: string;
  readonly isChosen: boolean;
};

/** One visitor who has a name: choosing previews at once; the name can be changed, or the visitor let go. */
export function SavedRow({ visitor: { name, choice }, seen, origin, isChosen }: Props) {
  const [isNaming, setNaming] = useState(false);
  if (isNaming)
    return (
      <li class="row is-naming">
        <NameField
          name={name}
          onDone={(next) => {
            setNaming(false);
            if (next !== undefined) void changeVisitors(origin, (kept) => renamed(kept, name, next));
          }}
        />
      </li>
    );
  return (
    <li class={isChosen ? "row is-chosen saved" : "row saved"}>
      <button
        type="button"
        class="choose"
        aria-pressed={isChosen}
        onKeyDown={moveBetween}
        title={called(choice, seen.rules).join(" · ")}
        onClick={() => void preview(seen, choice)}
      >
        <span class="chosen-mark">{isChosen && <CheckIcon />}</span>
        <span class="choose-name" dir="auto">
          {name}
        </span>
      </button>
      <button
        type="button"
        class="unfold"
        aria-label={say("renameVisitor", { name })}
        title={say("renameVisitor", { name })}
        onClick={() => setNaming(true)}
      >
        <PenIcon />
      </button>
      <button
        type="button"
        class="unfold"
        aria-label={say("deleteVisitor", { name })}
        title={say("deleteVisitor", { name })}
        onClick={(event) => {
          // The button goes with its row: the focus stays near.
          const list = event.currentTarget.closest(".audiences");
          list?.querySelector<HTMLElement>(".yourself, input[type=search]")?.focus();
          void changeVisitors(origin, (kept) => without(kept, name));
        }}
      >
        <CloseIcon />
      </button>
    </li>
  );
}

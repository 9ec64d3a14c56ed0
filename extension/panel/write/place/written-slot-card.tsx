import { useEffect, useRef, useState } from "preact/hooks";
import { entry } from "../../../../shared/engine/facts.ts";
import type { Library } from "../../../../shared/library/library.ts";
import type { ShownDraft } from "../../../../shared/protocol/draft/draft.ts";
import { called } from "../../../called.ts";
import { say } from "../../../words.ts";
import { outline } from "../../act.ts";
import { ChevronIcon, CloseIcon } from "../../drawn/icons.tsx";
import type { KnownRules } from "../../rules/rules.ts";
import {
  begun,
  changed,
  type Draft,
  isSamePlace,
  isWhole,
  type WordsPlace,
  type WrittenSlot,
  without,
} from "../draft.ts";
import { see, write } from "../in-page.ts";
import { Outcome } from "../outcome.tsx";
import { VariationFields } from "../variation-fields.tsx";
import type { NamedSlot } from "../written.ts";
import { segmentsIn } from "./known-place.ts";
import { PlaceTitle } from "./place-title.tsx";
import { SlotDetails } from "./slot-details.tsx";

type Props = {
  readonly slot: WrittenSlot;
  readonly at: number;
  readonly named: NamedSlot | undefined;
  readonly draft: Draft;
  /** The library without what is written. */
  readonly library: Library;
  readonly rules: KnownRules;
  readonly shown: ShownDraft | undefined;
  /** Where something is written in the page itself. */
  readonly writing: WordsPlace | undefined;
  /** It has just been pointed at. */
  readonly isFresh: boolean;
};

/** One place that was pointed at: its name, its own content, and what is written instead for whom. */
export function WrittenSlotCard({ slot, at, named, draft, library, rules, shown, writing, isFresh }: Props) {
  const name = useRef<HTMLInputElement>(null);
  const add = useRef<HTMLSelectElement>(null);
  const [added, setAdded] = useState<string>();
  useEffect(() => {
    if (isFresh) name.current?.select();
    if (isFresh) (name.current ?? add.current)?.focus();
  }, [isFresh]);
  const change = (part: Partial<WrittenSlot>) => write(changed(draft, at, part));
  const segments = Object.entries(rules.manifest.segments);
  const has = segmentsIn(library, slot);
  const left = segments.filter(([id]) => ![...slot.variations.map((one) => one.for), ...has].includes(id));
  const around = entry(library.slots, slot.within ?? "")?.name;
  const frame = () => void outline(slot.selector);
  const unframe = () => void outline();
  return (
    <li
      class="card written"
      onMouseEnter={frame}
      onMouseLeave={unframe}
      onFocusIn={frame}
      onFocusOut={unframe}
    >
      <div class="written-title">
        <PlaceTitle
          slot={slot}
          rules={rules}
          has={has}
          field={name}
          onName={(said) => change({ name: said })}
        />
        <button
          type="button"
          class="quiet"
          aria-label={say("placeRemove", { name: slot.name })}
          onClick={() => {
            void outline();
            write(without(draft, at));
            document.querySelector<HTMLElement>(".point button")?.focus();
          }}
        >
          <CloseIcon />
        </button>
      </div>
      <blockquote>
        <p dir="auto">{called({ ...slot, text: slot.own })}</p>
      </blockquote>
      {around !== undefined && <p class="aside">{say("placeWithin", { slot: around })}</p>}
      {shown && <Outcome shown={shown} slot={named?.id} rules={rules} />}
      {slot.variations.map((variation, index) => (
        <VariationFields
          key={variation.for}
          slot={slot}
          variation={variation}
          rules={rules}
          isNew={variation.for === added}
          isSeen={shown !== undefined && shown.segment === variation.for}
          isWrittenInPage={
            writing !== undefined && isSamePlace(slot, writing) && writing.for === variation.for
          }
          onWrite={(next) =>
            change({ variations: slot.variations.map((one, which) => (which === index ? next : one)) })
          }
          onRemove={() => {
            change({ variations: without(slot.variations, index) });
            add.current?.focus();
          }}
        />
      ))}
      {left.length > 0 && (
        <select
          ref={add}
          class="add-change"
          aria-label={say("variationAdd")}
          value=""
          onChange={({ currentTarget }) => {
            const variation = { for: currentTarget.value, content: begun(slot) };
            currentTarget.value = "";
            if (variation.for === "") return;
            setAdded(variation.for);
            change({ variations: [...slot.variations, variation] });
            // Whoever writes for somebody sees it as they do from the first letter on.
            if (isWhole(variation)) void see(variation.for);
          }}
        >
          <option value="">{say("variationAdd")}</option>
          {left.map(([id, segment]) => (
            <option key={id} value={id}>
              {segment.name}
            </option>
          ))}
        </select>
      )}
      {slot.slot === undefined && (
        <details>
          <summary>
            <ChevronIcon />
            {say("placeDetails")}
          </summary>
          <SlotDetails slot={slot} rules={rules} onChange={change} />
        </details>
      )}
    </li>
  );
}

import { useEffect, useRef } from "preact/hooks";
import { entry } from "../../../shared/engine/facts.ts";
import { type PlainWord, say } from "../../words.ts";
import { CloseIcon, PenIcon } from "../drawn/icons.tsx";
import type { KnownRules } from "../rules/rules.ts";
import {
  type ContentKind,
  isWhole,
  kindsFor,
  type WrittenSlot,
  type WrittenVariation,
  wordsOf,
} from "./draft.ts";
import { see } from "./in-page.ts";
import { endWriting, writeInPage } from "./in-place.ts";

const KIND = {
  text: "contentText",
  button: "contentButton",
  offer: "contentOffer",
  hide: "contentHide",
} as const satisfies Record<ContentKind, PlainWord>;

type Props = {
  readonly slot: WrittenSlot;
  readonly variation: WrittenVariation;
  readonly rules: KnownRules;
  /** It was added just now: the next key writes it. */
  readonly isNew: boolean;
  /** The page is seen as somebody in its segment. */
  readonly isSeen: boolean;
  /** It is written in the page itself just now. */
  readonly isWrittenInPage: boolean;
  readonly onWrite: (variation: WrittenVariation) => void;
  readonly onRemove: () => void;
};

/** What one segment sees in a place: it is written here and seen in the page at once. */
export function VariationFields({
  slot,
  variation,
  rules,
  isNew,
  isSeen,
  isWrittenInPage,
  onWrite,
  onRemove,
}: Props) {
  const name = entry(rules.manifest.segments, variation.for)?.name ?? variation.for;
  const fields = useRef<HTMLFieldSetElement>(null);
  useEffect(() => {
    if (!isNew) return;
    const first = fields.current?.querySelector<HTMLTextAreaElement | HTMLInputElement>("textarea, input");
    if (first) first.select();
    else fields.current?.querySelector("select")?.focus();
  }, [isNew]);
  const { content } = variation;
  const offers = Object.entries(rules.manifest.offers);
  const put = (next: WrittenVariation["content"]) => {
    // The field in the page would go on from what it has.
    void endWriting();
    onWrite({ ...variation, content: next });
  };
  const turnInto = (kind: ContentKind) => {
    if (kind === "hide") return put({ hide: true });
    if (kind === "offer") return put({ offer: offers[0]?.[0] ?? "" });
    const words = wordsOf(variation) ?? slot.own;
    put(kind === "text" ? { text: words } : { label: words, href: slot.href ?? "" });
  };
  return (
    <fieldset ref={fields} class="variation">
      <legend dir="auto">{say("variationFor", { segment: name })}</legend>
      <select
        aria-label={say("contentKind")}
        value={kindOf(content)}
        onChange={({ currentTarget }) => turnInto(currentTarget.value as ContentKind)}
      >
        {kindsFor(slot)
          .filter((kind) => kind !== "offer" || offers.length > 0)
          .map((kind) => (
            <option key={kind} value={kind}>
              {say(KIND[kind])}
            </option>
          ))}
      </select>
      <button
        type="button"
        class="quiet"
        aria-label={say("variationRemove", { segment: name })}
        onClick={onRemove}
      >
        <CloseIcon />
      </button>
      {"text" in content && (
        <textarea
          aria-label={say("contentWords")}
          rows={3}
          dir="auto"
          maxLength={5_000}
          value={content.text}
          onInput={({ currentTarget }) => put({ text: currentTarget.value })}
        />
      )}
      {"label" in content && (
        <>
          <input
            type="text"
            aria-label={say("contentLabel")}
            placeholder={say("contentLabel")}
            dir="auto"
            maxLength={500}
            value={content.label}
            onInput={({ currentTarget }) => put({ ...content, label: currentTarget.value })}
          />
          <input
            type="text"
            class="address-field"
            inputMode="url"
            aria-label={say("contentAddress")}
            placeholder="/demo"
            maxLength={2_000}
            value={content.href}
            onInput={({ currentTarget }) => put({ ...content, href: currentTarget.value })}
          />
        </>
      )}
      {"offer" in content && (
        <select
          aria-label={say("contentOffer")}
          value={content.offer}
          onChange={({ currentTarget }) => put({ offer: currentTarget.value })}
        >
          {offers.map(([id, { label }]) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
      )}
      <div class="variation-ways">
        <button
          type="button"
          class="secondary see"
          aria-pressed={isSeen}
          disabled={!isWhole(variation)}
          onClick={() => void see(variation.for)}
        >
          {say(isSeen ? "seenInPage" : "seeInPage")}
        </button>
        {wordsOf(variation) !== undefined && (
          <button
            type="button"
            class="secondary see"
            aria-pressed={isWrittenInPage}
            disabled={!isWhole(variation) && !isWrittenInPage}
            onClick={() => void (isWrittenInPage ? endWriting() : writeInPage(slot, variation))}
          >
            <PenIcon />
            {say(isWrittenInPage ? "writingInPage" : "writeInPage")}
          </button>
        )}
      </div>
    </fieldset>
  );
}

function kindOf(content: WrittenVariation["content"]): ContentKind {
  if ("text" in content) return "text";
  if ("label" in content) return "button";
  return "offer" in content ? "offer" : "hide";
}

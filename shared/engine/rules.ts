import type { Condition } from "./condition.ts";
import type { TraitsOf } from "./leaf/traits.ts";

/** What is put into a slot. */
export type Content =
  | { readonly template: true }
  | { readonly text: string }
  | { readonly html: string }
  | { readonly offer: string }
  | { readonly attributes: { readonly [Name in Attribute]?: string | undefined } }
  | { readonly fragment: string }
  | { readonly hide: true };

/** The attributes of a slot's own element that content may set. */
export const ATTRIBUTES = ["alt", "aria-label", "class", "href", "sizes", "src", "srcset", "title"] as const;
export type Attribute = (typeof ATTRIBUTES)[number];

export type VariationRule = {
  readonly id: string;
  readonly for: string;
  readonly goal?: string | undefined;
  readonly priority?: number | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly content: Content;
  /** The language of the content, where it is not the page's. */
  readonly lang?: string | undefined;
  /** The fingerprint of content that stands elsewhere, and may be shown only as it was approved. */
  readonly approved?: string | undefined;
};

/** When a slot may change because of what became known late. DESIGN §6.4 says what may act in view. */
export const CHANGES = ["next-view", "out-of-view", "now"] as const;

export type SlotRule = {
  readonly default: { readonly goal?: string | undefined; readonly offer?: string | undefined };
  readonly neutral: Content;
  readonly variations: readonly VariationRule[];
  readonly paused?: boolean | undefined;
  readonly channel?: string | undefined;
  readonly tags?: readonly string[] | undefined;
};

export type SuppressionClass = "legal" | "safety" | "relationship" | "fit" | "fatigue";

export type SuppressionRule = {
  readonly class: SuppressionClass;
  readonly when: Condition;
  readonly blocks: {
    readonly goals?: readonly string[] | undefined;
    readonly offers?: readonly string[] | undefined;
    readonly slots?: readonly string[] | undefined;
    readonly channels?: readonly string[] | undefined;
    readonly tags?: readonly string[] | undefined;
  };
  readonly doubt?: "suppress" | "show" | undefined;
};

export type OfferRule = {
  readonly goal: string;
  readonly eligible?: Condition | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly blackouts?: readonly { readonly from: string; readonly until: string }[] | undefined;
  readonly excludes?: readonly string[] | undefined;
  readonly coolDown?: string | undefined;
  readonly once?: boolean | undefined;
  readonly cap?: { readonly times: number; readonly within: string } | undefined;
};

/** What deciding needs. A library has it, and so has the manifest published from it. */
export type Rules = {
  readonly stop?: boolean | undefined;
  readonly segments: Readonly<Record<string, { readonly when: Condition }>>;
  readonly properties?: TraitsOf | undefined;
  readonly suppressions: Readonly<Record<string, SuppressionRule>>;
  readonly offers: Readonly<Record<string, OfferRule>>;
  readonly slots: Readonly<Record<string, SlotRule>>;
  readonly measurement: { readonly holdout?: number | undefined };
};

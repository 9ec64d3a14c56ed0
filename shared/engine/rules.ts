import type { Condition } from "./condition.ts";
import type { TraitsOf } from "./leaf/traits.ts";

/** What is put into a slot. */
export type Content =
  | { readonly template: true }
  | { readonly text: string }
  | { readonly offer: string }
  | { readonly hide: true };

export type VariationRule = {
  readonly id: string;
  readonly for: string;
  readonly goal?: string | undefined;
  readonly priority?: number | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly content: Content;
};

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

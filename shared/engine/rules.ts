import type { Condition } from "./condition.ts";

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
  readonly content: Content;
};

export type SlotRule = {
  readonly default: { readonly goal?: string | undefined; readonly offer?: string | undefined };
  readonly neutral: Content;
  readonly variations: readonly VariationRule[];
  readonly paused?: boolean | undefined;
};

export type SuppressionClass = "legal" | "safety" | "relationship" | "fit" | "fatigue";

export type SuppressionRule = {
  readonly class: SuppressionClass;
  readonly when: Condition;
  readonly blocks: {
    readonly goals?: readonly string[] | undefined;
    readonly offers?: readonly string[] | undefined;
    readonly slots?: readonly string[] | undefined;
  };
  readonly doubt?: "suppress" | "show" | undefined;
};

export type OfferRule = {
  readonly goal: string;
  readonly eligible?: Condition | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly cap?: { readonly times: number; readonly within: string } | undefined;
};

/** What deciding needs. A library has it, and so has the manifest published from it. */
export type Rules = {
  readonly stop?: boolean | undefined;
  readonly segments: Readonly<Record<string, { readonly when: Condition }>>;
  readonly suppressions: Readonly<Record<string, SuppressionRule>>;
  readonly offers: Readonly<Record<string, OfferRule>>;
  readonly slots: Readonly<Record<string, SlotRule>>;
  readonly measurement: { readonly holdout?: number | undefined };
};

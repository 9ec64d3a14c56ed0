import type { ConsentRecord } from "../consent/record.ts";
import type { Facts } from "../engine/facts.ts";
import type { Decision, Unusable } from "../engine/trace.ts";

/** Where a tab keeps its preview. */
export const PREVIEW_KEY = "forwhom.preview";

/** Under which symbol the page script finds it. */
export const previewSymbol: symbol = Symbol.for(PREVIEW_KEY);

/** What the page script finds there: a visitor to decide for instead of the real one. */
export type HandedPreview = {
  readonly label: string;
  readonly facts: Facts;
  readonly consent: ConsentRecord;
  /** Milliseconds since 1970. */
  readonly until: number;
  /** What is shown in place of what was decided, where a marketer asked to see it anyway. */
  readonly decided?:
    | ((decision: Decision, unusable: ReadonlyMap<string, Unusable>) => Decision | undefined)
    | undefined;
};

import type { Decision } from "../../../shared/engine/trace.ts";
import { explain } from "../../../shared/sentences/explain.ts";
import type { Names } from "../../../shared/sentences/names.ts";
import { language, say } from "../../words.ts";

/** A decision's sentences, apart: why it is so, and what stopped each candidate that was passed over. */
export type Reasons = {
  readonly headline: string;
  readonly why: readonly string[];
  readonly passedOver: readonly string[];
};

export function reasonsFor(decision: Decision, names: Names): Reasons {
  const { headline, sentences } = explain(decision, names, language());
  const stopped = decision.candidates.filter(({ stoppedBy }) => stoppedBy).length;
  const own = sentences.length - stopped;
  const why = sentences.slice(0, own);
  const passedOver = sentences.slice(own);
  return { headline, why: why.length === 0 && stopped > 0 ? [say("nothingFits")] : why, passedOver };
}

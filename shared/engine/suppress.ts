import { type Evaluation, evaluate } from "./evaluate.ts";
import { asLastKnown, type Facts } from "./facts.ts";
import type { Rules, SuppressionClass, SuppressionRule } from "./rules.ts";
import type { Stop } from "./trace.ts";

/** The order in which classes of suppressions are asked. DESIGN §2. */
const ORDER: readonly SuppressionClass[] = ["legal", "safety", "relationship", "fit", "fatigue"];

/** What a suppression may block: a message with a goal in a slot, perhaps for an offer. */
export type Message = {
  readonly slot: string;
  readonly goal: string;
  readonly offer?: string | undefined;
  readonly channel?: string | undefined;
  readonly tags: readonly string[];
};

export const blocks = (
  { blocks: { goals, offers, slots, channels, tags } }: SuppressionRule,
  message: Message,
) => {
  const { goal, offer = "", slot, channel = "" } = message;
  return (
    goals?.includes(goal) ||
    slots?.includes(slot) ||
    offers?.includes(offer) ||
    channels?.includes(channel) ||
    tags?.some((tag) => message.tags.includes(tag))
  );
};

/**
 * The first suppression that keeps this message from this visitor. In doubt a variation is
 * suppressed; the page's own content gives way to a known yes only (`needsKnown`).
 */
export function suppressionOf(
  message: Message,
  rules: Rules,
  facts: Facts,
  needsKnown: boolean,
): Stop | undefined {
  for (const [id, rule] of inOrder(rules)) {
    if (!blocks(rule, message)) continue;
    const evaluation = lastingAnswer(rule, rules, facts);
    if (holds(evaluation, rule, needsKnown)) return { by: "suppression", suppression: id, evaluation };
  }
  return undefined;
}

/** A suppression's last known yes holds, however old it is. */
function lastingAnswer({ when }: SuppressionRule, rules: Rules, facts: Facts): Evaluation {
  const now = evaluate(when, facts, rules);
  if (now.is !== "unknown") return now;
  const last = evaluate(when, asLastKnown(facts), rules);
  return last.is === "yes" ? last : now;
}

const holds = ({ is }: Evaluation, rule: SuppressionRule, needsKnown: boolean) =>
  is === "yes" || (is === "unknown" && !needsKnown && (rule.class === "legal" || rule.doubt !== "show"));

const inOrder = (rules: Rules) => {
  const entries = Object.entries(rules.suppressions);
  return ORDER.flatMap((one) => entries.filter(([, rule]) => rule.class === one));
};

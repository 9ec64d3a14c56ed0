import { goalOf, messageIn } from "../../engine/decide.ts";
import type { Rules } from "../../engine/rules.ts";
import { blocks, type Message } from "../../engine/suppress.ts";

/** A suppression that keeps some of a segment from what is meant for it. */
export type Exclusion = {
  readonly suppression: string;
  /** The segment's variations that it hits, in the library's order. */
  readonly hits: readonly { readonly slot: string; readonly id: string }[];
};

/** Whom of a segment a suppression keeps from its variations: by their goals, offers, slots, channels or tags. */
export function exclusionsOf(segment: string, rules: Rules): readonly Exclusion[] {
  const messages = messagesFor(segment, rules);
  return Object.entries(rules.suppressions).flatMap(([suppression, rule]) => {
    const hits = messages
      .filter(({ message }) => blocks(rule, message))
      .map(({ slot, id }) => ({ slot, id }));
    return hits.length > 0 ? [{ suppression, hits }] : [];
  });
}

type Meant = { readonly slot: string; readonly id: string; readonly message: Message };

const messagesFor = (segment: string, rules: Rules): readonly Meant[] =>
  Object.entries(rules.slots).flatMap(([slot, rule]) =>
    rule.variations
      .filter((one) => one.for === segment)
      .map((one) => {
        const offer = "offer" in one.content ? one.content.offer : undefined;
        return {
          slot,
          id: one.id,
          message: messageIn(slot, rule, rules, goalOf(one, rule, rules), offer, one.tags),
        };
      }),
  );

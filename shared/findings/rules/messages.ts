import { defaultGoal, goalOf, messageIn } from "../../engine/decide.ts";
import { entry } from "../../engine/facts.ts";
import { blocks, type Message } from "../../engine/suppress.ts";
import { any, type Truth } from "../../engine/truth.ts";
import { asksFor, type Governed, type Place } from "./governed.ts";

/** What one slot may say: its own content, or a variation for a segment. */
export type Spoken = { readonly message: Message; readonly segment?: string | undefined };

/** A library or a manifest gives goals their names; these are how prospecting is called. */
const PROSPECTING = /acqui|prospect|lead-?gen|demand|sign-?up|trial|demo/i;
/** And these are for people who are customers already. */
const FOR_CUSTOMERS = /adopt|onboard|expan|upsell|cross-?sell|renew|retent|retain|advoca|referr/i;

export const isProspecting = ({ goal }: Message): boolean => PROSPECTING.test(goal);
export const isForCustomers = ({ goal }: Message): boolean => FOR_CUSTOMERS.test(goal);

export function messagesIn({ observed: { slot: id }, slot }: Place, rules: Governed): readonly Spoken[] {
  const own = messageIn(id, slot, rules, defaultGoal(slot, rules), slot.default.offer);
  return [
    { message: own },
    ...slot.variations.map((variation) => {
      const offer = "offer" in variation.content ? variation.content.offer : undefined;
      const goal = goalOf(variation, slot, rules);
      return {
        message: messageIn(id, slot, rules, goal, offer, variation.tags),
        segment: variation.for,
      };
    }),
  ];
}

/** Whether a suppression that looks at how far somebody has come with the company may keep this message from them. */
export const isKeptByStage = (message: Message, rules: Governed): Truth =>
  any(
    Object.values(rules.suppressions)
      .filter((rule) => blocks(rule, message))
      .map(({ when }) => asksForStage(when, rules)),
  );

/** A stage may be kept as the eligibility of an account: then nobody can say from outside. */
export function asksForStage(when: Parameters<typeof asksFor>[0], rules: Governed): Truth {
  const asks = asksFor(when, ["lifecycle"], rules);
  return asks === "no" && asksFor(when, ["eligibility"], rules) !== "no" ? "unknown" : asks;
}

export const offerLabel = (id: string, { offers }: Governed): string => entry(offers, id)?.label ?? id;

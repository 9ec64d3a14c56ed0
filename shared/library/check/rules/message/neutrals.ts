import { defaultGoal } from "../../../../engine/decide.ts";
import { entry } from "../../../../engine/facts.ts";
import { said } from "../../../../sentences/said.ts";
import type { Suppression } from "../../../suppression.ts";
import { error } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

type Message = { readonly goal: string; readonly offer?: string | undefined };

/** What stands in for a suppressed default must not be suppressed by the same rule. */
export const neutrals: Rule = (library) =>
  Object.entries(library.slots).flatMap(([id, slot]) => {
    const offer = "offer" in slot.neutral ? slot.neutral.offer : undefined;
    const goal = offer === undefined ? undefined : entry(library.offers, offer)?.goal;
    if (offer === undefined || goal === undefined) return [];
    const own = { goal: defaultGoal(slot, library), offer: slot.default.offer };
    return Object.entries(library.suppressions)
      .filter(
        ([, rule]) => (blocks(rule, own) || rule.blocks.slots?.includes(id)) && blocks(rule, { goal, offer }),
      )
      .map(([suppression]) =>
        error({
          path: `slots.${id}.neutral.offer`,
          found: `"${offer}"`,
          expected: said(
            `neutral: suppression ${suppression}, which takes the default away, blocks it too`,
            `neutraler Inhalt: Die Sperre ${suppression}, die den eigenen Inhalt wegnimmt, sperrt auch dieses Angebot`,
          ),
          mend: said(
            "Use a text, or an offer with another goal.",
            "Verwenden Sie einen Text oder ein Angebot mit einem anderen Ziel.",
          ),
        }),
      );
  });

const blocks = ({ blocks: { goals, offers } }: Suppression, { goal, offer }: Message) =>
  goals?.includes(goal) || (offer !== undefined && offers?.includes(offer));

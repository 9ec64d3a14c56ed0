import type { Rule } from "../rule.ts";
import { cycles } from "./audience/cycles.ts";
import { expressions } from "./audience/expressions.ts";
import { negatives } from "./audience/negatives.ts";
import { objection } from "./audience/objection.ts";
import { operands } from "./audience/operands.ts";
import { operators } from "./audience/operators.ts";
import { population } from "./audience/population.ts";
import { properties } from "./audience/properties.ts";
import { reviews } from "./audience/reviews.ts";
import { sizes } from "./audience/sizes.ts";
import { visitors } from "./audience/visitors.ts";
import { scores } from "./behavior/scores.ts";
import { windows } from "./behavior/windows.ts";
import { approvals } from "./message/approvals.ts";
import { blocked } from "./message/blocked.ts";
import { markup } from "./message/markup.ts";
import { neutrals } from "./message/neutrals.ts";
import { offers } from "./message/offers.ts";
import { priorities } from "./message/priorities.ts";
import { selectors } from "./message/selectors.ts";
import { tokens } from "./message/tokens.ts";
import { tools } from "./message/tools.ts";
import { variations } from "./message/variations.ts";
import { order } from "./order.ts";
import { references } from "./references.ts";

/** Every check of a library whose shape is right, in the order in which its problems are read. */
export const RULES: readonly Rule[] = [
  properties,
  references,
  cycles,
  sizes,
  operators,
  operands,
  expressions,
  visitors,
  objection,
  order,
  windows,
  scores,
  offers,
  variations,
  priorities,
  selectors,
  tokens,
  tools,
  markup,
  approvals,
  neutrals,
  blocked,
  reviews,
];

/** Those that look at what rules mean, and so only at a library in which nothing else is wrong. */
export const LAST_RULES: readonly Rule[] = [population, negatives];

import type { Rule } from "../rule.ts";
import { cycles } from "./audience/cycles.ts";
import { objection } from "./audience/objection.ts";
import { operands } from "./audience/operands.ts";
import { operators } from "./audience/operators.ts";
import { properties } from "./audience/properties.ts";
import { reviews } from "./audience/reviews.ts";
import { visitors } from "./audience/visitors.ts";
import { approvals } from "./message/approvals.ts";
import { goals } from "./message/goals.ts";
import { neutrals } from "./message/neutrals.ts";
import { selectors } from "./message/selectors.ts";
import { tokens } from "./message/tokens.ts";
import { variations } from "./message/variations.ts";
import { order } from "./order.ts";
import { references } from "./references.ts";

/** Every check of a library whose shape is right, in the order in which its problems are read. */
export const RULES: readonly Rule[] = [
  properties,
  references,
  cycles,
  operators,
  operands,
  visitors,
  objection,
  order,
  variations,
  selectors,
  tokens,
  approvals,
  neutrals,
  goals,
  reviews,
];

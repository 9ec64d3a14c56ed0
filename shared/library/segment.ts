import * as z from "zod";
import { durationMs } from "../engine/leaf/duration.ts";
import { conditionSchema } from "./condition.ts";
import { visitorSchema } from "./visitor.ts";
import { durationSchema, inputSchema, momentSchema, sentenceSchema } from "./words.ts";

const segmentTestSchema = z.strictObject({
  name: sentenceSchema,
  visitor: visitorSchema,
  expect: z.enum(["yes", "no", "unknown"]),
});

/** A named audience rule with everything that somebody needs to own it. */
export const segmentSchema = z.strictObject({
  name: sentenceSchema,
  input: inputSchema,
  purpose: sentenceSchema,
  owner: z.email("an owner's mail address"),
  when: conditionSchema,
  reportAs: sentenceSchema,
  review: z.strictObject({ every: durationSchema, last: momentSchema }),
  tests: z.array(segmentTestSchema).min(1, "at least one test"),
});

export type Segment = z.infer<typeof segmentSchema>;

/** When a segment is to be looked at again, as its owner promised. */
export const reviewDue = ({ every, last }: Segment["review"]): number =>
  Date.parse(last) + (durationMs(every) ?? 0);

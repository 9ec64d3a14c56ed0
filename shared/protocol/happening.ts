import * as z from "zod";

const at = z.number();
const id = z.string().max(100);

/** Something that the page script told its page as it happened: a claim, as all that it says. `at` in epoch milliseconds. */
export const happeningSchema = z.discriminatedUnion("is", [
  z.strictObject({
    is: z.literal("decision"),
    at,
    slot: id,
    outcome: z.enum(["variation", "default", "neutral"]),
    variation: id.optional(),
  }),
  z.strictObject({
    is: z.literal("exposure"),
    at,
    slot: id,
    variation: id.optional(),
    arm: z.enum(["shown", "holdout"]),
  }),
  z.strictObject({ is: z.literal("segment"), at, segment: id, change: z.enum(["entered", "left"]) }),
]);

/** As many as are told at a time; of what happens faster only the number is told. */
export const happeningsSchema = z.strictObject({
  happenings: z.array(happeningSchema).max(50),
  missed: z.number().int().min(0),
});

export type Happening = z.infer<typeof happeningSchema>;
export type Happenings = z.infer<typeof happeningsSchema>;

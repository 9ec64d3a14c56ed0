import * as z from "zod";

/** A selector goes into a rule of a style sheet: it must not end it. */
const selector = z
  .string()
  .min(1)
  .max(500)
  .regex(/^[^{}]*$/);

const words = z.string().max(5_000);

/** A place of the page in which the marketer writes, and what is written there so far. */
export const writtenPlaceSchema = z.strictObject({
  selector,
  text: words,
  /** Words in one line, as on a button: they make room instead of breaking. */
  isLine: z.boolean(),
  /** Whom it is for, by name. */
  for: z.string().max(200),
});

/** What the marketer does there: writes, is done, or nothing of it is to be seen in the page. */
export const writingSchema = z.strictObject({
  is: z.enum(["writing", "done", "nowhere"]),
  selector,
  text: words.optional(),
});

export type WrittenPlace = z.infer<typeof writtenPlaceSchema>;
export type Writing = z.infer<typeof writingSchema>;

import * as z from "zod";

/** Where an element stands in its window, in CSS pixels, and how far the page was scrolled before it was brought into view. */
export const poseSchema = z.strictObject({
  left: z.number(),
  top: z.number(),
  width: z.number(),
  height: z.number(),
  wide: z.number(),
  high: z.number(),
  scrollX: z.number(),
  scrollY: z.number(),
});

export type Pose = z.infer<typeof poseSchema>;

import { durationMs } from "../engine/leaf/duration.ts";
import type { Segment } from "./segment.ts";

/** When a segment is to be looked at again, as its owner promised. */
export const reviewDue = ({ every, last }: Segment["review"]): number =>
  Date.parse(last) + (durationMs(every) ?? 0);

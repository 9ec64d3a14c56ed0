/** How the marketer goes from one element to another by keys, and ends it. */
export const POINTING_STEPS = ["parent", "child", "previous", "next", "choose", "leave"] as const;

export type PointingStep = (typeof POINTING_STEPS)[number];

/** How long a page may take to follow a change of consent, and whoever watches it to see that. */
export const SETTLES_MS = 3_000;

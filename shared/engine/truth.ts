/** Kleene's three answers: SQL's TRUE, FALSE and NULL. DESIGN §2. */
export type Truth = "yes" | "no" | "unknown";

export const truthOf = (answer: boolean): Truth => (answer ? "yes" : "no");

export const not = (truth: Truth): Truth => (truth === "unknown" ? truth : truthOf(truth === "no"));

/** No as soon as one is no; yes only when every one is yes. `all([])` is yes. */
export const all = (truths: readonly Truth[]): Truth =>
  truths.includes("no") ? "no" : truths.includes("unknown") ? "unknown" : "yes";

/** Yes as soon as one is yes; no only when every one is no. `any([])` is no. */
export const any = (truths: readonly Truth[]): Truth => not(all(truths.map(not)));

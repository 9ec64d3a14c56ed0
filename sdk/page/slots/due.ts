import type { Candidate, Decision } from "../../../shared/engine/trace.ts";

/** The variation that is due by a decision: it is shown, or it would be and the visitor is held out. */
export const dueOf = ({ shown, candidates }: Decision): Candidate | undefined =>
  shown ?? candidates.find(({ stoppedBy }) => stoppedBy?.by === "holdout");

import type { Evidence, FindingRule } from "../../../shared/findings/finding.ts";
import type { Library } from "../../../shared/library/library.ts";
import { publish } from "../../../shared/manifest/publish.ts";
import { library, page } from "./page.ts";

type Given = Parameters<typeof page>[0];

/** A page whose rules are changed before they are published; the library is not at hand. */
export const governedBy = (changed: Partial<Library>, given: Given): Evidence =>
  page({ ...given, claim: { ...given.claim, manifest: publish({ ...library, ...changed }).manifest } });

/** The same with the library at hand. */
export const withLibrary = (changed: Partial<Library>, given: Given): Evidence => ({
  ...governedBy(changed, given),
  library: { ...library, ...changed },
});

export const outcomeOf = (rule: FindingRule, evidence: Evidence) => rule.check(evidence).is;

/** One more slot beside the others. */
export const slot = (part: Partial<Library["slots"][string]>): Pick<Library, "slots"> => ({
  slots: {
    ...library.slots,
    extra: {
      name: "Extra",
      moment: "later",
      pages: ["/"],
      default: { goal: "education" },
      neutral: { text: "Welcome" },
      variations: [{ id: "extra-reader", for: "reader", content: { text: "Go on" } }],
      ...part,
    },
  },
});

/** One segment of the library, changed. */
export const segment = (
  id: string,
  part: Partial<Library["segments"][string]>,
): Pick<Library, "segments"> => {
  const { [id]: own, ...others } = library.segments;
  return { segments: { ...others, [id]: { ...(own as Library["segments"][string]), ...part } } };
};

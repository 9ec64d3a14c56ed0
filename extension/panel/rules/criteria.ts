import type { Condition } from "../../../shared/engine/condition.ts";
import { describe } from "../../../shared/sentences/describe.ts";
import type { Names } from "../../../shared/sentences/names.ts";
import { language, say } from "../../words.ts";

/** Who is in a segment, in words. Private criteria reach the page only as memberships: a manifest cannot say them. */
export function criteriaOf({ when }: { readonly when: Condition }, names: Names): string {
  if ("membership" in when && !names.memberships) return say("criteriaElsewhere");
  const text = describe(when, names, language());
  return text.charAt(0).toUpperCase() + text.slice(1);
}

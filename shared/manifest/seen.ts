import { evaluate } from "../engine/evaluate.ts";
import type { Facts, Membership } from "../engine/facts.ts";
import type { Library } from "../library/library.ts";
import { isPublic } from "../library/property.ts";
import type { Memberships } from "./publish.ts";

/** The membership answers for one visitor, by the private half of a published library. */
export function membershipsOf(
  memberships: Memberships,
  rules: Pick<Library, "segments" | "properties">,
  facts: Facts,
): Readonly<Record<string, Membership>> {
  const answers = Object.entries(memberships).map(([id, condition]): [string, Membership] => {
    const { is } = evaluate(condition, facts, rules);
    return [id, is === "unknown" ? { is, because: "missing" } : { is }];
  });
  return Object.fromEntries(answers);
}

/** What a page gets to know of a visitor: exposed, page and behavior properties, and the endpoint's answers. */
export function seenByPage(facts: Facts, library: Library, memberships: Memberships): Facts {
  const isSeen = ([id]: readonly [string, unknown]) => {
    const property = library.properties[id];
    return property !== undefined && isPublic(property);
  };
  return {
    ...facts,
    properties: Object.fromEntries(Object.entries(facts.properties).filter(isSeen)),
    memberships: { ...membershipsOf(memberships, library, facts), ...facts.memberships },
  };
}

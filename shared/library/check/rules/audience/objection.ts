import { entry } from "../../../../engine/facts.ts";
import { said } from "../../../../sentences/said.ts";
import { error } from "../../problem.ts";
import type { Rule } from "../../rule.ts";
import { unknownId } from "../references.ts";
import { misfit } from "./operands.ts";

/** An objection is kept where the person is known: in a `crm` property that can say so. */
export const objection: Rule = ({ consent, properties }) => {
  if (!consent.objection) return [];
  const { property: id, is } = consent.objection;
  const property = entry(properties, id);
  const path = "consent.objection.property";
  if (!property) return [unknownId(path, id, "property", Object.keys(properties))];
  if (property.from !== "crm")
    return [
      error({
        path,
        found: `"${id}"`,
        expected: said('a property from "crm"', 'eine Eigenschaft aus "crm"'),
        mend: said(
          "An objection must hold on every device: keep it with the contact.",
          "Ein Widerspruch muss auf jedem Gerät gelten: Halten Sie ihn beim Kontakt fest.",
        ),
      }),
    ];
  return misfit("consent.objection.is", is, id, property);
};

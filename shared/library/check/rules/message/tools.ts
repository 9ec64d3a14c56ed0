import { said } from "../../../../sentences/said.ts";
import { error, NOTHING } from "../../problem.ts";
import type { Rule } from "../../rule.ts";

/** A tool that is told what was measured gets what it needs to understand it. */
export const tools: Rule = ({ measurement: { reportTo = [], hubId } }) =>
  reportTo.includes("hubspot") && hubId === undefined
    ? [
        error({
          path: "measurement.hubId",
          found: NOTHING,
          expected: said("the number of your HubSpot account", "die Nummer Ihres HubSpot-Kontos"),
          mend: said(
            "HubSpot shows it at the upper right, behind your company’s name: it begins the name of every event.",
            "HubSpot zeigt sie oben rechts, hinter dem Namen Ihres Unternehmens: Mit ihr beginnt der Name jedes Ereignisses.",
          ),
        }),
      ]
    : [];

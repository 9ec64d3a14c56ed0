import type { Library } from "../library.ts";
import { STANDARD_NAMES, STANDARDS, type StandardName } from "./list.ts";
import type { Standard } from "./standard.ts";

type Given = {
  readonly name: string;
  /** Whom reviews are asked of: a mail address. */
  readonly owner: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly inputs?: readonly StandardName[] | undefined;
};

/**
 * A library to start from: ready properties and segments, and one offer and slot that use them. It
 * is in order as it stands, and its tests pass.
 *
 * @example startingLibrary({ name: "Northwind", owner: "web@northwind.example", now: Date.now(), inputs: ["lifecycle"] })
 */
export function startingLibrary({ name, owner, now, inputs = STANDARD_NAMES }: Given): Library {
  // In the order of the list, whatever the order in which they were asked for.
  const chosen: readonly Standard[] = STANDARD_NAMES.filter((one) => inputs.includes(one)).map(
    (one) => STANDARDS[one],
  );
  const last = new Date(now).toISOString().slice(0, 10);
  const owned = chosen.flatMap(({ segments }) =>
    Object.entries(segments).map(([id, segment]) => {
      const { name: called, input, purpose, when, reportAs, tests } = segment;
      const review = { every: "3mo", last };
      return [id, { name: called, input, purpose, owner, when, reportAs, review, tests }] as const;
    }),
  );
  const objection = chosen.find((one) => one.objection)?.objection;
  // Whom acquisition is not for is not a segment to greet with it.
  const greeted = owned.map(([id]) => id).find((id) => id !== "customer");
  return {
    forwhom: 1,
    name,
    endpoint: "/forwhom",
    consent: {
      source: "vanilla-cookieconsent",
      gates: {
        storage: "functional",
        behavior: "personalization",
        crm: "personalization",
        measurement: "analytics",
      },
      ...(objection && { objection }),
    },
    properties: Object.assign({}, ...chosen.map(({ properties }) => properties)),
    segments: Object.fromEntries(owned),
    suppressions: Object.assign({}, ...chosen.map(({ suppressions }) => suppressions ?? {})),
    offers: { "book-demo": { goal: "acquisition", label: "Book a demo", href: "/demo" } },
    slots: {
      hero: {
        name: "Hero",
        moment: "first visit",
        pages: ["/"],
        default: { goal: "acquisition" },
        neutral: { text: "Welcome back" },
        variations:
          greeted === undefined
            ? []
            : [{ id: `hero-${greeted}`, for: greeted, content: { offer: "book-demo" } }],
      },
    },
    measurement: { holdout: 0.05, reportTo: ["dataLayer"] },
  };
}

import fc from "fast-check";
import { GATES } from "../../../shared/consent/gates.ts";
import { type Choice, withChanges } from "../../../shared/protocol/choice.ts";

const id = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.~-]{0,10}$/);
const text = fc.string({ maxLength: 12, unit: "grapheme" });
const scalar = fc.oneof(text, fc.integer(), fc.boolean());
const optional = { requiredKeys: [] };

const said = fc.oneof(
  scalar,
  fc.array(text, { maxLength: 3 }),
  fc.constantFrom({ is: "absent" } as const, { is: "unknown" } as const),
);
const did = fc.record(
  {
    event: id,
    fields: fc.dictionary(id, scalar, { minKeys: 1, maxKeys: 2 }),
    times: fc.integer({ min: 1, max: 200 }),
    ago: fc.constantFrom("0m", "3h", "2d", "1mo"),
  },
  { requiredKeys: ["event", "times", "ago"] },
);
const changes = fc.record(
  {
    properties: fc.dictionary(id, said, { maxKeys: 3 }),
    gates: fc.dictionary(fc.constantFrom(...GATES), fc.constantFrom("open", "closed", "unknown")),
    didNothing: fc.constant(true as const),
    events: fc.array(did, { maxLength: 3 }),
    now: fc.integer({ min: 0, max: Date.UTC(2099, 0, 1) }),
  },
  optional,
);

/** Any visitor that a marketer could make up. */
export const choices: fc.Arbitrary<Choice> = fc
  .tuple(
    fc.record(
      {
        segment: id,
        sample: text,
        also: fc.array(id, { maxLength: 3 }),
        withoutConsent: fc.boolean(),
      },
      { requiredKeys: ["also", "withoutConsent"] },
    ),
    changes,
  )
  .map(([choice, changed]) => withChanges(choice, changed));

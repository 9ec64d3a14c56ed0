import { durationMs } from "../../../../engine/leaf/duration.ts";
import type { Library } from "../../../library.ts";
import type { Offer } from "../../../offer.ts";
import { error, type Problem, warning } from "../../problem.ts";
import type { Rule } from "../../rule.ts";
import { unknownId } from "../references.ts";

/** An offer's dates, rests and rivals make sense together. */
export const offers: Rule = (library) =>
  Object.entries(library.offers).flatMap(([id, offer]) => {
    const path = `offers.${id}`;
    return [
      ...dates(path, offer),
      ...blackouts(path, offer),
      ...rivals(path, id, offer, library),
      ...lengths(path, offer),
      ...memory(path, offer, library),
    ];
  });

const dates = (path: string, { from, until }: Offer): readonly Problem[] =>
  from !== undefined && until !== undefined && Date.parse(from) >= Date.parse(until)
    ? [
        error({
          path: `${path}.until`,
          found: `"${until}"`,
          expected: `after "from" (${from})`,
          mend: "Nobody could ever be shown this offer.",
        }),
      ]
    : [];

const blackouts = (path: string, { blackouts: rests = [] }: Offer): readonly Problem[] =>
  rests.flatMap(({ from, until }, index): readonly Problem[] => {
    const at = `${path}.blackouts[${index}]`;
    if (Date.parse(from) >= Date.parse(until))
      return [
        error({
          path: `${at}.until`,
          found: `"${until}"`,
          expected: `after "from" (${from})`,
          mend: "As it stands the offer never rests.",
        }),
      ];
    const before = rests[index - 1];
    if (!before || Date.parse(before.until) <= Date.parse(from)) return [];
    return [
      error({
        path: `${at}.from`,
        found: `"${from}"`,
        expected: `at or after the end of the blackout before it (${before.until})`,
        mend: "Put them in order, and make one of two that overlap.",
      }),
    ];
  });

const rivals = (path: string, id: string, { excludes = [] }: Offer, library: Library): readonly Problem[] =>
  excludes.flatMap((other, index) => {
    const at = `${path}.excludes[${index}]`;
    if (other === id)
      return [
        error({
          path: at,
          found: `"${id}"`,
          expected: "another offer",
          mend: 'Once shown it would never be shown again: use a "cap" for that.',
        }),
      ];
    const ids = Object.keys(library.offers);
    return ids.includes(other) ? [] : [unknownId(at, other, "offer", ids)];
  });

const lengths = (path: string, { coolDown, cap }: Offer): readonly Problem[] =>
  [
    { key: "coolDown", length: coolDown },
    { key: "cap.within", length: cap?.within },
  ].flatMap(({ key, length }) =>
    length !== undefined && durationMs(length) === 0
      ? [
          error({
            path: `${path}.${key}`,
            found: `"${length}"`,
            expected: "a time that passes",
            mend: "Say how long, such as 7d, or take it out.",
          }),
        ]
      : [],
  );

/** Fatigue is counted from the device's log, which is kept only behind these gates. */
function memory(path: string, offer: Offer, { consent: { gates } }: Library): readonly Problem[] {
  const key = (["cap", "coolDown", "once"] as const).find((one) => offer[one]);
  const closed = (["storage", "behavior"] as const).find((gate) => gates[gate] === undefined);
  if (key === undefined || closed === undefined) return [];
  return [
    warning({
      path: `${path}.${key}`,
      found: `"${key}"`,
      expected: `counted beyond one page view: consent.gates.${closed} is not there, so it stays closed`,
      mend: `Say which category opens the ${closed} gate.`,
    }),
  ];
}

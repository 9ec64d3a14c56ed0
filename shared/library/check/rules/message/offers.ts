import { durationMs } from "../../../../engine/leaf/duration.ts";
import { said } from "../../../../sentences/said.ts";
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
          expected: said(`after "from" (${from})`, `ein Zeitpunkt nach "from" (${from})`),
          mend: said(
            "Nobody could ever be shown this offer.",
            "Dieses Angebot könnte niemandem je gezeigt werden.",
          ),
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
          expected: said(`after "from" (${from})`, `ein Zeitpunkt nach "from" (${from})`),
          mend: said("As it stands the offer never rests.", "So, wie es dasteht, ruht das Angebot nie."),
        }),
      ];
    const before = rests[index - 1];
    if (!before || Date.parse(before.until) <= Date.parse(from)) return [];
    return [
      error({
        path: `${at}.from`,
        found: `"${from}"`,
        expected: said(
          `at or after the end of the blackout before it (${before.until})`,
          `ein Zeitpunkt, der nicht vor dem Ende der vorigen Ruhezeit liegt (${before.until})`,
        ),
        mend: said(
          "Put them in order, and make one of two that overlap.",
          "Ordnen Sie die Ruhezeiten, und machen Sie aus zweien, die sich überschneiden, eine.",
        ),
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
          expected: said("another offer", "ein anderes Angebot"),
          mend: said(
            'Once shown it would never be shown again: use a "cap" for that.',
            'Einmal gezeigt, würde es nie wieder gezeigt: Dafür ist "cap" da.',
          ),
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
            expected: said("a time that passes", "eine Dauer, die nicht null ist"),
            mend: said(
              "Say how long, such as 7d, or take it out.",
              "Sagen Sie, wie lange, etwa 7d, oder entfernen Sie es.",
            ),
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
      expected: said(
        `counted beyond one page view: consent.gates.${closed} is not there, so it stays closed`,
        `etwas, das über einen Seitenaufruf hinaus gezählt wird: consent.gates.${closed} fehlt, also bleibt diese Schranke zu`,
      ),
      mend: said(
        `Say which category opens the ${closed} gate.`,
        `Sagen Sie, welche Kategorie die Schranke "${closed}" öffnet.`,
      ),
    }),
  ];
}

import { INPUTS } from "../../../shared/library/vocabulary.ts";
import type { Input } from "../../../shared/library/words.ts";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import { type PlainWord, say } from "../../words.ts";
import type { Seen } from "../seen.ts";

/** A segment as the list shows it, with the slots of this page that have something for it. */
export type ListedSegment = {
  readonly id: string;
  readonly name: string;
  readonly input: Input;
  readonly when: Manifest["segments"][string]["when"];
  readonly slotsHere: number;
};

export type Group = {
  readonly input: Input;
  readonly segments: readonly ListedSegment[];
};

export const INPUT = {
  lifecycle: "inputLifecycle",
  persona: "inputPersona",
  behavior: "inputBehavior",
  fit: "inputFit",
  consent: "inputConsent",
  preference: "inputPreference",
  region: "inputRegion",
  source: "inputSource",
  interest: "inputInterest",
  eligibility: "inputEligibility",
} as const satisfies Record<Input, PlainWord>;

/** The segments that a search finds, by input; all of them for an empty search. */
export function groupsOf(
  { rules, observation }: Pick<Seen, "rules" | "observation">,
  text: string,
): readonly Group[] {
  const { manifest } = rules;
  const here = [...new Set(observation.slots.map(({ slot }) => slot))].flatMap(
    (slot) => manifest.slots[slot] ?? [],
  );
  const listed = Object.entries(manifest.segments).map(([id, { name, input, when }]): ListedSegment => {
    const slotsHere = here.filter(({ variations }) => variations.some((one) => one.for === id)).length;
    return { id, name, input, when, slotsHere };
  });
  const found = listed.filter((segment) => isFound(segment, text));
  return INPUTS.flatMap((input) => {
    const segments = found.filter((segment) => segment.input === input);
    return segments.length > 0 ? [{ input, segments }] : [];
  });
}

/** The name, the id or the input, as it is said or written. */
const isFound = ({ id, name, input }: ListedSegment, text: string): boolean =>
  holdsWords(`${name} ${id} ${input} ${say(INPUT[input])}`, text);

/** Every word of a search stands somewhere in what is searched. */
export const holdsWords = (searched: string, text: string): boolean =>
  text
    .toLocaleLowerCase()
    .split(/\s+/)
    .every((word) => searched.toLocaleLowerCase().includes(word));

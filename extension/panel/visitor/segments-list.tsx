import { doubts } from "../../../shared/sentences/doubts.ts";
import type { Names } from "../../../shared/sentences/names.ts";
import { reasons } from "../../../shared/sentences/reasons.ts";
import { ago, count, dated, language, type PlainWord, say } from "../../words.ts";
import { ChevronIcon } from "../drawn/icons.tsx";
import type { KnownSegment } from "./known.ts";

const ANSWER = { yes: "isIn", unknown: "cannotBeTold", no: "isNotIn" } as const satisfies Record<
  KnownSegment["evaluation"]["is"],
  PlainWord
>;

type Props = { readonly segments: readonly KnownSegment[]; readonly names: Names };

/** Every audience: whether the visitor is in it, why, and since when. Most are not, and those are folded. */
export function SegmentsList({ segments, names }: Props) {
  const out = segments.filter(({ evaluation }) => evaluation.is === "no");
  return (
    <>
      <Memberships segments={segments.filter((one) => !out.includes(one))} names={names} />
      {out.length > 0 && (
        <details>
          <summary>
            <ChevronIcon />
            {count("notInAudiences", out.length)}
          </summary>
          <Memberships segments={out} names={names} />
        </details>
      )}
    </>
  );
}

const Memberships = ({ segments, names }: Props) => (
  <ul class="memberships">
    {segments.map(({ id, name, evaluation, since }) => (
      <li key={id} class={`membership is-${evaluation.is}`}>
        <span
          class="answer"
          role="img"
          aria-label={say(ANSWER[evaluation.is])}
          title={say(ANSWER[evaluation.is])}
        />
        <span class="membership-name" dir="auto">
          {name}
        </span>
        <span class="aside" dir="auto">
          {evaluation.is === "unknown"
            ? doubts(evaluation, names, language())
            : reasons(evaluation, names, language())}
          {since !== undefined && ` · ${sinceWords(since)}`}
        </span>
      </li>
    ))}
  </ul>
);

const sinceWords = (since: number) =>
  say("sinceDay", { day: dated(new Date(since), { dateStyle: "medium" }), age: ago(since, Date.now()) });

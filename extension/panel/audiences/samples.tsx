import type { Library } from "../../../shared/library/library.ts";
import type { Segment } from "../../../shared/library/segment.ts";
import { say } from "../../words.ts";
import { preview } from "../act.ts";
import { CheckIcon, PersonIcon, WarningIcon } from "../drawn/icons.tsx";
import { type Choice, memberInstead } from "../person/choice.ts";
import { testsOf } from "../rules/segment-tests.ts";
import type { Seen } from "../seen.ts";

const EXPECTED = { yes: "expectsYes", no: "expectsNo", unknown: "expectsUnknown" } as const;

type Props = {
  readonly id: string;
  readonly segment: Segment;
  readonly library: Library;
  readonly seen: Seen;
  readonly choice: Choice;
};

/** The segment's own test visitors: whether their test passes, and the page as each of them. */
export const Samples = ({ id, segment, library, seen, choice }: Props) => (
  <>
    <dt>{say("tests")}</dt>
    <dd>
      <ul class="tests samples">
        {testsOf(segment, library, Date.now()).map(({ name, expect, passes }) => {
          const isChosen = choice.segment === id && choice.sample === name;
          return (
            <li key={name} class={passes ? undefined : "is-failing"}>
              {passes ? <CheckIcon /> : <WarningIcon />}
              <span dir="auto">
                {name}: {say(EXPECTED[expect])}
                {!passes && ` ${say("testFails")}`}
              </span>
              <button
                type="button"
                class="quiet sample"
                aria-pressed={isChosen}
                aria-label={say("seeAsSample", { name })}
                title={say("seeAsSample", { name })}
                onClick={() => void preview(seen, memberInstead(choice, id, name))}
              >
                <PersonIcon />
              </button>
            </li>
          );
        })}
      </ul>
    </dd>
  </>
);

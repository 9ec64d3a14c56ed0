import type { Problem, Wording } from "../../../shared/library/check/problem.ts";
import { count, language, say } from "../../words.ts";

const MOST = 20;

/** What is wrong with a library: where, what was found, what was expected, and how to mend it. */
export const Problems = ({
  problems,
  lead = count("mistakes", problems.length),
}: {
  problems: readonly Problem[];
  lead?: string;
}) => (
  <div class="problems">
    <p class="warning">{lead}</p>
    <ol>
      {problems.slice(0, MOST).map((problem) => {
        const { found, expected, mend } = wordingOf(problem);
        return (
          <li key={problem.path + expected}>
            <code>{problem.path || say("wholeLibrary")}</code>
            <span>{say("foundAndExpected", { found, expected })}</span>
            {mend !== "" && (
              <span class="aside" dir="auto">
                {mend}
              </span>
            )}
          </li>
        );
      })}
    </ol>
    {problems.length > MOST && <p class="aside">{count("mistakesMore", problems.length - MOST)}</p>}
  </div>
);

const wordingOf = (problem: Problem): Wording => (language() === "de" ? problem.de : problem);

import type { Problem } from "../../../shared/library/check/problem.ts";
import { count, say } from "../../words.ts";

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
      {problems.slice(0, MOST).map(({ path, found, expected, mend }) => (
        <li key={path + expected}>
          <code>{path || say("wholeLibrary")}</code>
          <span>{say("foundAndExpected", { found, expected })}</span>
          {mend !== "" && (
            <span class="aside" lang="en" dir="auto">
              {mend}
            </span>
          )}
        </li>
      ))}
    </ol>
    {problems.length > MOST && <p class="aside">{count("mistakesMore", problems.length - MOST)}</p>}
  </div>
);

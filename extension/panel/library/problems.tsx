import type { Problem } from "../../../shared/library/check/problem.ts";

const MOST = 20;

/** What is wrong with a library: where, what was found, what was expected, and how to mend it. */
export const Problems = ({ problems }: { problems: readonly Problem[] }) => (
  <div class="problems">
    <p class="warning">
      {problems.length === 1 ? "There is a mistake" : `There are ${problems.length} mistakes`} in this
      library. It was not loaded.
    </p>
    <ol>
      {problems.slice(0, MOST).map(({ path, found, expected, mend }) => (
        <li key={path + expected}>
          <code>{path || "The whole library"}</code>
          <span>
            Found {found}; expected {expected}.
          </span>
          {mend !== "" && <span class="aside">{mend}</span>}
        </li>
      ))}
    </ol>
    {problems.length > MOST && <p class="aside">And {problems.length - MOST} more.</p>}
  </div>
);

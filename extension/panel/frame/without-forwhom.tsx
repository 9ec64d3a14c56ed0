import { say } from "../../words.ts";
import { ChevronIcon, PenIcon } from "../drawn/icons.tsx";
import { Scene } from "../drawn/scene.tsx";
import type { Examined } from "../examined.ts";
import { FindingsView } from "../findings/findings-view.tsx";
import { change } from "../store.ts";
import { Again } from "./page-state.tsx";

const WriteHere = () => (
  <button type="button" class="primary" onClick={() => change({ isWriting: true })}>
    <PenIcon />
    {say("writeHere")}
  </button>
);

/** A page on which no page script answered: other tools are there all the same, and may do what they must not. */
export function WithoutForwhom({ examined }: { examined: Examined }) {
  if (examined.found.length === 0)
    return (
      <main>
        <FindingsView
          examined={examined}
          lead={
            <>
              <Scene name="without" />
              <h2>{say("withoutTitle")}</h2>
              {examined.clean.length > 0 && (
                <p>
                  {say("withoutFindings")} {say("nothingFound")}.
                </p>
              )}
              <p>{say("withoutText")}</p>
              <WriteHere />
              <Again />
            </>
          }
        />
      </main>
    );
  return (
    <main>
      <section class="bare">
        <h2>{say("withoutTitle")}</h2>
        <p>{say("withoutFindings")}</p>
        <WriteHere />
        <details>
          <summary>
            <ChevronIcon />
            {say("shouldBeHere")}
          </summary>
          <p>{say("withoutText")}</p>
          <Again />
        </details>
      </section>
      <FindingsView examined={examined} />
    </main>
  );
}

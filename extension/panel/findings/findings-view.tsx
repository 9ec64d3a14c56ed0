import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { count, say } from "../../words.ts";
import { Scene } from "../drawn/scene.tsx";
import type { Examined } from "../examined.ts";
import { Bucket } from "./bucket.tsx";
import { Filters } from "./filters.tsx";
import { FindingCard } from "./finding-card.tsx";
import { type Kind, narrowed, offersIn } from "./narrow.ts";
import { Share } from "./share.tsx";

/** With more than so many cards, each is folded down to what is wrong and what to do. */
const FEW = 2;

type Props = {
  readonly examined: Examined;
  /** What is said instead, where nothing was found. */
  readonly lead?: ComponentChildren;
};

/** What is wrong with the page, first and big; then what could not be told, what is right, what does not apply. */
export function FindingsView({ examined, lead }: Props) {
  const { found, cannotTell, clean, doesNotApply } = examined;
  return (
    <div class="stack findings">
      {found.length > 0 ? (
        <Cards examined={examined} />
      ) : (
        <div class="empty">{lead ?? <Nothing examined={examined} />}</div>
      )}
      <div class="buckets">
        <Bucket is="cannot tell" checks={cannotTell} isOpen={found.length === 0} />
        <Bucket is="clean" checks={clean} />
        <Bucket is="does not apply" checks={doesNotApply} />
      </div>
      <Share examined={examined} />
    </div>
  );
}

function Cards({ examined }: { examined: Examined }) {
  const { found } = examined;
  const [chosen, setChosen] = useState<readonly Kind[]>([]);
  const offers = offersIn(found);
  const shown = narrowed(found, chosen);
  return (
    <>
      {offers.length > 0 && (
        <Filters
          offers={offers}
          chosen={chosen}
          all={found.length}
          shown={shown.length}
          onChoose={setChosen}
        />
      )}
      <ol class="cards">
        {shown.map((one) => (
          <FindingCard key={one.rule.id} found={one} examined={examined} isOpen={found.length <= FEW} />
        ))}
      </ol>
    </>
  );
}

/** That nothing was found says little where little could be looked at. */
function Nothing({ examined: { evidence, cannotTell, clean } }: { examined: Examined }) {
  const open = cannotTell.length;
  const made =
    clean.length > 0 ? [count(evidence.preview ? "checksMadeInPreview" : "checksMade", clean.length)] : [];
  const notMade = open > 0 ? [count("checksOpen", open)] : [];
  return (
    <>
      <Scene name={open === 0 ? "clean" : "nothing"} />
      <h2>{say(open === 0 ? "nothingFound" : clean.length === 0 ? "nothingChecked" : "nothingSoFar")}</h2>
      <p>{[...made, ...notMade].join(" ")}</p>
    </>
  );
}

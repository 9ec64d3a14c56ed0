import type { Library } from "../../../../shared/library/library.ts";
import { count, say } from "../../../words.ts";
import { CheckIcon, SaveIcon } from "../../drawn/icons.tsx";
import { Copy } from "../../findings/copy.tsx";
import { Problems } from "../../library/problems.tsx";
import type { FullLibrary } from "../../rules/rules.ts";
import { save } from "../../save.ts";
import type { Draft } from "../draft.ts";
import type { Review } from "./review.ts";
import { linesOf, summaryOf } from "./summary.ts";

type Props = { readonly draft: Draft; readonly review: Review; readonly full: FullLibrary };

/** The change, to be read and handed on: whoever keeps the library reviews it, and puts it in. */
export function ReviewCard({ draft, review, full: { library } }: Props) {
  const { patch, problems } = review;
  const errors = problems.filter(({ severity }) => severity === "error");
  const warnings = problems.filter(({ severity }) => severity === "warning");
  return (
    <section class="card review" aria-labelledby="review-title">
      <h2 id="review-title">{say("reviewTitle", { library: library.name })}</h2>
      {patch.length === 0 ? (
        <p class="aside">{say("reviewEmpty")}</p>
      ) : (
        <>
          <ul class="review-lines">
            {linesOf(draft, library).map(({ place, variations }) => (
              <li key={place}>
                <strong dir="auto">{place}</strong>
                <ul>
                  {variations.map((line) => (
                    <li key={line} dir="auto">
                      {line}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
          {errors.length > 0 ? (
            <Problems problems={errors} lead={count("reviewMistakes", errors.length)} />
          ) : (
            <HandOn draft={draft} review={review} library={library} />
          )}
          {warnings.length > 0 && (
            <Problems problems={warnings} lead={count("reviewWarnings", warnings.length)} />
          )}
        </>
      )}
    </section>
  );
}

type HandOnProps = Omit<Props, "full"> & { readonly library: Library };

function HandOn({ draft, review: { patch }, library }: HandOnProps) {
  const text = () => `${JSON.stringify(patch, null, 2)}\n`;
  return (
    <>
      <p class="good">
        <CheckIcon /> {say("reviewGood")}
      </p>
      <div class="share-ways">
        <button
          type="button"
          class="primary"
          onClick={() => save(text(), { name: "library-patch.json", type: "application/json" })}
        >
          <SaveIcon />
          {say("reviewSave")}
        </button>
        <Copy name={say("reviewCopy")} text={text} />
        <Copy name={say("reviewCopySummary")} text={() => summaryOf(draft, library)} />
      </div>
      <p class="aside">{say("reviewNote")}</p>
    </>
  );
}

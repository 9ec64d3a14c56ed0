import { BUCKET } from "../../../shared/findings/report/words.ts";
import type { Said } from "../../../shared/findings/said.ts";
import { language, number } from "../../words.ts";
import { ChevronIcon } from "../drawn/icons.tsx";
import type { Doubt, Examined } from "../examined.ts";

type Is = Exclude<keyof typeof BUCKET, "found">;
type Check = Examined["clean"][number] | Doubt;

type Props = { readonly is: Is; readonly checks: readonly Check[]; readonly isOpen?: boolean };

/** The checks that found nothing, with what each looks for and, where it could not look, why. */
export function Bucket({ is, checks, isOpen = false }: Props) {
  if (checks.length === 0) return null;
  return (
    <details class="bucket" open={isOpen}>
      <summary>
        <ChevronIcon />
        {BUCKET[is][language()]}
        <span class="count">{number(checks.length)}</span>
      </summary>
      {byReason(checks).map(({ because, checks: some }) => (
        <div class="reason-group" key={because?.en}>
          {because && <p class="because">{because[language()]}</p>}
          <ul class="checks">
            {some.map(({ rule: { id, title, explanation } }) => (
              <li key={id}>
                <span class="check-title">{title[language()]}</span>
                <span class="aside">{explanation[language()]}</span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </details>
  );
}

type Reason = { readonly because: Said | undefined; readonly checks: readonly Check[] };

/** On a page without Forwhom a dozen checks do not apply for one and the same reason: it is said once. */
export function byReason(checks: readonly Check[]): readonly Reason[] {
  const reasonOf = ({ outcome }: Check) => ("because" in outcome ? outcome.because : undefined);
  const texts = [...new Set(checks.map((check) => reasonOf(check)?.en))];
  return texts.map((text) => {
    const same = checks.filter((check) => reasonOf(check)?.en === text);
    const [first] = same;
    return { because: first && reasonOf(first), checks: same };
  });
}

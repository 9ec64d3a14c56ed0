import { CONFIDENCE, SEVERITY } from "../../../shared/findings/report/words.ts";
import { language, number, say } from "../../words.ts";
import { type Kind, type Offer, toggled } from "./narrow.ts";

type Props = {
  readonly offers: readonly Offer[];
  readonly chosen: readonly Kind[];
  readonly all: number;
  readonly shown: number;
  readonly onChoose: (chosen: readonly Kind[]) => void;
};

/** Buttons that stay where they are, pressed or not: so does the focus. */
export const Filters = ({ offers, chosen, all, shown, onChoose }: Props) => {
  const isNarrow = offers.some(({ kind }) => chosen.includes(kind));
  return (
    <div class="filters">
      <fieldset class="filter-row">
        <legend class="unseen">{say("filterFindings")}</legend>
        <Chip name={say("filterAll")} count={all} isOn={!isNarrow} onClick={() => onChoose([])} />
        {offers.map(({ kind, count }) => (
          <Chip
            key={kind}
            name={nameOf(kind)[language()]}
            count={count}
            isOn={chosen.includes(kind)}
            onClick={() => onChoose(toggled(chosen, kind))}
          />
        ))}
      </fieldset>
      <p role="status" class={isNarrow ? "aside" : "unseen"}>
        {isNarrow && say("filterShown", { all, shown })}
      </p>
    </div>
  );
};

const nameOf = (kind: Kind) => ({ ...SEVERITY, ...CONFIDENCE })[kind];

type ChipProps = {
  readonly name: string;
  readonly count: number;
  readonly isOn: boolean;
  readonly onClick: () => void;
};

const Chip = ({ name, count, isOn, onClick }: ChipProps) => (
  <button type="button" class="filter" aria-pressed={isOn} onClick={onClick}>
    {name}
    <span class="filter-count">{number(count)}</span>
  </button>
);

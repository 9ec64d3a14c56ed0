import { say } from "../../words.ts";

type Props = {
  readonly name: string;
  readonly made: number;
  readonly of: number;
  readonly stop: () => void;
};

/** How far something is that takes a while, and the way to stop it. */
export const Progress = ({ name, made, of, stop }: Props) => (
  <div class="compare-progress">
    <progress value={made} max={of} aria-label={name} />
    <button type="button" class="secondary" onClick={stop}>
      {say("compareStop")}
    </button>
  </div>
);

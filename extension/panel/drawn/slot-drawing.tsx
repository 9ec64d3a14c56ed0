import type { ObservedSlot } from "../../../shared/protocol/observation.ts";

type Outcome = ObservedSlot["outcome"];

/** A little page, with the slot as it stands: somebody's content, the page's own, a quiet one, or open. */
export const SlotDrawing = ({ outcome }: { outcome: Outcome }) => (
  <svg class="slot-drawing" width="60" height="48" viewBox="0 0 60 48" aria-hidden="true">
    <rect class="sheet" x="1" y="1" width="58" height="46" rx="6" />
    <path class="chrome" d="M1 9h58" />
    <circle class="chrome-dot" cx="6" cy="5" r="1.2" />
    <circle class="chrome-dot" cx="10" cy="5" r="1.2" />
    {SLOT[outcome]}
    <path class="words" d="M8 38h26M8 42h18" />
  </svg>
);

const SLOT: Readonly<Record<Outcome, preact.JSX.Element>> = {
  variation: (
    <g class="is-variation">
      <rect class="block" x="7" y="13" width="46" height="20" rx="4" />
      <circle class="figure" cx="18" cy="20" r="3.2" />
      <path class="figure" d="M12 30c.3-4 2.7-6 6-6s5.7 2 6 6z" />
      <path class="speech" d="M29 20h18M29 25h12" />
    </g>
  ),
  default: (
    <g class="is-default">
      <rect class="block" x="7" y="13" width="46" height="20" rx="4" />
      <path class="speech" d="M13 19h24M13 23h30M13 27h16" />
    </g>
  ),
  neutral: (
    <g class="is-neutral">
      <rect class="block" x="7" y="13" width="46" height="20" rx="4" />
      <path class="speech" d="M16 23c3-4 6-4 9 0s6 4 9 0 6-4 9 0" />
    </g>
  ),
  undecided: (
    <g class="is-undecided">
      <rect class="block" x="7" y="13" width="46" height="20" rx="4" />
      <circle class="dot" cx="23" cy="23" r="2" />
      <circle class="dot" cx="30" cy="23" r="2" />
      <circle class="dot" cx="37" cy="23" r="2" />
    </g>
  ),
};

export type SceneName = "looking" | "locked" | "closed" | "without" | "failed" | "clean" | "nothing";

/** The picture of a state in which there is no list to show. */
export const Scene = ({ name }: { name: SceneName }) => (
  <svg class={`scene scene-${name}`} width="148" height="104" viewBox="0 0 148 104" aria-hidden="true">
    <ellipse class="ground" cx="74" cy="97" rx="58" ry="5" />
    <rect class="sheet" x="26" y="12" width="96" height="78" rx="9" />
    <path class="chrome" d="M26 27h96" />
    <circle class="chrome-dot" cx="35" cy="19.5" r="2" />
    <circle class="chrome-dot" cx="42" cy="19.5" r="2" />
    {DRAWN[name]}
  </svg>
);

const lines = <path class="words" d="M38 70h44M38 78h30" />;

const DRAWN: Readonly<Record<SceneName, preact.JSX.Element>> = {
  looking: (
    <g>
      <rect class="open" x="38" y="36" width="72" height="24" rx="5" />
      <circle class="accent dot" cx="64" cy="48" r="3" />
      <circle class="accent dot" cx="74" cy="48" r="3" />
      <circle class="accent dot" cx="84" cy="48" r="3" />
      {lines}
    </g>
  ),
  locked: (
    <g>
      <rect class="open" x="38" y="36" width="72" height="44" rx="5" />
      <path class="stroke" d="M67 54v-5a7 7 0 0 1 14 0v5" />
      <rect class="accent" x="62" y="53" width="24" height="19" rx="4" />
      <path class="cut" d="M74 60v5" />
    </g>
  ),
  closed: (
    <g>
      <circle class="stroke" cx="74" cy="58" r="19" />
      <path class="stroke" d="m61 71 26-26" />
    </g>
  ),
  without: (
    <g>
      <rect class="open" x="38" y="36" width="72" height="24" rx="5" />
      <path class="stroke" d="M74 42v12M68 48h12" />
      {lines}
    </g>
  ),
  failed: (
    <g>
      <path class="stroke" d="m60 44 8 8-8 8M88 44l-8 8 8 8" />
      <path class="accent-line" d="M60 78c4-7 24-7 28 0" />
    </g>
  ),
  clean: (
    <g>
      <rect class="soft" x="38" y="36" width="72" height="24" rx="5" />
      {lines}
      <circle class="accent" cx="108" cy="78" r="17" />
      <path class="tick" d="m100 78 6 6 11-12" />
    </g>
  ),
  nothing: (
    <g>
      <rect class="open" x="38" y="36" width="72" height="24" rx="5" />
      {lines}
    </g>
  ),
};

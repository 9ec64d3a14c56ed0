import { type PlainWord, say } from "../../words.ts";

type Origin = "crm" | "page" | "behavior";

const NAME = {
  crm: "originCrm",
  page: "originPage",
  behavior: "originBehavior",
} as const satisfies Record<Origin, PlainWord>;

/** Where something is known from: the CRM's drum, the page, or steps on this device. */
export const OriginDrawing = ({ from }: { from: Origin }) => (
  <svg
    class={`origin is-${from}`}
    width="18"
    height="18"
    viewBox="0 0 20 20"
    role="img"
    aria-label={say(NAME[from])}
  >
    <title>{say(NAME[from])}</title>
    {from === "crm" && (
      <path d="M4 5.5C4 4.1 6.7 3 10 3s6 1.1 6 2.5v9c0 1.4-2.7 2.5-6 2.5s-6-1.1-6-2.5zM4 5.5C4 6.9 6.7 8 10 8s6-1.1 6-2.5M4 10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5" />
    )}
    {from === "page" && <path d="M3 4.5h14v11H3zM3 8h14M6 11h5M6 13.2h8" />}
    {from === "behavior" && <path d="M3 15.5h3v-4h4v-4h4v-4h3" />}
  </svg>
);

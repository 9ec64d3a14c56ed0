import type { Manifest } from "../../../shared/manifest/shape.ts";
import { dated, number, say } from "../../words.ts";
import { momentsAhead } from "../person/moments.ts";
import { Field } from "./field.tsx";
import { momentIn, momentText } from "./moment-text.ts";

type Props = {
  readonly name: string;
  readonly now: number | undefined;
  readonly manifest: Manifest;
  readonly onSay: (now: number) => void;
};

/** More are found by their date. */
const OFFERED = 4;

/** The moment as of which the page is seen; when an offer starts or ends it is one click away. */
export const MomentControl = ({ name, now, manifest, onSay }: Props) => (
  <>
    <Field
      type="datetime-local"
      name={name}
      max="2099-12-31T23:59"
      value={now === undefined ? "" : momentText(now)}
      onSay={({ value }) => {
        const said = momentIn(value);
        if (said !== undefined) onSay(said);
      }}
    />
    <div class="moments">
      {momentsAhead(manifest, Date.now())
        .slice(0, OFFERED)
        .map(({ offers: [offer = "", ...others], is, at }) => (
          <button
            type="button"
            key={`${at} ${is}`}
            class="toggle moment"
            aria-pressed={at === now}
            onClick={() => onSay(at)}
          >
            <span dir="auto">
              {say(is === "starts" ? "offerStarts" : "offerEnds", { offer })}
              {others.length > 0 && ` +${number(others.length)}`}
            </span>
            <span class="aside">{dated(new Date(at), { dateStyle: "medium" })}</span>
          </button>
        ))}
    </div>
  </>
);

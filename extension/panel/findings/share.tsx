import { markdownOf } from "../../../shared/findings/report/markdown.ts";
import { type PlainWord, say } from "../../words.ts";
import { ChevronIcon, SaveIcon } from "../drawn/icons.tsx";
import type { Examined } from "../examined.ts";
import { Copy } from "./copy.tsx";
import { type Format, reportIn, saveReport } from "./hand-over.ts";

const FORMATS = [
  ["html", "exportHtml"],
  ["json", "exportJson"],
  ["sarif", "exportSarif"],
] as const satisfies readonly (readonly [Format, PlainWord])[];

/** Everything that was checked, for others: as text to paste, or as a file. */
export const Share = ({ examined }: { examined: Examined }) => (
  <details class="share">
    <summary>
      <ChevronIcon />
      {say("share")}
    </summary>
    <div class="share-ways">
      <Copy name={say("copyAll")} text={() => markdownOf(reportIn(examined))} />
      {FORMATS.map(([format, name]) => (
        <button type="button" class="secondary" key={format} onClick={() => saveReport(examined, format)}>
          <SaveIcon />
          {say(name)}
        </button>
      ))}
      <p class="aside">{say("shareNote")}</p>
    </div>
  </details>
);

import { useState } from "preact/hooks";
import { linkedOf, previewLink, readPreviewLink } from "../../../shared/protocol/preview-link.ts";
import { say } from "../../words.ts";
import { PersonIcon } from "../drawn/icons.tsx";
import { Copy } from "../findings/copy.tsx";
import { called } from "../person/called.ts";
import type { Choice } from "../person/choice.ts";
import type { Seen } from "../seen.ts";
import { changeVisitors } from "../visitors/keep.ts";
import { NameField } from "../visitors/name-field.tsx";
import { withSaved } from "../visitors/visitors.ts";

/** As long as the preview itself lasts. */
const LASTS_MS = 2 * 3_600_000;

/** What can be done with the visitor who is previewed: kept under a name, or sent to a colleague. */
export function HandOn({ seen, choice }: { seen: Seen; choice: Choice }) {
  const [isNaming, setNaming] = useState(false);
  const { url } = seen.observation;
  const link = () => {
    const now = Date.now();
    const made = previewLink(url, linkedOf(choice), now + LASTS_MS);
    return readPreviewLink(made, now)?.is === "preview" ? made : undefined;
  };
  if (isNaming)
    return (
      <NameField
        name={called(choice, seen.rules).join(" · ").slice(0, 100)}
        onDone={(name) => {
          setNaming(false);
          if (name !== undefined)
            void changeVisitors(new URL(url).origin, (kept) => withSaved(kept, name, choice));
        }}
      />
    );
  return (
    <div class="hand-on">
      <button type="button" class="secondary" onClick={() => setNaming(true)}>
        <PersonIcon />
        {say("saveVisitor")}
      </button>
      {link() === undefined ? (
        <p class="aside">{say("linkTooLong")}</p>
      ) : (
        <>
          <Copy name={say("copyLink")} text={() => link() ?? ""} />
          <p class="aside">{say("linkLasts")}</p>
        </>
      )}
    </div>
  );
}

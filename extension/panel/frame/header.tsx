import { say } from "../../words.ts";
import { LibraryIcon } from "../drawn/icons.tsx";
import { Mark } from "../drawn/mark.tsx";
import { seenIn, urlOf } from "../seen.ts";
import { change, type State } from "../store.ts";

/** Which site and page this is about, and the way to the library. */
export function Header({ state }: { state: State }) {
  const url = urlOf(state);
  const seen = seenIn(state);
  const isWriting = state.isWriting && state.page.is === "without Forwhom";
  return (
    <header class="header">
      <Mark />
      <div class="where">
        <h1 dir="auto">{seen?.claim.manifest.name ?? "Forwhom"}</h1>
        {url && state.page.is !== "not allowed" && (
          <p class="address" title={url.href}>
            <bdi>{`${url.host}${url.pathname}`}</bdi>
          </p>
        )}
      </div>
      {(seen || isWriting) && (
        <button
          type="button"
          class="quiet"
          aria-haspopup="dialog"
          onClick={() => change({ isLibraryOpen: true })}
        >
          <LibraryIcon />
          <span>{say("library")}</span>
          {state.full && <span class="loaded-dot" role="img" aria-label={say("libraryIsLoaded")} />}
        </button>
      )}
      <div class="progress" aria-hidden="true" />
    </header>
  );
}

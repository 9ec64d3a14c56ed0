import { say } from "../../words.ts";
import { LibraryIcon } from "../drawn/icons.tsx";
import { change } from "../store.ts";

/** What the page's manifest keeps from everybody, and where the marketer can give it. */
export const NotHere = () => (
  <section class="not-here" aria-labelledby="not-here">
    <h2 id="not-here">{say("notHereTitle")}</h2>
    <p>{say("notHereText")}</p>
    <button
      type="button"
      class="secondary"
      aria-haspopup="dialog"
      onClick={() => change({ isLibraryOpen: true })}
    >
      <LibraryIcon />
      {say("loadFullLibrary")}
    </button>
  </section>
);

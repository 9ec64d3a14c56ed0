import { useLayoutEffect, useRef, useState } from "preact/hooks";
import { say } from "../../words.ts";
import { CheckIcon, CloseIcon, WarningIcon } from "../drawn/icons.tsx";
import { isOutOfStep } from "../rules/rules.ts";
import type { Seen } from "../seen.ts";
import { change } from "../store.ts";
import { forgetLibrary, keepLibrary } from "./keep.ts";
import { Problems } from "./problems.tsx";
import { fetchLibrary, type ReadLibrary, readLibrary } from "./read.ts";

/** Where the marketer gives the full library: it stays on this device, for this site. */
export function LibraryDialog({ seen }: { seen: Seen }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [result, setResult] = useState<ReadLibrary>();
  const { origin } = new URL(seen.observation.url);
  // Before anything is painted: a key that is pressed meanwhile must not land on the page behind.
  useLayoutEffect(() => dialog.current?.showModal(), []);

  const take = async (read: ReadLibrary) => {
    setResult(read);
    if (read.is !== "read") return;
    change({ full: read.full });
    await keepLibrary(origin, read.full);
  };
  const forget = async () => {
    setResult(undefined);
    change({ full: undefined });
    await forgetLibrary(origin);
  };

  return (
    <dialog
      ref={dialog}
      class="library"
      aria-labelledby="library-title"
      onClose={() => change({ isLibraryOpen: false })}
    >
      <div class="dialog-title">
        <h2 id="library-title">{say("library")}</h2>
        <button type="button" class="quiet" aria-label={say("close")} onClick={() => dialog.current?.close()}>
          <CloseIcon />
        </button>
      </div>
      <Loaded seen={seen} onForget={() => void forget()} />
      <FromFile onRead={take} />
      <FromAddress onRead={take} />
      <div role="status">{result && <Outcome result={result} />}</div>
      <p class="aside">{say("libraryStays", { host: new URL(origin).host })}</p>
    </dialog>
  );
}

function Loaded({ seen: { rules }, onForget }: { seen: Seen; onForget: () => void }) {
  if (!rules.full) return <p>{say("libraryIntro")}</p>;
  return (
    <div class="loaded">
      <p dir="auto">
        <CheckIcon /> <strong>{rules.full.library.name}</strong>{" "}
        {say("libraryFrom", { place: isolated(rules.full.from) })}
      </p>
      {isOutOfStep(rules) && (
        <p class="warning">
          <WarningIcon />
          <span>{say("libraryOutOfStep")}</span>
        </p>
      )}
      <button type="button" class="secondary" onClick={onForget}>
        {say("libraryForget")}
      </button>
    </div>
  );
}

/** An address or a file’s name reads from left to right in a sentence of any direction. */
const isolated = (text: string) => `\u2068${text}\u2069`;

type Reading = { readonly onRead: (read: ReadLibrary) => Promise<void> };

const FromFile = ({ onRead }: Reading) => (
  <label class="field">
    <span>{say("fromFile")}</span>
    <input
      type="file"
      accept=".json,application/json"
      onChange={async ({ currentTarget }) => {
        const file = currentTarget.files?.[0];
        if (file) await onRead(readLibrary(await file.text(), file.name));
      }}
    />
  </label>
);

function FromAddress({ onRead }: Reading) {
  const [address, setAddress] = useState("");
  return (
    <form
      class="field"
      onSubmit={async (event) => {
        event.preventDefault();
        await onRead(await fetchLibrary(address.trim()));
      }}
    >
      <label for="library-address">{say("fromAddress")}</label>
      <span class="with-button">
        <input
          id="library-address"
          type="url"
          required
          placeholder="https://example.com/library.json"
          value={address}
          onInput={({ currentTarget }) => setAddress(currentTarget.value)}
        />
        <button type="submit" class="secondary">
          {say("load")}
        </button>
      </span>
    </form>
  );
}

function Outcome({ result }: { result: ReadLibrary }) {
  if (result.is === "read") return <p class="good">{say("libraryLoaded")}</p>;
  if (result.is === "failed") return <p class="warning">{result.because}</p>;
  return <Problems problems={result.problems} />;
}

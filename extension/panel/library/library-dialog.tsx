import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Manifest } from "../../../shared/manifest/shape.ts";
import { say } from "../../words.ts";
import { CheckIcon, CloseIcon, WarningIcon } from "../drawn/icons.tsx";
import { type FullLibrary, isOutOfStep } from "../rules/rules.ts";
import { change } from "../store.ts";
import { forgetLibrary, keepLibrary } from "./keep.ts";
import { Problems } from "./problems.tsx";
import { fetchLibrary, type ReadLibrary, readLibrary } from "./read.ts";

type LoadedLibrary = {
  readonly full: FullLibrary | undefined;
  /** What the page itself has, where it has Forwhom. */
  readonly manifest: Manifest | undefined;
};

/** Where the marketer gives the full library: it stays on this device, for this site. */
export function LibraryDialog({ origin, full, manifest }: LoadedLibrary & { readonly origin: string }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [result, setResult] = useState<ReadLibrary>();
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
      <Loaded full={full} manifest={manifest} onForget={() => void forget()} />
      <FromFile onRead={take} />
      <FromAddress onRead={take} />
      <FromText onRead={take} />
      <div role="status">{result && <Outcome result={result} />}</div>
      <p class="aside">{say("libraryStays", { host: new URL(origin).host })}</p>
    </dialog>
  );
}

function Loaded({ full, manifest, onForget }: LoadedLibrary & { onForget: () => void }) {
  if (!full) return <p>{say(manifest ? "libraryIntro" : "libraryIntroWithout")}</p>;
  return (
    <div class="loaded">
      <p dir="auto">
        <CheckIcon /> <strong>{full.library.name}</strong>{" "}
        {say("libraryFrom", { place: isolated(full.from) })}
      </p>
      {manifest && isOutOfStep({ manifest, full }) && (
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

function FromText({ onRead }: Reading) {
  const [text, setText] = useState("");
  return (
    <form
      class="field"
      onSubmit={async (event) => {
        event.preventDefault();
        await onRead(readLibrary(text, say("pasted")));
      }}
    >
      <label for="library-text">{say("fromText")}</label>
      <span class="with-button">
        <textarea
          id="library-text"
          required
          rows={1}
          spellcheck={false}
          placeholder={'{ "forwhom": 1, … }'}
          value={text}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
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

import { useState } from "preact/hooks";
import { say } from "../../words.ts";
import { CheckIcon, CopyIcon } from "../drawn/icons.tsx";
import { change } from "../store.ts";

type Props = { readonly name: string; readonly text: () => string };

/** Puts a text on the clipboard, and says so on itself until somebody goes elsewhere. */
export function Copy({ name, text }: Props) {
  const [isDone, setDone] = useState(false);
  const copy = async () => {
    const isCopied = await navigator.clipboard.writeText(text()).then(
      () => true,
      () => false,
    );
    setDone(isCopied);
    change({ notice: isCopied ? undefined : say("copyFailed") });
  };
  return (
    <button type="button" class="secondary" onClick={() => void copy()} onBlur={() => setDone(false)}>
      {isDone ? <CheckIcon /> : <CopyIcon />}
      <span aria-live="polite">{isDone ? say("copied") : name}</span>
    </button>
  );
}

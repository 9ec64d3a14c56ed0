import { useEffect, useRef, useState } from "preact/hooks";
import { say } from "../../words.ts";
import type { Seen } from "../seen.ts";
import { askToTake, mayTake } from "./leave-to.ts";
import { type Pictures, takePictures } from "./take.ts";

export type Taking = {
  readonly pictures: Pictures;
  readonly is: "idle" | "asking" | "running" | "stopped" | "refused" | "failed";
  /** How many audiences are done. */
  readonly done: number;
  readonly because?: string | undefined;
  /** Takes them, or says that the browser has to be asked first. */
  readonly take: () => void;
  /** Asks the browser, then takes them: a click or a key leads here. */
  readonly ask: () => void;
  readonly stop: () => void;
};

type Now = Pick<Taking, "pictures" | "is" | "done" | "because">;

/** Pictures of this page's slots for these audiences; those of another page are forgotten. */
export function usePictures(audiences: readonly string[], seen: Seen): Taking {
  const page = `${seen.observation.url} ${seen.claim.manifest.version}`;
  const [state, setState] = useState<Now & { readonly page: string }>({ page, ...NONE });
  const stopping = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);
  const current: Now = state.page === page ? state : NONE;
  const put = (part: Partial<Now>) =>
    setState((before) => ({ ...(before.page === page ? before : NONE), page, ...part }));

  const run = async () => {
    const stop = new AbortController();
    stopping.current = stop;
    put({ is: "running", done: 0, because: undefined });
    try {
      await takePictures(audiences, seen, (pictures, done) => put({ pictures, done }), stop.signal);
      put({ is: "idle" });
    } catch (error) {
      const isStopped = error instanceof DOMException && error.name === "AbortError";
      put(isStopped ? { is: "stopped" } : { is: "failed", because: reasonOf(error) });
    }
  };
  return {
    ...current,
    take: () => void mayTake(seen.tab).then((may) => (may ? run() : put({ is: "asking" }))),
    ask: () => void askToTake().then((may) => (may ? run() : put({ is: "refused" }))),
    stop: () => stopping.current?.abort(),
  };
}

const NONE: Now = { pictures: {}, is: "idle", done: 0 };

const reasonOf = (error: unknown): string =>
  error instanceof DOMException && error.name === "TimeoutError"
    ? say("picturesTimeout")
    : error instanceof Error
      ? error.message
      : String(error);

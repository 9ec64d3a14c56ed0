import { useEffect, useRef, useState } from "preact/hooks";

/** What has been made of a work that is done step by step, so that the panel answers meanwhile. */
export type Steps<T> = {
  readonly made: readonly T[];
  readonly is: "running" | "done" | "stopped";
  readonly stop: () => void;
};

/** How long the panel may be busy at a time. */
const AT_A_TIME_MS = 12;

/** Does a work for each new key, and leaves the one before; without a key there is nothing to do. */
export function useSteps<T>(key: string | undefined, start: () => Iterator<T>): Steps<T> {
  const [steps, setSteps] = useState<Steps<T>>({ made: [], is: "running", stop: () => undefined });
  const newest = useRef(start);
  newest.current = start;
  useEffect(() => {
    if (key === undefined) return;
    const stopping = new AbortController();
    const stop = () => stopping.abort();
    let isLeft = false;
    const tell = (made: readonly T[], is: Steps<T>["is"]) => isLeft || setSteps({ made, is, stop });
    void inSteps(newest.current(), tell, stopping.signal);
    return () => {
      isLeft = true;
      stop();
    };
  }, [key]);
  return steps;
}

/** Takes one step after the other, and tells how far it has come whenever it lets others go first. */
export async function inSteps<T>(
  work: Iterator<T>,
  tell: (made: readonly T[], is: Steps<T>["is"]) => unknown,
  signal: AbortSignal,
): Promise<void> {
  const made: T[] = [];
  for (;;) {
    tell([...made], "running");
    await new Promise((go) => setTimeout(go));
    for (const from = performance.now(); performance.now() - from < AT_A_TIME_MS; ) {
      if (signal.aborted) return void tell([...made], "stopped");
      const { done, value } = work.next();
      if (done) return void tell([...made], "done");
      made.push(value);
    }
  }
}

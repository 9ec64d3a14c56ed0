import { say } from "../../words.ts";
import { Progress } from "../compare/progress.tsx";
import type { Taking } from "./use-pictures.ts";

/** What goes on with the pictures: why the browser asks, how far they are, and why there are none. */
export function PicturesBar({ taking, of }: { taking: Taking; of: number }) {
  const { is, done, because, ask, stop } = taking;
  switch (is) {
    case "asking":
      return (
        <div class="card pictures-reason" role="status">
          <p>{say("picturesWhy")}</p>
          <button type="button" class="primary" onClick={() => backAfter(ask)}>
            {say("picturesAllow")}
          </button>
        </div>
      );
    case "running":
      return (
        <>
          <p class="aside">{say("picturesRunning")}</p>
          <Progress made={done} of={of} stop={() => backAfter(stop)} name={say("picturesProgress")} />
        </>
      );
    case "stopped":
      return (
        <p class="aside" role="status">
          {say("picturesStopped")}
        </p>
      );
    case "refused":
      return (
        <p class="aside" role="status">
          {say("picturesRefused")}
        </p>
      );
    case "failed":
      return (
        <p class="aside" role="status">
          {say("picturesFailed", { reason: because ?? "" })}
        </p>
      );
    case "idle":
      return null;
  }
}

/** The button goes with what it was pressed in: the focus stays near, where the pictures were asked for. */
function backAfter(act: () => void): void {
  document.getElementById("take-pictures")?.focus();
  act();
}

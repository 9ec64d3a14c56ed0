import type { ComponentChildren } from "preact";
import type { PageState } from "../../../shared/protocol/messages.ts";
import { isFirefox } from "../../which-browser.ts";
import { say } from "../../words.ts";
import { allowAndLook } from "../act.ts";
import { lookAgain } from "../connect.ts";
import { Scene, type SceneName } from "../drawn/scene.tsx";

/** Every state of a page in which there is nothing to list, with what to do next. */
export function PageStateView({ page }: { page: PageState }) {
  switch (page.is) {
    case "loading":
      return <State scene="looking" title={say("lookingTitle")} />;
    case "not allowed":
      return <NotAllowed origin={page.origin} />;
    case "closed to extensions":
      return (
        <State scene="closed" title={say("closedTitle")}>
          <p>{say("closedText")}</p>
        </State>
      );
    case "failed":
      return (
        <State scene="failed" title={say("failedTitle")}>
          <p class="reason">{page.because}</p>
          <Again />
        </State>
      );
    case "seen":
    case "without Forwhom":
      return null;
  }
}

function NotAllowed({ origin }: { origin: string | undefined }) {
  const host = origin === undefined || !URL.canParse(origin) ? undefined : new URL(origin).hostname;
  return (
    <State scene="locked" title={say("notAllowedTitle")}>
      <p>{isFirefox && host !== undefined ? say("notAllowedInFirefox") : say("notAllowedBeforeClick")}</p>
      {host !== undefined && (
        <button type="button" class={isFirefox ? "primary" : "secondary"} onClick={() => void allowAndLook()}>
          {say(isFirefox ? "allowOn" : "alwaysAllowOn", { host })}
        </button>
      )}
    </State>
  );
}

export const Again = () => (
  <button type="button" class="secondary" onClick={() => void lookAgain()}>
    {say("lookAgain")}
  </button>
);

const State = ({
  scene,
  title,
  children,
}: {
  scene: SceneName;
  title: string;
  children?: ComponentChildren;
}) => (
  <main class="state">
    <Scene name={scene} />
    <h2>{title}</h2>
    {children}
  </main>
);

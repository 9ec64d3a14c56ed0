import type { ComponentChildren } from "preact";
import type { PageState } from "../../../shared/protocol/messages.ts";
import { isFirefox } from "../../which-browser.ts";
import { allowAndLook } from "../act.ts";
import { lookAgain } from "../connect.ts";
import { Scene, type SceneName } from "../drawn/scene.tsx";

/** Every state of a page in which there is nothing to list, with what to do next. */
export function PageStateView({ page }: { page: PageState }) {
  switch (page.is) {
    case "loading":
      return <State scene="looking" title="Looking at the page…" />;
    case "not allowed":
      return <NotAllowed origin={page.origin} />;
    case "closed to extensions":
      return (
        <State scene="closed" title="Nothing to see here">
          <p>
            This page belongs to the browser, which lets no extension look at it. Open a page of your site.
          </p>
        </State>
      );
    case "without Forwhom":
      return (
        <State scene="without" title="No Forwhom on this page">
          <p>
            No page script answered. If there should be one, check that its tag stands in the page’s head, and
            that nothing blocks it.
          </p>
          <Again />
        </State>
      );
    case "failed":
      return (
        <State scene="failed" title="That did not work">
          <p class="reason">{page.because}</p>
          <Again />
        </State>
      );
    case "seen":
      return null;
  }
}

function NotAllowed({ origin }: { origin: string | undefined }) {
  const host = origin === undefined || !URL.canParse(origin) ? undefined : new URL(origin).hostname;
  return (
    <State scene="locked" title="Forwhom may not look at this page yet">
      <p>
        {isFirefox && host !== undefined
          ? `Firefox asks once for each site. Nothing is read before you allow it.`
          : "Click the Forwhom icon in the toolbar. Nothing is read before you do."}
      </p>
      {host !== undefined && (
        <button type="button" class={isFirefox ? "primary" : "secondary"} onClick={() => void allowAndLook()}>
          {isFirefox ? `Allow on ${host}` : `Always allow on ${host}`}
        </button>
      )}
    </State>
  );
}

const Again = () => (
  <button type="button" class="secondary" onClick={() => void lookAgain()}>
    Look again
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

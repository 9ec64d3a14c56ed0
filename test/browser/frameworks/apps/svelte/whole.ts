import { flushSync, hydrate, unmount } from "svelte";
import Page from "./Page.svelte";
import { view } from "./view.svelte.ts";

let page: ReturnType<typeof hydrate>;
window.app = {
  hydrate: () => {
    page = hydrate(Page, { target: document.getElementById("app") as HTMLElement, props: { view } });
  },
  set: async (next) => flushSync(() => void Object.assign(view, next)),
  unmount: () => void unmount(page),
};

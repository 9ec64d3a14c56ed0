import { createSSRApp, Fragment, h, nextTick, reactive } from "vue";
import { firstView, tellHydrated, type View } from "../app.ts";

const view: View = reactive({ ...firstView });

const render = () =>
  h(Fragment, [
    h("p", { id: "note" }, view.note),
    view.hasSlots ? slots(view) : null,
    h("footer", "Northwind"),
  ]);

const slots = ({ title, hasBadge, items, cta, mount }: View) =>
  h("div", [
    h("section", { key: mount, "data-fw-slot": "hero" }, [
      hasBadge ? h("em", "New") : null,
      h("h1", title),
      items.map((item) => h("span", { key: item }, item)),
    ]),
    h("a", { "data-fw-slot": "cta", href: "/start" }, cta),
  ]);

export const createPage = () => createSSRApp({ render, mounted: tellHydrated });

if (typeof document !== "undefined") {
  const page = createPage();
  window.app = {
    hydrate: () => void page.mount("#app"),
    set: async (next) => {
      Object.assign(view, next);
      await nextTick();
    },
    unmount: () => page.unmount(),
  };
}

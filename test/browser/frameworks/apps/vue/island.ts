import { createSSRApp, Fragment, h, nextTick, reactive } from "vue";
import { firstView, island, type View } from "../app.ts";

const view: View = reactive({ ...firstView });

/** Vue owns the element and not what is in it, so that may have changed before Vue comes. */
const render = () =>
  h(Fragment, [
    h("p", { id: "note" }, view.note),
    view.hasSlots ? h("section", { "data-fw-slot": "island", innerHTML: island }) : null,
  ]);

export const createPage = () => createSSRApp({ render });

if (typeof document !== "undefined") {
  window.app = {
    hydrate: () => void createPage().mount("#app"),
    set: async (next) => {
      Object.assign(view, next);
      await nextTick();
    },
  };
}

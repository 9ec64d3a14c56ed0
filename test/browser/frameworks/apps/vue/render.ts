import { renderToString } from "@vue/server-renderer";
import { createPage as createIsland } from "./island.ts";
import { createPage as createWhole } from "./whole.ts";

export const render = {
  vue: () => renderToString(createWhole()),
  "vue-island": () => renderToString(createIsland()),
};

import { renderToString } from "@vue/server-renderer";
import { createPage } from "./vue.ts";

export const render = () => renderToString(createPage());

import { render as renderToString } from "svelte/server";
import { firstView } from "../app.ts";
import Page from "./Page.svelte";

export const render = {
  svelte: async () => renderToString(Page, { props: { view: firstView } }).body,
};

import { createElement, type FunctionComponent } from "react";
import { renderToString } from "react-dom/server";
import { Page as Island } from "./island.tsx";
import { Page as Parts } from "./parts.tsx";
import { Page as Whole } from "./whole.tsx";

const rendered = (page: FunctionComponent) => async () => renderToString(createElement(page));

export const render = {
  react: rendered(Whole),
  "react-parts": rendered(Parts),
  "react-island": rendered(Island),
};

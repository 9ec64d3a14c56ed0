import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { Page } from "./react-parts.tsx";

export const render = async () => renderToString(createElement(Page));

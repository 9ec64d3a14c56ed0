import { createElement, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { App } from "./react-app.ts";

const root = document.querySelector("#root");
if (root) hydrateRoot(root, createElement(StrictMode, null, createElement(App)));

import { StrictMode } from "react";
import { renderToString } from "react-dom/server";
import { App } from "./app.jsx";

/** The page's HTML with the app in it, as every visitor gets it. */
export const pageWith = (tag) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Northwind</title>
    ${tag}
  </head>
  <body>
    <div id="root">${renderToString(
      <StrictMode>
        <App />
      </StrictMode>,
    )}</div>
    <script type="module" src="/client.js"></script>
  </body>
</html>
`;

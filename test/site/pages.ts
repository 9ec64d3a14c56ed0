import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { html } from "hono/html";

export const PAGES_FOLDER = fileURLToPath(new URL("./pages/", import.meta.url));

const PAGES: Readonly<Record<string, string>> = {
  "/": "index.html",
  "/pricing": "pricing.html",
  "/product": "product.html",
  "/customers": "customers.html",
  "/resources": "resources.html",
  "/broken": "broken.html",
};

export const PAGE_PATHS = Object.keys(PAGES);

/** Everything that the server puts into a page. */
export type Filling = {
  /** The script's tag; empty: the page as it is without Forwhom. */
  readonly forwhom: string;
  /** The name of whoever is signed in. */
  readonly name: string | undefined;
};

const CONSENT = [
  '<link rel="stylesheet" href="/vendor/cookieconsent.css">',
  '<script src="/vendor/cookieconsent.umd.js"></script>',
  '<script src="/consent.js"></script>',
].join("");

/** A page with its tags and the account of the visitor filled in. */
export async function filledPage(path: string, { forwhom, name }: Filling): Promise<string> {
  const page = await read(PAGES[path] ?? "index.html");
  const account = await read(name === undefined ? "account-signed-out.html" : "account-signed-in.html");
  const escaped = String(html`${name ?? ""}`);
  return page
    .replace("<!-- forwhom -->", () => forwhom)
    .replace("<!-- consent -->", () => CONSENT)
    .replace("<!-- account -->", () => account.replaceAll("{{name}}", () => escaped));
}

const read = (file: string) => readFile(`${PAGES_FOLDER}${file}`, "utf8");

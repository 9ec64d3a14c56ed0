import { render } from "preact";
import { dated, language, say } from "../../words.ts";
import { save } from "../save.ts";
import type { Seen } from "../seen.ts";
import type { Comparison } from "./comparison.ts";
import { FILE_STYLE } from "./file-style.ts";
import { Matrix } from "./matrix.tsx";

export type FileAbout = {
  /** The page's address, without what may name a visitor. */
  readonly page: string;
  readonly library: string;
  readonly at: Date;
};

/** The comparison as one file that needs nothing else: no script, nothing from anywhere. */
export function fileOf(comparison: Comparison, about: FileAbout): string {
  const file = document.implementation.createHTMLDocument();
  file.title = say("compareTitle", { page: about.page });
  file.documentElement.lang = language();
  file.documentElement.dir = say("direction");
  const style = file.createElement("style");
  style.textContent = FILE_STYLE;
  const policy = metaOf(file, {
    "http-equiv": "Content-Security-Policy",
    content: "default-src 'none'; style-src 'unsafe-inline'; img-src data:",
  });
  const viewport = metaOf(file, { name: "viewport", content: "width=device-width, initial-scale=1" });
  file.head.prepend(metaOf(file, { charset: "utf-8" }), viewport, policy);
  file.head.append(style);
  render(<Page comparison={comparison} about={about} />, file.body);
  return `<!doctype html>\n${file.documentElement.outerHTML}\n`;
}

function metaOf(file: Document, attributes: Readonly<Record<string, string>>): HTMLMetaElement {
  const meta = file.createElement("meta");
  for (const [name, value] of Object.entries(attributes)) meta.setAttribute(name, value);
  return meta;
}

const Page = ({ comparison, about }: { comparison: Comparison; about: FileAbout }) => (
  <>
    <header>
      <h1>{say("compareTitle", { page: about.page })}</h1>
      <p>{aboutWords(about)}</p>
    </header>
    <main>
      <Matrix comparison={comparison} />
    </main>
  </>
);

/** What a file of this page's comparison is about, and called but for its ending. */
export function fileAbout({ observation, claim }: Seen): FileAbout & { readonly name: string } {
  const { host, hostname, pathname } = new URL(observation.url);
  const at = new Date();
  return {
    page: host + pathname,
    library: claim.manifest.name,
    at,
    name: `forwhom-${hostname}-audiences-${at.toISOString().slice(0, 10)}`,
  };
}

export const aboutWords = ({ library, at }: FileAbout): string =>
  say("compareAbout", {
    library,
    time: dated(at, { dateStyle: "long", timeStyle: "short", timeZone: "UTC" }),
  });

export function saveComparison(comparison: Comparison, seen: Seen): void {
  const { name, ...about } = fileAbout(seen);
  save(fileOf(comparison, about), { name: `${name}.html`, type: "text/html" });
}

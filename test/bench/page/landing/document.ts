import { createHash } from "node:crypto";
import { growthBookTag } from "./growthbook.ts";
import { defaultColour, pageDefault, variation, variationColour } from "./hero.ts";

export const styles = `
body { margin: 0; font: 18px/1.5 sans-serif; color: #222; }
header, main > section, footer { padding: 24px 48px; }
[data-fw-slot] { display: block; min-height: 400px; padding: 48px; box-sizing: border-box; }
.hero { min-height: 304px; margin: 0; padding: 48px; box-sizing: border-box; color: #fff; }
.default { background: ${defaultColour}; }
.variation { background: ${variationColour}; }
h1 { margin: 0 0 16px; font-size: 56px; line-height: 1.1; }
`;

/** Written by hand for this one page: what any other way can only come near to. */
export const inlineSwap = [
  'if (document.cookie.includes("tier=a")) {',
  "const slot = document.currentScript.previousElementSibling;",
  'slot.replaceChildren(slot.querySelector("template").content.cloneNode(true));',
  "}",
].join(" ");

interface Differences {
  /** Stands before the stylesheet. */
  readonly first?: string;
  /** Stands last in the head. */
  readonly last?: string;
  readonly afterSlot?: string;
  readonly csp?: string;
}

const strict = "default-src 'self'; require-trusted-types-for 'script'; trusted-types 'none'";
const inlineHash = createHash("sha256").update(inlineSwap).digest("base64");

/** The same page in every way of swapping, under the strictest policy that lets this way swap. */
const pages: Readonly<Record<string, Differences>> = {
  "/without": {},
  "/inline": {
    afterSlot: `<script>${inlineSwap}</script>`,
    csp: `${strict}; script-src 'self' 'sha256-${inlineHash}'`,
  },
  "/with": { first: '<script src="/forwhom.js" data-country="DE"></script>' },
  // Its visual changes set innerHTML, which Trusted Types forbid.
  "/growthbook": { last: growthBookTag, csp: "default-src 'self'" },
};

export interface LandingPage {
  readonly csp: string;
  /** As a real server flushes: the head, then what is in view, then the rest. */
  readonly chunks: readonly [head: string, firstView: string, rest: string];
  /** Where a slow server stops to think, in the first view: the slot's default stands there alone. */
  readonly inTheMiddle: number;
}

/** The landing page at a path, or nothing where there is none. */
export function landingPage(path: string): LandingPage | undefined {
  const differences = pages[path];
  if (!differences) return undefined;
  const { first = "", last = "", afterSlot = "", csp = strict } = differences;
  const firstView = viewWith(afterSlot);
  return {
    csp,
    chunks: [headWith(first, last), firstView, rest],
    inTheMiddle: firstView.indexOf("<template"),
  };
}

const headWith = (first: string, last: string) => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Plan your capacity</title>
${first}
<link rel="stylesheet" href="/landing.css">
${last}
</head>
<body>
<header><a href="/">Northwind</a> · <a href="/product">Product</a> · <a href="/pricing">Pricing</a></header>
`;

const viewWith = (afterSlot: string) => `<main>
<div data-fw-slot="hero">
<div class="hero default"><h1>${pageDefault.heading}</h1><p>${pageDefault.text}</p></div>
<template data-fw-variation="hero-tier-a"><div class="hero variation"><h1>${variation.heading}</h1><p>${variation.text}</p></div></template>
</div>${afterSlot}
<section><h2>What it does</h2><p>It shows who works on what, and what fits in next week.</p></section>
`;

const rest = `${Array.from(
  { length: 40 },
  (_, at) =>
    `<section><h2>Reason ${at + 1}</h2><p>${"Teams plan better when they see the same numbers. ".repeat(6)}</p></section>\n`,
).join("")}</main>
<footer>Northwind</footer>
</body>
</html>`;

/** Where the visitor was before: signed in there, and has the stylesheet that the whole site shares. */
export const signInPage = `<!doctype html>
<html lang="en">
<title>Welcome back</title>
<link rel="stylesheet" href="/landing.css">
<h1>Welcome back</h1>
</html>`;

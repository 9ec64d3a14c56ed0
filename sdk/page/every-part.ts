import { EVERY_SOURCE } from "./consent/every-source.ts";
import type { Parts } from "./parts.ts";
import { approved } from "./slots/content/approved.ts";
import { attributes } from "./slots/content/attributes.ts";
import { fragment } from "./slots/content/fragment.ts";
import { hide } from "./slots/content/hide.ts";
import { html } from "./slots/content/html.ts";
import { offer } from "./slots/content/offer.ts";
import { template } from "./slots/content/template.ts";
import { text } from "./slots/content/text.ts";

/** Everything that any library can use. */
export const EVERY_PART: Parts = {
  // The module has the engine itself.
  engine: {},
  sources: EVERY_SOURCE,
  contents: { template, text, html, offer, attributes, fragment, hide },
  approved,
};

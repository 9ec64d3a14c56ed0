import { createHash } from "node:crypto";

/**
 * What a browser holds a script against before it runs it: the value of the `integrity` attribute.
 * A page's own origin needs no `crossorigin` beside it; another origin does.
 */
export const integrityOf = (text: string): string =>
  `sha384-${createHash("sha384").update(text).digest("base64")}`;

import type { ContentKind } from "./kind.ts";

/** Where these lead was checked letter by letter: nothing of the visitor is put into them. */
const ADDRESSES = ["href", "src", "srcset"];

/** Attributes of the slot's own element. A picture's width and height stay, and with them its space. */
export const attributes: ContentKind<{ attributes: Readonly<Record<string, string>> }> = (
  { attributes: all },
  { element, fill },
) =>
  // Their address is script, or leads every script of the page elsewhere.
  element.matches("script,base")
    ? "content"
    : {
        attributes: Object.fromEntries(
          Object.entries(all).map(([name, value]) => [name, ADDRESSES.includes(name) ? value : fill(value)]),
        ),
      };

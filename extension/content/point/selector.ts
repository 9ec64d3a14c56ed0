/** Marks that a page's authors mean to keep: other attributes follow what an element shows. */
const LASTING = /^data-(?!fw-)[a-z0-9_-]+$/;
const PLAIN = /^[\w .:-]{1,60}$/;
/** Made by a machine: another at the next build, or the next visit. */
const MADE = /\d{4,}|^[:_]|[a-f0-9]{8,}|^(?:radix|headlessui|react-aria|mui|ember|gen|uid)\b/i;
/** A page has one of each, or says which by a mark. */
const ONE_OF_A_KIND = "h1, main, header, footer, nav, body";

/**
 * A selector that finds this element and no other, by what changes least: a mark of its own, or every step of
 * the way down from the nearest element that has one. A page that changes on that way has no such place any
 * more, and keeps its own content: never is something else taken for it.
 */
export function selectorFor(element: Element): string {
  const own = markOf(element);
  if (own !== undefined) return own;
  const parent = element.parentElement;
  return parent ? `${selectorFor(parent)} > ${stepTo(element, parent)}` : ":root";
}

/** The element by something that only it has. */
function markOf(element: Element): string | undefined {
  const marks = [
    ...(element.id !== "" && !MADE.test(element.id) ? [`#${CSS.escape(element.id)}`] : []),
    ...[...element.attributes]
      .filter(({ name, value }) => LASTING.test(name) && PLAIN.test(value) && !MADE.test(value))
      .map(({ name, value }) => `[${name}="${value}"]`),
    ...(element.matches(ONE_OF_A_KIND) ? [element.localName] : []),
  ];
  return marks.find((selector) => document.querySelectorAll(selector).length === 1);
}

/** One step down: by the element's name, and its place where others beside it have the same. */
function stepTo(element: Element, parent: Element): string {
  const alike = [...parent.children].filter(({ localName }) => localName === element.localName);
  const name = CSS.escape(element.localName);
  return alike.length > 1 ? `${name}:nth-of-type(${alike.indexOf(element) + 1})` : name;
}

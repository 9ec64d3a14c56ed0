import type { ObservedSlot } from "../../shared/protocol/observation.ts";

export const SLOT = "data-fw-slot";
/** The attributes by which the page script says what became of a slot. */
export const SHOWN = "data-fw-shown";
export const DONE = "data-fw-done";

const MOST = 500;

/** Where slots are found besides their own mark: the page script says it by its manifest. */
export type Places = Readonly<Record<string, string>>;

/** Every slot as it stands in the page, in reading order, seen without the page script's help. */
export function observeSlots(places: Places): readonly ObservedSlot[] {
  const found = new Map<Element, string>();
  const marked = [...document.querySelectorAll(`[${SLOT}]`)];
  // Counted once for all: a page may hold very many, and nobody reads more than the first.
  const alike = new Map<string, number>();
  for (const element of marked) {
    const slot = element.getAttribute(SLOT) ?? "";
    alike.set(slot, (alike.get(slot) ?? 0) + 1);
    if (found.size < MOST) found.set(element, slot);
  }
  for (const [slot, selector] of Object.entries(places))
    for (const element of elementsAt(selector)) if (!found.has(element)) found.set(element, slot);
  return [...found]
    .sort(([one], [other]) =>
      one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
    )
    .slice(0, MOST)
    .map(([element, slot]) => observeSlot(element, slot.slice(0, 100), alike.get(slot)));
}

/** The selectors in a claim that nobody has validated yet. */
export function placesIn(claim: unknown): Places {
  const { manifest } = { ...(claim as { manifest?: { slots?: unknown } } | undefined) };
  const slots = Object.entries({
    ...(manifest?.slots as Record<string, { selector?: unknown }> | undefined),
  });
  return Object.fromEntries(
    slots
      .slice(0, MOST)
      .flatMap(([slot, rule]) => (typeof rule?.selector === "string" ? [[slot, rule.selector]] : [])),
  );
}

function elementsAt(selector: string): readonly Element[] {
  try {
    return [...document.querySelectorAll(selector)].slice(0, MOST);
  } catch {
    return [];
  }
}

function observeSlot(element: Element, slot: string, alike: number | undefined): ObservedSlot {
  const shown = element.getAttribute(SHOWN)?.slice(0, 100);
  return {
    slot,
    ...(shown && { shown }),
    outcome: outcomeOf(element.getAttribute(DONE), shown),
    selector: selectorOf(element, alike),
    visible: isVisible(element),
    text: textOf(element),
  };
}

function outcomeOf(done: string | null, shown: string | undefined): ObservedSlot["outcome"] {
  if (done === "variation" || done === "default" || done === "neutral") return done;
  return shown ? "variation" : "undecided";
}

function isVisible(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && height > 0 && element.checkVisibility({ visibilityProperty: true });
}

const textOf = (element: Element): string =>
  (element instanceof HTMLElement ? element.innerText : (element.textContent ?? ""))
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 200);

/** By its slot's name where that is enough, else by its way down from the root. */
export function selectorOf(element: Element, alike?: number): string {
  const slot = element.getAttribute(SLOT);
  const named = `[${SLOT}="${CSS.escape(slot ?? "")}"]`;
  const isEnough = slot !== null && (alike ?? document.querySelectorAll(named).length) === 1;
  return (isEnough ? named : wayTo(element)).slice(0, 500);
}

function wayTo(element: Element): string {
  const parent = element.parentElement;
  if (!parent) return ":root";
  return `${wayTo(parent)} > :nth-child(${[...parent.children].indexOf(element) + 1})`;
}

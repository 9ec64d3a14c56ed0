/** What is found in the content of the slots of a page, and what came of using all of it. */
export type Judged = {
  /** The slots that show their variation. */
  readonly shown: readonly string[];
  /** What could run script or lead to it, each with its slot. */
  readonly dangers: readonly string[];
};

/** Runs in the page: looks at everything in its slots. */
export function judge(): Judged {
  const script = /^javascript:/;
  const bad = ["script", "iframe", "object", "embed", "frame", "frameset", "applet", "base", "meta", "link"];
  const addresses = ["href", "src", "action", "formaction", "data", "background", "poster", "ping"];
  const animated = ["to", "from", "values", "by", "attributename"];

  const leads = (value: string) => {
    try {
      return script.test(new URL(value, location.href).href);
    } catch {
      return false;
    }
  };
  const isBad = (name: string, value: string) =>
    name.startsWith("on") ||
    name === "srcdoc" ||
    (addresses.includes(name) && leads(value)) ||
    (name === "srcset" && value.split(",").some((one) => leads(one.trim()))) ||
    (animated.includes(name) && (script.test(value.trim()) || /^on|href$/.test(value)));

  function dangersIn(root: ParentNode): string[] {
    return [...root.querySelectorAll("*")].flatMap(dangersOf);
  }
  function dangersOf(element: Element): string[] {
    const found: string[] = [];
    if (bad.includes(element.localName)) found.push(`<${element.localName}>`);
    // Not of the element itself: a form’s fields can stand in for what it has.
    const { getAttributeNames, getAttribute } = Element.prototype;
    for (const name of getAttributeNames.call(element)) {
      const value = getAttribute.call(element, name) ?? "";
      if (isBad(name.replace("xlink:", "").toLowerCase(), value)) found.push(`${name}=${value}`);
    }
    if (element instanceof HTMLTemplateElement && !element.matches("[data-fw-variation]"))
      found.push(...dangersIn(element.content));
    if (element.shadowRoot) found.push(...dangersIn(element.shadowRoot));
    return found;
  }

  const slots = [...document.querySelectorAll("[data-fw-slot]")];
  const idOf = (slot: Element) => slot.getAttribute("data-fw-slot") ?? "";
  return {
    shown: slots.filter((slot) => slot.getAttribute("data-fw-shown") === idOf(slot)).map(idOf),
    dangers: slots.flatMap((slot) =>
      [...dangersOf(slot), ...dangersIn(slot)].map((danger) => `${idOf(slot)}: ${danger}`),
    ),
  };
}

/** Runs in the page: clicks and focuses all that is in its slots, without leaving it for where a link leads. */
export async function useAll(): Promise<void> {
  const addressOf = (target: EventTarget) =>
    target instanceof Element && (target.getAttribute("href") ?? target.getAttribute("xlink:href"));
  const runs = (address: string | false | null) => {
    try {
      return !!address && new URL(address, location.href).protocol === "javascript:";
    } catch {
      return false;
    }
  };
  addEventListener("click", (event) => {
    const led = event.composedPath().map(addressOf).filter(Boolean);
    if (led.length > 0 && !led.some((one) => runs(one as string))) event.preventDefault();
  });
  addEventListener("submit", (event) => {
    const { submitter, target } = event as SubmitEvent;
    const action = submitter?.getAttribute("formaction") ?? (target as Element).getAttribute("action");
    if (!runs(action)) event.preventDefault();
  });
  for (const element of document.querySelectorAll<HTMLElement>("[data-fw-slot], [data-fw-slot] *")) {
    element.focus?.({ preventScroll: true });
    for (const kind of ["mouseover", "click"])
      element.dispatchEvent(new MouseEvent(kind, { bubbles: true, cancelable: true, composed: true }));
  }
  // What an address runs, it runs in a task of its own: two frames later it has.
  await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
}

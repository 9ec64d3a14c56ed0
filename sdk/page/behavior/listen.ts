import type { VisitorEvent } from "../../../shared/engine/facts.ts";
import { isOpen, type Session } from "../session.ts";
import { selectorOf } from "../slots/place.ts";
import { askedEvents } from "./asked.ts";
import { labels } from "./labels.ts";

type Track = (event: VisitorEvent) => Promise<void>;

/** Logs clicks and sent forms as they happen, where a condition asks for them and consent covers it. */
export function listen(session: Session, track: Track, signal: AbortSignal): void {
  const { decisions, manifest } = session;
  const asked = askedEvents(manifest);

  const on = (kind: string, event: string, selector: string, fieldsOf: (found: Element) => object) => {
    const heard = async ({ target }: Event) => {
      const found = (target as Element).closest(selector);
      if (!found || !isOpen(session, "storage") || !isOpen(session, "behavior")) return;
      const slot = [...decisions.keys()].find((id) => found.closest(selectorOf(id, manifest.slots)));
      await track({ event, at: Date.now(), fields: labels({ ...fieldsOf(found), slot }) });
    };
    // What cannot be read off an element is the page's business: no error of ours reaches it.
    const quietly = (happened: Event) => void heard(happened).catch(() => {});
    if (asked.has(event)) document.addEventListener(kind, quietly, { capture: true, passive: true, signal });
  };

  on("click", "click", "a[href],button,[data-fw-click]", (found) => ({
    id: found.getAttribute("data-fw-click") ?? found.id,
    link: found.hasAttribute("href") ? placeOf(found, "href") : undefined,
  }));
  // By its attributes: as properties, a form's own fields can stand in their place.
  on("submit", "form_submit", "form", (form) => ({
    form: form.getAttribute("id") || form.getAttribute("name") || placeOf(form, "action"),
  }));
}

/** Where it leads: a path here, or another host's. Of an address that is no page, its kind only. */
function placeOf(element: Element, attribute: string): string {
  const { protocol, host, pathname } = new URL(element.getAttribute(attribute) ?? "", document.baseURI);
  if (!/^http/.test(protocol)) return protocol;
  return host === location.host ? pathname : host + pathname;
}

// The old personalisation script: wrong on purpose, so that quality checks have something to find.
// It does what it likes with three slots, and does it again whenever Forwhom has put them right.

const DEMO = "/pricing#book-demo";

const slot = (id) => document.querySelector(`[data-fw-slot="${id}"]`);

/** Takes a slot for itself, whatever Forwhom has put beside its content or hidden. */
function seize(element, ...nodes) {
  const templates = [...element.querySelectorAll("template")];
  element.replaceChildren(...nodes, ...templates);
  element.removeAttribute("data-fw-swapped");
  element.hidden = false;
}

/** Copies a template into its slot and claims that this is what was decided. */
function showAnyway(id, variation) {
  const element = slot(id);
  const template = element?.querySelector(`template[data-fw-variation="${variation}"]`);
  if (!template || element.dataset.fwShown === variation) return;
  seize(element, template.content.cloneNode(true));
  element.dataset.fwShown = variation;
  element.dataset.fwDone = "variation";
}

/** Puts the demo button back where it was taken away, even for a customer. */
function prospectAnyway() {
  const element = slot("broken-customer");
  const link = element?.querySelector("a");
  if (!element || (link?.getAttribute("href") === DEMO && element.dataset.fwDone === "default")) return;
  const button = document.createElement("a");
  button.className = "button";
  button.href = DEMO;
  button.textContent = "Book a demo";
  seize(element, button);
  element.removeAttribute("data-fw-shown");
  element.dataset.fwDone = "default";
}

function breakThePage() {
  showAnyway("broken-consent", "broken-consent-manufacturing");
  prospectAnyway();
  showAnyway("broken-segment", "broken-segment-cfo");
}

document.addEventListener("forwhom:decision", breakThePage);
document.addEventListener("DOMContentLoaded", breakThePage);

/** The package's `forwhom/element`: importing it defines `<forwhom-slot>`. */
import type { Decision } from "../../shared/engine/trace.ts";
import type { Forwhom } from "../page/forwhom.ts";

// A server that renders the page imports this too, and has no elements.
const Base = globalThis.HTMLElement ?? (class {} as typeof HTMLElement);

/**
 * A slot as an element. The page script finds it by its name and shows what was decided in its light
 * DOM, whether or not this class is there yet: nothing is drawn twice when it arrives.
 *
 * @example
 * <forwhom-slot name="hero">
 *   <h1>See the shallow weeks.</h1>
 *   <template data-fw-variation="hero-cfo"><h1>Bring the board a cash plan.</h1></template>
 * </forwhom-slot>
 */
export class ForwhomSlot extends Base {
  /** The slot's id in the library. */
  get name(): string {
    return this.getAttribute("name") ?? "";
  }

  set name(name: string) {
    this.setAttribute("name", name);
  }

  /** What the slot shows this visitor, with every reason; undefined where the page script is not there. */
  get decision(): Decision | undefined {
    return (window as { forwhom?: Pick<Forwhom, "decide"> }).forwhom?.decide(this.name);
  }

  /** Stylesheets and other tools look for slots by this mark. */
  connectedCallback(): void {
    this.setAttribute("data-fw-slot", this.name);
  }
}

if (globalThis.customElements && !customElements.get("forwhom-slot"))
  customElements.define("forwhom-slot", ForwhomSlot);

declare global {
  interface HTMLElementTagNameMap {
    "forwhom-slot": ForwhomSlot;
  }
}

import type { OfferRule, VariationRule } from "../../../../shared/engine/rules.ts";
import type { Unusable } from "../../../../shared/engine/trace.ts";

/** What is shown instead of a slot's own content. Without `nodes` its own stay. */
export type Made = {
  /** The element inside the slot whose content and attributes these are; the slot's own unless said. */
  readonly target?: HTMLElement;
  readonly nodes?: Iterable<Node>;
  readonly attributes?: Readonly<Record<string, string>>;
};

/** Why nothing was made. What is still coming calls `again` once it is there. */
export type NotMade = Unusable | "coming";

/** Where content is made for, and what it is made of. */
export type Place = {
  readonly element: HTMLElement;
  readonly variation: Pick<VariationRule, "id" | "approved">;
  readonly offers: Readonly<Record<string, OfferRule & { readonly label: string; readonly href: string }>>;
  /** Fills the tokens of a text, always as text. */
  readonly fill: (text: string) => string;
  /** The same in every text below a node. */
  readonly fillIn: (node: Node) => void;
  /** Whether HTML is what was approved; where nothing had to be approved it is. */
  readonly isApproved: (html: string, approved: string | undefined) => boolean;
  /** Brings what sanitises HTML where the browser cannot. */
  readonly sanitizer: Sanitizer;
  readonly again: () => void;
};

export type Sanitizer = () => Promise<{ readonly sanitize: (html: string) => DocumentFragment }>;

/** One kind of content. `Content` is the library's words for it. */
export type ContentKind<Content = never> = (content: Content, place: Place) => Made | NotMade;

import type * as dates from "../../shared/engine/leaf/dates.ts";
import type * as sequences from "../../shared/engine/leaf/sequences.ts";
import type * as traits from "../../shared/engine/leaf/traits.ts";
import type { ConsentSource } from "./consent/source.ts";
import type { ContentKind } from "./slots/content/kind.ts";

export type ContentName = "template" | "text" | "html" | "offer" | "attributes" | "fragment" | "hide";

/** What a page script is made of besides what every library needs: a library brings along only what it uses. */
export type Parts = {
  readonly sources: readonly ConsentSource[];
  readonly contents: Readonly<Partial<Record<ContentName, ContentKind>>>;
  /** What the engine needs for conditions that few libraries have. */
  readonly engine: {
    readonly dates?: typeof dates;
    readonly sequences?: typeof sequences;
    readonly traits?: typeof traits;
  };
  /** There where some content stands outside the library and needs approval. */
  readonly approved?: ((html: string, of: string) => boolean) | undefined;
};

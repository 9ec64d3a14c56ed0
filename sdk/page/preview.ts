import type { Gates } from "../../shared/consent/gates.ts";
import type { Facts } from "../../shared/engine/facts.ts";
import { previewSymbol } from "../../shared/protocol/preview-key.ts";

/** What the extension hands over: a visitor to decide for instead of the real one. */
export type HandedPreview = {
  readonly label: string;
  readonly facts: Facts;
  readonly gates: Gates;
  readonly until: number;
};

/** The preview that the extension put here before any script of the page ran. */
export function handedPreview(): HandedPreview | undefined {
  const handed = (window as unknown as Record<symbol, HandedPreview | undefined>)[previewSymbol];
  return handed && handed.until > Date.now() ? handed : undefined;
}

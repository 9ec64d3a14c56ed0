import { type HandedPreview, previewSymbol } from "../../shared/protocol/preview-key.ts";

/** The preview that the extension put here before any script of the page ran. */
export function handedPreview(): HandedPreview | undefined {
  const handed = (window as unknown as Record<symbol, HandedPreview | undefined>)[previewSymbol];
  return handed && handed.until > Date.now() ? handed : undefined;
}

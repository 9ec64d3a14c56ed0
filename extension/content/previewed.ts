import type { Preview } from "../../shared/protocol/preview.ts";
import { PREVIEW_KEY } from "../../shared/protocol/preview-key.ts";

/** The text under which this tab keeps its preview; null where there is none, or no storage at all. */
export function keptPreview(): string | null {
  try {
    return sessionStorage.getItem(PREVIEW_KEY);
  } catch {
    return null;
  }
}

/**
 * The preview in such a text, if it has a name to show and its time is not over. The page could write
 * there too: the background validates all of it and knows which tab it was made for.
 */
export function previewIn(text: string | null, now: number): Preview | undefined {
  try {
    const said: unknown = JSON.parse(text ?? "null");
    return isRunning(said, now) ? said : undefined;
  } catch {
    return undefined;
  }
}

function isRunning(said: unknown, now: number): said is Preview {
  if (typeof said !== "object" || said === null) return false;
  const { forwhom, label, until } = said as Readonly<Record<string, unknown>>;
  return forwhom === 1 && typeof label === "string" && typeof until === "number" && until > now;
}

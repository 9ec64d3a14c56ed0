import browser from "webextension-polyfill";
import { librarySchema } from "../../../shared/library/library.ts";
import { type FullLibrary, fullLibrary } from "../rules/rules.ts";

const keyFor = (origin: string) => `library:${origin}`;

/** The library that the marketer loaded for a site, on this device only. */
export async function keptLibrary(origin: string): Promise<FullLibrary | undefined> {
  const { [keyFor(origin)]: kept } = await browser.storage.local.get(keyFor(origin));
  if (typeof kept !== "object" || kept === null || !("library" in kept)) return undefined;
  const { data } = librarySchema.safeParse(kept.library);
  return data && fullLibrary(data, "from" in kept ? String(kept.from) : "");
}

export const keepLibrary = (origin: string, { library, from }: FullLibrary): Promise<void> =>
  browser.storage.local.set({ [keyFor(origin)]: { library, from } });

export const forgetLibrary = (origin: string): Promise<void> => browser.storage.local.remove(keyFor(origin));

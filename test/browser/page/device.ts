import type { Page } from "puppeteer-core";

/**
 * Watches every way to the device and the network that a script has, and tells which of them our own
 * script used. Reading `document.cookie` is not told: the consent manager's own signal is in it.
 */
export async function watchDevice(page: Page): Promise<{ touches: () => Promise<readonly string[]> }> {
  await page.evaluateOnNewDocument(() => {
    const touches: string[] = [];
    Object.defineProperty(window, "touches", { value: touches });
    const isOurs = () => /\/forwhom[.\w]*\.js/.test(new Error().stack ?? "");
    const watch = (owner: object, name: string, label: string) => {
      const own = Object.getOwnPropertyDescriptor(owner, name);
      if (!own) return;
      const seen = (call: (...input: unknown[]) => unknown) =>
        function (this: unknown, ...input: unknown[]) {
          if (isOurs()) touches.push(`${label}(${String(input[0] ?? "")})`);
          return call.apply(this, input);
        };
      if (typeof own.value === "function")
        Object.defineProperty(owner, name, { ...own, value: seen(own.value) });
      else if (own.set) Object.defineProperty(owner, name, { ...own, set: seen(own.set) });
    };
    for (const name of ["getItem", "setItem", "removeItem", "clear", "key"])
      watch(Storage.prototype, name, `storage.${name}`);
    for (const name of ["open", "deleteDatabase", "databases"])
      watch(IDBFactory.prototype, name, `indexedDB.${name}`);
    watch(Document.prototype, "cookie", "document.cookie=");
    watch(window, "fetch", "fetch");
    watch(Navigator.prototype, "sendBeacon", "sendBeacon");
    watch(XMLHttpRequest.prototype, "open", "XMLHttpRequest");
    watch(CacheStorage.prototype, "open", "caches.open");
    for (const name of ["get", "getAll", "set"]) watch(CookieStore.prototype, name, `cookieStore.${name}`);
  });
  return { touches: () => page.evaluate(() => (window as unknown as { touches: string[] }).touches) };
}

/** Every key and value that this origin keeps anywhere on the device. */
export const dump = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }, document.cookie];
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    for (const { name = "" } of await indexedDB.databases()) {
      const database = await settled(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        kept.push(await settled(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify(kept);
  });

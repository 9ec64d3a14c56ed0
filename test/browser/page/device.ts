import type { Page } from "puppeteer-core";

export type Device = {
  /** The ways to the device and to the network that our own script used in this document. */
  readonly touches: () => Promise<readonly string[]>;
  /** The cookies that it looked for, each once. Those of the consent manager are its signal. */
  readonly cookies: () => Promise<readonly string[]>;
};

/** Watches every way to the device and the network that a script has, from before any script of the page. */
export async function watchDevice(page: Page): Promise<Device> {
  await page.evaluateOnNewDocument(() => {
    const touches: string[] = [];
    const cookies = new Set<string>();
    Object.defineProperty(window, "touches", { value: touches });
    Object.defineProperty(window, "cookiesRead", { value: cookies });
    // Chromium would name the ten innermost callers only.
    Error.stackTraceLimit = 100;
    const isOurs = () => /\/forwhom[.\w]*\.js/.test(new Error().stack ?? "");
    const watch = (owner: object | undefined, name: string, label: string) => {
      const own = owner && Object.getOwnPropertyDescriptor(owner, name);
      if (!owner || !own) return;
      const seen = (call: (...input: unknown[]) => unknown) =>
        function (this: unknown, ...input: unknown[]) {
          if (isOurs()) touches.push(`${label}(${String(input[0] ?? "")})`);
          return call.apply(this, input);
        };
      if (typeof own.value === "function")
        Object.defineProperty(owner, name, { ...own, value: seen(own.value) });
      else if (own.set && name === "cookie")
        Object.defineProperty(owner, name, { ...own, set: seen(own.set) });
      else if (own.get) Object.defineProperty(owner, name, { ...own, get: seen(own.get) as () => unknown });
    };
    // Whatever is done with them, also by a name as a property.
    for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches", "cookieStore"])
      watch(window, name, name);
    for (const name of ["getItem", "setItem", "removeItem", "clear", "key"])
      watch(Storage.prototype, name, `storage.${name}`);
    for (const name of ["open", "deleteDatabase", "databases"])
      watch(IDBFactory.prototype, name, `indexedDB.${name}`);
    watch(Document.prototype, "cookie", "document.cookie=");
    watch(window, "fetch", "fetch");
    watch(Navigator.prototype, "sendBeacon", "sendBeacon");
    watch(XMLHttpRequest.prototype, "open", "XMLHttpRequest");
    watch(window.ServiceWorkerContainer?.prototype, "register", "serviceWorker.register");
    // All cookies are read at once: which of them is meant shows only in what is looked for.
    const { startsWith } = String.prototype;
    String.prototype.startsWith = function (text: string, at?: number) {
      if (String(text).endsWith("=") && isOurs()) cookies.add(String(text).slice(0, -1));
      return startsWith.call(this, text, at);
    };
    const { exec } = RegExp.prototype;
    RegExp.prototype.exec = function (text: string) {
      const [, name] = exec.call(/(\w+)=/, this.source) ?? [];
      if (name && isOurs()) cookies.add(name);
      return exec.call(this, text);
    };
  });
  return {
    touches: () => page.evaluate(() => (window as unknown as { touches: string[] }).touches),
    cookies: () => page.evaluate(() => [...(window as unknown as { cookiesRead: Set<string> }).cookiesRead]),
  };
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

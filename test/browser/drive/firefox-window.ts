import type { Browser } from "puppeteer-core";
import { until } from "./until.ts";

/** What a person can do in the browser's own window, outside every page. */
export interface FirefoxWindow {
  clickAction(geckoId: string): Promise<void>;
  grantHost(geckoId: string, pattern: string): Promise<void>;
  setPref(name: string, value: boolean): Promise<void>;
}

interface Connection {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
}

/** Reaches Firefox's own window through WebDriver BiDi (needs `--remote-allow-system-access`). */
export async function openFirefoxWindow(browser: Browser): Promise<FirefoxWindow> {
  // puppeteer has no public verb for the window's scope, only the connection that carries it.
  const { connection } = browser as unknown as { connection: Connection };
  const tree = (await connection.send("browsingContext.getTree", { "moz:scope": "chrome" })).result as {
    contexts: readonly { context: string; url: string }[];
  };
  const window = tree.contexts.find(({ url }) => url.endsWith("browser.xhtml"));
  if (!window) throw new Error("Firefox shows no window.");

  async function run(expression: string): Promise<unknown> {
    const { result } = await connection.send("script.evaluate", {
      expression,
      target: { context: window?.context },
      awaitPromise: true,
    });
    const answer = result as {
      type: string;
      result?: { value?: unknown };
      exceptionDetails?: { text: string };
    };
    if (answer.type !== "success") throw new Error(answer.exceptionDetails?.text ?? "Firefox refused.");
    return answer.result?.value;
  }

  return {
    async clickAction(geckoId) {
      const button = JSON.stringify(`${geckoId.toLowerCase().replace(/[^a-z0-9_-]/g, "_")}-BAP`);
      await until("the extension's icon is clickable", () =>
        run(`document.getElementById(${button})?.getBoundingClientRect().width > 0`),
      );
      await run(`(() => {
        const box = document.getElementById(${button}).getBoundingClientRect();
        const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
        for (const type of ["mousemove", "mousedown", "mouseup"]) {
          window.synthesizeMouseEvent(type, x, y, { button: 0, clickCount: type === "mousemove" ? 0 : 1 }, {});
        }
      })()`);
    },
    async setPref(name, value) {
      await run(`Services.prefs.setBoolPref(${JSON.stringify(name)}, ${value})`);
    },
    async grantHost(geckoId, pattern) {
      await run(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule(
          "resource://gre/modules/ExtensionPermissions.sys.mjs");
        const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(geckoId)});
        await ExtensionPermissions.add(
          extension.id, { permissions: [], origins: [${JSON.stringify(pattern)}] }, extension);
      })()`);
    },
  };
}

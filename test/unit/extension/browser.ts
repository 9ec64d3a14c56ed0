import { vi } from "vitest";
import german from "../../../extension/_locales/de/messages.json" with { type: "json" };
import english from "../../../extension/_locales/en/messages.json" with { type: "json" };

type Message = { message: string; placeholders?: Readonly<Record<string, { content: string }>> };
const CATALOGUES: Readonly<Record<string, Readonly<Record<string, Message>>>> = { en: english, de: german };

let spoken = "en";
/** The language of the browser: of one that has no catalogue the default is taken, as browsers do. */
export const speak = (language: string): void => {
  spoken = language;
};

/** Fills in by number, as browsers do. */
function getMessage(key: string, values: string[] = []): string {
  const catalogue = CATALOGUES[spoken] ?? CATALOGUES.en;
  const { message, placeholders }: Message = catalogue?.[key] ?? { message: "" };
  const numberOf = (name: string) => Number(placeholders?.[name.toLowerCase()]?.content.slice(1));
  return message.replace(/\$(\w+)\$/g, (_, name: string) => values[numberOf(name) - 1] ?? "");
}

/** What the extension asked the browser for, as far as the tests look at it. */
export const kept: Record<string, unknown> = {};
export const sent: unknown[] = [];
/** sessionStorage of each tab. */
export const pages = new Map<number, Map<string, string>>();
export const reloaded: number[] = [];
export const registered = new Set<string>();
export const ORIGIN = "https://northwind.example";

type Script = {
  target: { tabId: number };
  func?: (...args: string[]) => unknown;
  args?: string[];
  files?: string[];
};

export const injected: string[] = [];

/** Runs a function as the browser would, with the storage of that tab's page. */
async function executeScript({ target: { tabId }, func, args = [], files = [] }: Script) {
  const page = pages.get(tabId);
  if (!page) throw new Error("Cannot access contents of the page.");
  injected.push(...files);
  const storage = {
    getItem: (key: string) => page.get(key) ?? null,
    setItem: (key: string, value: string) => void page.set(key, value),
    removeItem: (key: string) => void page.delete(key),
  };
  vi.stubGlobal("sessionStorage", storage);
  vi.stubGlobal("location", { origin: ORIGIN });
  const result = func?.(...args);
  vi.unstubAllGlobals();
  return [{ result }];
}

const session = {
  async get(key: string | null) {
    return key === null ? { ...kept } : key in kept ? { [key]: kept[key] } : {};
  },
  async set(entries: Record<string, unknown>) {
    Object.assign(kept, entries);
  },
  async remove(keys: string | string[]) {
    for (const key of [keys].flat()) delete kept[key];
  },
};

type Badge = { readonly [part in "color" | "textColor" | "text" | "title"]?: string };
/** What stands on the icon, by tab. */
export const badges = new Map<number, Badge>();

const show = async (tabId: number, part: Badge): Promise<void> =>
  void badges.set(tabId, { ...badges.get(tabId), ...part });

const action = {
  setBadgeBackgroundColor: ({ tabId, color }: { tabId: number; color: string }) => show(tabId, { color }),
  setBadgeTextColor: ({ tabId, color }: { tabId: number; color: string }) =>
    show(tabId, { textColor: color }),
  setBadgeText: ({ tabId, text }: { tabId: number; text: string }) => show(tabId, { text }),
  setTitle: ({ tabId, title }: { tabId: number; title: string }) => show(tabId, { title }),
};

/** Stands in for the browser's extension API: what is asked of it can be looked at. */
export const fakeBrowser = {
  runtime: {
    id: "forwhom",
    getURL: (path: string) => `chrome-extension://forwhom/${path}`,
    sendMessage: async (message: unknown) => void sent.push(message),
  },
  action,
  i18n: { getMessage, getUILanguage: () => spoken },
  permissions: { contains: async () => true },
  storage: { session },
  tabs: {
    reload: async (tab: number) => void reloaded.push(tab),
    get: vi.fn(async (): Promise<{ url?: string }> => ({})),
    sendMessage: async (_tab: number, message: unknown) => void sent.push(message),
  },
  scripting: {
    executeScript,
    getRegisteredContentScripts: async () => [...registered].map((id) => ({ id })),
    registerContentScripts: async ([script]: { id: string }[]) => void (script && registered.add(script.id)),
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) registered.delete(id);
    },
  },
};

type Rule = {
  readonly id: number;
  readonly condition: { readonly tabIds: number[]; readonly requestDomains: string[] };
};
/** What the browser blocks until it ends. */
export const blocking: Rule[] = [];

const declarativeNetRequest = {
  getSessionRules: async () => [...blocking],
  async updateSessionRules({ removeRuleIds, addRules }: { removeRuleIds: number[]; addRules: Rule[] }) {
    const left = blocking.filter(({ id }) => !removeRuleIds.includes(id));
    if (addRules.some(({ id }) => left.some((one) => one.id === id))) throw new Error("Not a unique id.");
    blocking.splice(0, Infinity, ...left, ...addRules);
  },
};
Object.assign(globalThis, { chrome: { declarativeNetRequest } });

export function resetBrowser(): void {
  blocking.length = 0;
  speak("en");
  for (const key of Object.keys(kept)) delete kept[key];
  for (const list of [sent, reloaded, injected]) list.length = 0;
  pages.clear();
  badges.clear();
  registered.clear();
  pages.set(1, new Map());
  pages.set(2, new Map());
}

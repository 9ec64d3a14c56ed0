import { expect, it, vi } from "vitest";

type Listener = (raw: unknown) => unknown;
const listeners: Listener[] = [];
let activate: (tab: { readonly tabId: number; readonly windowId: number }) => void = () => undefined;

vi.mock("webextension-polyfill", async () => {
  const { fakeBrowser } = await import("./browser.ts");
  const silent = { addListener: () => undefined };
  return {
    default: {
      ...fakeBrowser,
      runtime: {
        ...fakeBrowser.runtime,
        onMessage: { addListener: (one: Listener) => void listeners.push(one) },
      },
      permissions: { ...fakeBrowser.permissions, onAdded: silent },
      tabs: {
        ...fakeBrowser.tabs,
        onUpdated: silent,
        onActivated: {
          addListener: (one: typeof activate) => {
            activate = one;
          },
        },
        query: async () => [{ id: 1 }],
      },
      windows: { getCurrent: async () => ({ id: 1 }) },
    },
  };
});

const DRAFT = "what was written";
const reading = vi.hoisted((): { answer?: (kept: undefined) => void } => ({}));
vi.mock("../../../extension/panel/library/keep.ts", () => ({
  keptLibrary: () =>
    new Promise((resolve) => {
      reading.answer = resolve;
    }),
}));
vi.mock("../../../extension/panel/write/keep.ts", () => ({ keptDraft: async () => [DRAFT] }));
vi.stubGlobal("location", { search: "" });
const { connect } = await import("../../../extension/panel/connect.ts");
const { change, goTo, look, now } = await import("../../../extension/panel/store.ts");

it("hears what the background says to it, and reads nothing of what pages say to the background", async () => {
  await connect();
  const hear = (raw: unknown) => {
    for (const one of listeners) one(raw);
  };
  hear({ type: "pointed at in", tab: 1, selector: "#hero" });
  expect(now().pointedAt).toBe("#hero");

  const read: string[] = [];
  const toBackground = (type: string) =>
    new Proxy(
      { type },
      {
        get: (target, key, self) => {
          read.push(String(key));
          return Reflect.get(target, key, self);
        },
      },
    );
  for (const type of ["observed", "pointed at", "pointing", "writing", "happened"]) hear(toBackground(type));
  expect([...new Set(read)]).toEqual(["type"]);
});

it("begins to look anew in another view, and in another tab", () => {
  const opened = { segment: "evaluating-cfo" };
  look({ text: "cfo", opened });
  look({ onlyHere: true });
  expect(now().looking).toEqual({ text: "cfo", onlyHere: true, opened });
  goTo("library");
  expect(now()).toMatchObject({ view: "library", looking: { text: "", onlyHere: false } });
  expect(now().looking.opened).toBeUndefined();

  look({ text: "cfo", opened });
  activate({ tabId: 2, windowId: 1 });
  expect(now()).toMatchObject({ tab: 2, view: "library", looking: { text: "", onlyHere: false } });
  expect(now().looking.opened).toBeUndefined();
});

it("keeps a library that is loaded while the kept one is still being read", async () => {
  const loaded = {} as NonNullable<ReturnType<typeof now>["full"]>;
  for (const one of listeners)
    one({ type: "page", tab: now().tab, state: { is: "not allowed", origin: "https://northwind.example" } });
  await vi.waitFor(() => expect(reading.answer).toBeDefined());
  change({ full: loaded });
  reading.answer?.(undefined);
  await vi.waitFor(() => expect(now().draft).toEqual([DRAFT]));
  expect(now().full).toBe(loaded);
});

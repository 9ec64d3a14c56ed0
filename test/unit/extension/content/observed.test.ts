import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BEGAN } from "../../../../extension/content/began.ts";
import { watchDevice } from "../../../../extension/content/observed/device.ts";
import { rememberConsent, rememberSlots } from "../../../../extension/content/observed/over-time.ts";
import { endpointIn, watchRequests } from "../../../../extension/content/observed/requests.ts";
import { toolsSeen } from "../../../../extension/content/observed/tools.ts";
import { answered, pending } from "../../../../shared/consent/reading.ts";
import { watchedSchema } from "../../../../shared/protocol/watched.ts";
import { element } from "../../findings/page.ts";

const never = () => {};
const { signal } = new AbortController();

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("how consent went", () => {
  const yes = [answered("klaro", ["site"], [])];
  const no = [answered("klaro", [], ["site"])];

  it("is one moment for each change, and none where nothing changed", () => {
    const changed = vi.fn();
    const went = rememberConsent(changed);
    went(no, 1);
    went([...no], 2);
    expect(went(yes, 3)).toEqual([
      { at: 1, seen: 2, readings: no },
      { at: 3, readings: yes },
    ]);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it("was last seen so when the page said so, not when somebody looked at what it had said", () => {
    const went = rememberConsent(never);
    went(no, 1);
    went(no, 9, 5);
    expect(went(yes, 10)[0]).toMatchObject({ at: 1, seen: 5 });
  });

  it("keeps the last of a page that changes its mind for ever", () => {
    const went = rememberConsent(never);
    for (let now = 0; now < 1_000; now++) went(now % 2 ? yes : no, now);
    const all = went(pendingNow, 1_000);
    expect(all).toHaveLength(50);
    expect(all.at(-1)).toEqual({ at: 1_000, readings: pendingNow });
  });
  const pendingNow = [pending("klaro")];
});

describe("what a slot shows", () => {
  it("has a time only where it was seen to come", () => {
    const slotsNow = rememberSlots();
    const shows = (shown: string) => [element("hero", { outcome: "variation", shown })];
    expect(slotsNow(shows("a"), 1)[0]?.since).toBeUndefined();
    expect(slotsNow(shows("a"), 2)[0]?.since).toBeUndefined();
    expect(slotsNow(shows("b"), 3)[0]?.since).toBe(3);
    expect(slotsNow(shows("b"), 4)[0]?.since).toBe(3);
    expect(slotsNow([...shows("b"), element("cta", {})], 5)[1]?.since).toBe(5);
  });
});

describe("what lies on the device", () => {
  const local: Record<string, string> = {};
  let cookie = "";
  let databases: { name: string }[] = [];
  beforeEach(() => {
    for (const key of Object.keys(local)) delete local[key];
    cookie = "session=SECRET; plain";
    databases = [{ name: "old" }];
    const sessionStorage = { "forwhom.preview": "{}", cart: "SECRET" };
    vi.stubGlobal("window", { localStorage: local, sessionStorage });
    vi.stubGlobal("document", {
      get cookie() {
        return cookie;
      },
    });
    vi.stubGlobal("indexedDB", { databases: async () => databases });
  });

  it("is named and dated, and no value of it is said", async () => {
    const changed = vi.fn();
    const device = watchDevice(changed, signal);
    device.look(1);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(1));
    Object.assign(local, { forwhom: "SECRET" });
    cookie += "; late=SECRET";
    const seen = device.look(7);
    expect(seen).toEqual([
      { place: "localStorage", name: "forwhom", since: 7 },
      { place: "cookie", name: "session" },
      { place: "cookie", name: "plain" },
      { place: "cookie", name: "late", since: 7 },
      { place: "sessionStorage", name: "cart" },
      { place: "indexedDB", name: "old" },
    ]);
    expect(JSON.stringify(seen)).not.toContain("SECRET");
    databases = [{ name: "old" }, { name: "forwhom" }];
    device.look(8);
    await vi.waitFor(() => expect(changed).toHaveBeenCalledTimes(2));
    expect(device.look(9)).toContainEqual({ place: "indexedDB", name: "forwhom", since: 8 });
  });

  it("is dated anew where it went and came again", () => {
    const device = watchDevice(never, signal);
    Object.assign(local, { forwhom: "1" });
    device.look(1);
    delete local.forwhom;
    device.look(2);
    Object.assign(local, { forwhom: "1" });
    expect(device.look(3).find(({ name }) => name === "forwhom")?.since).toBe(3);
  });

  it("is cut off where a page keeps too much, and left alone where storage is blocked", async () => {
    for (let index = 0; index < 2_000; index++) local[`key-${index}-${"x".repeat(500)}`] = "";
    local.forwhom = "1";
    databases = Array.from({ length: 500 }, (_, index) => ({ name: `database-${index}` }));
    const changed = vi.fn();
    const device = watchDevice(changed, signal);
    device.look(1);
    await vi.waitFor(() => expect(changed).toHaveBeenCalled());
    const many = device.look(2);
    expect(watchedSchema.shape.device.safeParse(many).success).toBe(true);
    expect(many[0]).toEqual({ place: "localStorage", name: "forwhom" });
    vi.stubGlobal("window", {
      get localStorage() {
        throw new Error("blocked");
      },
      get sessionStorage() {
        throw new Error("blocked");
      },
    });
    expect(
      watchDevice(never, signal)
        .look(1)
        .map(({ place }) => place),
    ).toEqual(["cookie", "cookie"]);
  });
});

describe("requests of the page", () => {
  let told: (names: readonly string[]) => void;
  beforeEach(() => {
    vi.stubGlobal("location", { href: "https://northwind.example/pricing" });
    vi.stubGlobal(
      "PerformanceObserver",
      class {
        constructor(heard: (list: { getEntries: () => object[] }) => void) {
          told = (names) =>
            heard({ getEntries: () => names.map((name, index) => ({ name, startTime: index })) });
        }
        observe = never;
        disconnect = never;
        takeRecords = () => [];
      },
    );
  });

  it("are those to the endpoint and to known tools, without what stands behind the path", () => {
    const changed = vi.fn();
    const requests = watchRequests(changed, signal);
    told([
      "https://northwind.example/forwhom/membership?key=SECRET#SECRET",
      "https://northwind.example/style.css",
      "https://other.example/events",
      "https://eu.i.posthog.com/i/v0/e/?ip=1",
      "data:text/plain,/events",
    ]);
    expect(requests.to("/forwhom")).toEqual([
      { to: "endpoint", url: "https://northwind.example/forwhom/membership", at: BEGAN },
      { to: "posthog", url: "https://eu.i.posthog.com/i/v0/e/", at: BEGAN + 3 },
    ]);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it.each<[string, string | undefined, number]>([
    ["another origin", "https://api.northwind.example", 0],
    ["the root", "https://northwind.example/", 0],
    ["no endpoint", undefined, 0],
    ["what is no address", "http://[", 0],
    ["the same folder with a slash", "https://northwind.example/forwhom/", 1],
  ])("belong to the endpoint only where they are under it: %s", (_, endpoint, count) => {
    const requests = watchRequests(never, signal);
    told(["https://northwind.example/forwhom/events"]);
    expect(requests.to(endpoint)).toHaveLength(count);
  });

  it("are bounded, and the last of each address are kept", () => {
    const requests = watchRequests(never, signal);
    told(Array.from({ length: 500 }, () => "https://northwind.example/forwhom/events"));
    told(["https://northwind.example/forwhom/membership"]);
    const kept = requests.to("/forwhom");
    expect(kept).toHaveLength(31);
    expect(kept.at(-2)?.at).toBe(BEGAN + 499);
    told(Array.from({ length: 5_000 }, (_, index) => `https://northwind.example/${index}/events`));
    expect(requests.to("/forwhom").length).toBeLessThanOrEqual(200);
  });
});

describe("where the endpoint is", () => {
  it.each<[unknown]>([
    [undefined],
    [null],
    ["text"],
    [{}],
    [{ manifest: null }],
    [{ manifest: { endpoint: {} } }],
  ])("is not known by a claim of %j", (claim) => {
    expect(endpointIn(claim)).toBeUndefined();
  });
});

describe("other personalization tools", () => {
  it("are known by script, global, cookie and key, each by its own", () => {
    const seen = toolsSeen(
      ["https://cdn.optimizely.com/js/1.js", "https://northwind.example/app.js"],
      ["posthog", "dataLayer"],
      [
        { place: "cookie", name: "hubspotutk" },
        { place: "cookie", name: "session" },
        { place: "localStorage", name: "ph_phc_1_posthog" },
        { place: "localStorage", name: "hubspotutk" },
      ],
    );
    expect(seen).toEqual([
      { tool: "posthog", by: "global", name: "posthog" },
      { tool: "posthog", by: "storage", name: "ph_phc_1_posthog" },
      { tool: "optimizely", by: "script", name: "https://cdn.optimizely.com/js/1.js" },
      { tool: "hubspot", by: "cookie", name: "hubspotutk" },
    ]);
  });

  it("are bounded, whatever a page puts there", () => {
    const many = Array.from(
      { length: 500 },
      (_, index) => `https://cdn.optimizely.com/${"x".repeat(900)}${index}`,
    );
    expect(watchedSchema.shape.tools.safeParse(toolsSeen(many, [], [])).success).toBe(true);
  });
});

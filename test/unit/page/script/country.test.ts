import { afterEach, describe, expect, it, vi } from "vitest";
import { countrySaid } from "../../../../sdk/page/script/country.ts";

const tag = (country?: string) => ({ dataset: { country } }) as unknown as HTMLScriptElement;

/** What the page's own server timed, as the browser tells it. */
const timed = (...serverTiming: readonly object[]) =>
  vi.spyOn(performance, "getEntriesByType").mockReturnValue([{ serverTiming }] as never);

afterEach(() => {
  vi.restoreAllMocks();
});

describe("the country that the page says", () => {
  it("is the tag’s own, without asking the browser for its timings", () => {
    const asked = timed({ name: "country", description: "DE" });
    expect(countrySaid(tag("US"))).toBe("US");
    expect(asked).not.toHaveBeenCalled();
  });

  it.each([
    ["no tag", null] as const,
    ["none on the tag", tag()] as const,
    ["an empty one", tag("")] as const,
  ])("is that of the Server-Timing where there is %s", (_, script) => {
    timed({ name: "cache", description: "hit" }, { name: "country", description: "DE" });
    expect(countrySaid(script)).toBe("DE");
  });

  it("is not known where neither says it", () => {
    timed({ name: "country", description: "" });
    expect(countrySaid(tag())).toBeUndefined();
    timed();
    expect(countrySaid(tag())).toBeUndefined();
    // A browser that has no Server-Timing, or no timing of its own page at all.
    vi.spyOn(performance, "getEntriesByType").mockReturnValue([{}] as never);
    expect(countrySaid(tag())).toBeUndefined();
    vi.spyOn(performance, "getEntriesByType").mockReturnValue([]);
    expect(countrySaid(tag())).toBeUndefined();
  });
});

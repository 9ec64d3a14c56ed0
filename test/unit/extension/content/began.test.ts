import { afterEach, expect, it, vi } from "vitest";

const SLEPT_MS = 3_600_000;

afterEach(() => {
  vi.restoreAllMocks();
});

it("says when the document began by the clock that goes on while a machine sleeps", async () => {
  const now = Date.now() + SLEPT_MS;
  vi.spyOn(Date, "now").mockReturnValue(now);
  vi.spyOn(performance, "now").mockReturnValue(5_000);
  const { BEGAN } = await import("../../../../extension/content/began.ts");
  expect(BEGAN).toBe(now - 5_000);
});

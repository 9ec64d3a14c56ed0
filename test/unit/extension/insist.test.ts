import { describe, expect, it, vi } from "vitest";
import { DONE, insist } from "../../../extension/insist.ts";

describe("a message to a background that may be stopped", () => {
  it("is sent once where it is done", async () => {
    const send = vi.fn(async () => DONE);
    await insist(send);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["nobody answers", async () => undefined],
    [
      "the browser hangs up",
      async () => {
        throw new Error("the message channel closed before a response was received");
      },
    ],
  ])("is sent anew where %s", async (_, stopped: () => Promise<unknown>) => {
    const send = vi.fn<() => Promise<unknown>>().mockImplementationOnce(stopped).mockResolvedValue(DONE);
    await insist(send);
    expect(send).toHaveBeenCalledTimes(2);
  });

  it("is not sent without end, and says why", async () => {
    const send = vi.fn().mockRejectedValue(new Error("Extension context invalidated."));
    await expect(insist(send)).rejects.toThrow("invalidated");
    expect(send.mock.calls.length).toBeLessThan(10);
  });
});

import { describe, expect, it } from "vitest";
import { inSteps } from "../../../../extension/panel/steps.ts";

function* numbers(until: number) {
  for (let made = 0; made < until; made++) yield made;
}

describe("a work in steps", () => {
  it("tells how far it has come, and at last that it is done", async () => {
    const heard: string[] = [];
    await inSteps(numbers(3), (made, is) => heard.push(`${is} ${made.length}`), new AbortController().signal);
    expect(heard[0]).toBe("running 0");
    expect(heard.at(-1)).toBe("done 3");
  });

  it("lets others go first while it lasts", async () => {
    const order: string[] = [];
    function* slow() {
      for (const made of numbers(4)) {
        for (const until = performance.now() + 15; performance.now() < until; );
        order.push("step");
        yield made;
      }
    }
    const working = inSteps(slow(), () => undefined, new AbortController().signal);
    const other = setInterval(() => order.push("other"), 0);
    await working;
    clearInterval(other);
    expect(order.slice(0, order.lastIndexOf("step"))).toContain("other");
  });

  it("keeps what is made when it is stopped, and makes no more", async () => {
    const stopping = new AbortController();
    let made = 0;
    function* endless() {
      for (;;) {
        if (made === 5) stopping.abort();
        yield made++;
      }
    }
    let last: readonly [number, string] = [0, ""];
    await inSteps(
      endless(),
      (all, is) => {
        last = [all.length, is];
      },
      stopping.signal,
    );
    expect(last).toEqual([6, "stopped"]);
  });
});

import { describe, expect, it } from "vitest";
import { isForCustomers, isProspecting, messagesIn } from "../../../../shared/findings/rules/messages.ts";
import { element, manifest } from "../page.ts";

const message = (goal: string) => ({ slot: "hero", goal, tags: [] });

describe("goals by their names", () => {
  it.each(["acquisition", "prospecting", "book-demo", "start-trial", "sign-up", "lead-gen"])(
    "look for new customers: %s",
    (goal) => {
      expect([isProspecting(message(goal)), isForCustomers(message(goal))]).toEqual([true, false]);
    },
  );

  it.each(["adoption", "expansion", "renewal", "cross-sell", "advocacy", "referral", "onboarding"])(
    "are for customers: %s",
    (goal) => {
      expect([isProspecting(message(goal)), isForCustomers(message(goal))]).toEqual([false, true]);
    },
  );

  it.each(["education", "awareness", "preference", "support"])("are for everybody: %s", (goal) => {
    expect([isProspecting(message(goal)), isForCustomers(message(goal))]).toEqual([false, false]);
  });
});

describe("what a slot may say", () => {
  it("is its own content, and each variation with the goal of its offer", () => {
    const slot = manifest.slots.learn;
    if (!slot) throw new Error("There is no such slot.");
    const place = { observed: element("learn", {}), slot };
    expect(messagesIn(place, manifest)).toMatchObject([
      { message: { goal: "education", offer: "autumn" } },
      { message: { goal: "education", offer: "guide" }, segment: "cfo" },
    ]);
  });
});

import { describe, expect, it } from "vitest";
import { pending, unanswered } from "../../../shared/consent/reading.ts";
import { readGoogle } from "../../../shared/consent/signals/google.ts";
import { checkAll } from "../../../shared/findings/find.ts";
import type { Evidence, Outcome } from "../../../shared/findings/finding.ts";
import {
  agreedToAll,
  agreedToNothing,
  elsewhere,
  inPreview,
  manifest,
  NOW,
  overTime,
  page,
  shows,
  visitors,
} from "./page.ts";
import { signalling } from "./pages/consent-signals.ts";
import { asked, child, notAsked, own, quiet, shownSince, withdrawn, withPosthog } from "./pages/watched.ts";

function outcomeOf(id: string, evidence: Evidence): Outcome["is"] | undefined {
  return checkAll(evidence).find(({ rule }) => rule.id === id)?.outcome.is;
}

const stillThere = page({
  slots: [shows("for-cfo")],
  facts: visitors.notAsked,
  consent: [agreedToNothing],
  watched: { consent: overTime({ 0.1: [agreedToAll], 59: [agreedToNothing] }) },
});

describe("what cannot be told of consent", () => {
  it.each<[string, string, Evidence]>([
    ["content a second after withdrawal, which may go yet", "personalized-after-withdrawal", stillThere],
    [
      "a key that came a second ago, before anything was chosen",
      "stored-without-consent",
      quiet([notAsked], { device: [own("localStorage", 59)] }),
    ],
    [
      "a key that came while the consent manager was silent",
      "stored-without-consent",
      quiet([], { device: [own("localStorage", 10)] }),
    ],
    [
      "a key that came while the dialog of the consent manager was open",
      "stored-without-consent",
      dialogOpen(),
    ],
    [
      "a key a second after withdrawal",
      "kept-after-withdrawal",
      quiet([agreedToNothing], {
        device: [own("localStorage")],
        consent: overTime({ 0.1: [agreedToAll], 59: [agreedToNothing] }),
      }),
    ],
    [
      "a question that was asked long before we looked",
      "membership-without-consent",
      quiet([agreedToNothing], {
        requests: [asked("membership", 1)],
        consent: overTime({ 30: [agreedToNothing] }),
      }),
    ],
    [
      "a question while the consent manager was silent",
      "membership-without-consent",
      quiet([], { requests: [asked("membership", 10)] }),
    ],
    [
      "events a second ago",
      "measured-without-consent",
      quiet([notAsked], { requests: [asked("events", 59)] }),
    ],
    [
      "events ten seconds before consent was seen, where nobody had looked meanwhile",
      "measured-without-consent",
      agreedSeenAt(21),
    ],
    ["a tool where no consent manager can be read", "tool-without-consent", withPosthog([])],
    [
      "sources that disagree, while one may still be told",
      "consent-sources-disagree",
      quiet([agreedToNothing, googleYes()], { consent: overTime({ 58: [agreedToNothing] }) }),
    ],
    [
      "a type of consent mode that may still be set",
      "unset-taken-for-granted",
      elsewhere([], { signals: { google: ["ad_storage"] }, at: NOW - 59_000 }),
    ],
    [
      "a type of consent that WordPress may still be given",
      "wp-consent-type-missing",
      elsewhere([], { signals: { wpConsent: {} }, at: NOW - 59_000 }),
    ],
    [
      "a TC string from before vendors had to be named",
      "tc-string-invalid",
      signalling({ tcString: { version: 2, updated: Date.parse("2026-01-01"), segments: [] } }),
    ],
    [
      "a signal that need not be followed everywhere",
      "opt-out-signal-ignored",
      signalling(
        { oneTrustGpc: "ignored" },
        { ...unanswered("gpc"), state: "answered", denied: ["sale-or-sharing"] },
      ),
    ],
  ])("%s", (_, id, evidence) => {
    expect(outcomeOf(id, evidence)).toBe("cannot tell");
  });
});

const OF_A_VISIT = [
  "personalized-before-consent",
  "personalized-after-withdrawal",
  "child-personalized",
  "membership-without-consent",
  "stored-without-consent",
  "kept-after-withdrawal",
  "measured-without-consent",
];

it("is found where somebody had looked in between: events ten seconds before consent", () => {
  expect(outcomeOf("measured-without-consent", agreedSeenAt(24))).toBe("found");
});

it.each([
  [20.5, "clean"],
  [24, "found"],
])("content at second 20, before consent that was last seen not to be there at %d: %s", (second, outcome) => {
  const shown = page({
    slots: [shownSince("for-cfo", 20)],
    facts: visitors.cfo,
    watched: { consent: consentLookedFor(second) },
  });
  expect(outcomeOf("personalized-before-consent", shown)).toBe(outcome);
});

/** Events at second 20, and consent at 30. */
function agreedSeenAt(second: number): Evidence {
  return quiet([agreedToAll], { requests: [asked("events", 20)], consent: consentLookedFor(second) });
}

/** Consent at second 30, which had been seen not to be there at that second last. */
function consentLookedFor(second: number) {
  const [before, ...after] = overTime({ 0.1: [agreedToNothing], 30: [agreedToAll] });
  const seen = (before?.at ?? 0) + (second - 0.1) * 1_000;
  return before ? [{ ...before, seen }, ...after] : after;
}

describe("what does not apply", () => {
  const faulty = quiet([agreedToNothing], {
    device: [own("localStorage"), own("indexedDB", 10)],
    requests: [asked("membership", 10), asked("events", 10)],
    consent: overTime(withdrawn),
    signals: child,
  });

  it.each(OF_A_VISIT)("in a preview, where nothing real was used: %s", (id) => {
    expect(outcomeOf(id, inPreview(faulty, "open"))).toBe("does not apply");
  });

  it.each([
    ...OF_A_VISIT,
    "personalized-without-consent",
    "consent-sources-disagree",
    "opened-by-advertising",
  ])("on a page without Forwhom: %s", (id) => {
    expect(outcomeOf(id, elsewhere([agreedToNothing], faulty.observation.watched))).toBe("does not apply");
  });

  it.each([
    "tool-without-consent",
    "unset-taken-for-granted",
    "opt-out-signal-ignored",
    "tc-string-invalid",
    "wp-consent-type-missing",
  ])("on a page that has nothing of the kind: %s", (id) => {
    expect(outcomeOf(id, quiet([agreedToAll], {}))).toBe("does not apply");
  });
});

describe("evidence", () => {
  it("says a fault that happened many times once", () => {
    const often = Array.from({ length: 9 }, (_, index) => asked("events", 20 + index));
    const [one, ...more] = faultsOf(
      "measured-without-consent",
      quiet([agreedToNothing], { requests: often }),
    );
    expect(one?.evidence[0]?.en).toContain("https://northwind.example/forwhom/events");
    expect(more).toEqual([]);
  });
});

function faultsOf(id: string, evidence: Evidence) {
  const outcome = checkAll(evidence).find(({ rule }) => rule.id === id)?.outcome;
  return outcome?.is === "found" ? outcome.faults : [];
}

/** Consent by IAB TCF, whose API says that it has no answer yet. */
function dialogOpen(): Evidence {
  return page({
    slots: [],
    consent: [pending("tcf")],
    watched: { device: [own("localStorage", 10)] },
    claim: { manifest: { ...manifest, consent: { source: "tcf", gates: {} } } },
  });
}

function googleYes() {
  return readGoogle([{ 0: "consent", 1: "update", 2: { analytics_storage: "granted" } }], undefined);
}

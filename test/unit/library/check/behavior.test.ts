import { describe, expect, it } from "vitest";
import { mistaken } from "./sentences.ts";

const ofSegment = (when: unknown) => mistaken({ "segments.customer.when": when });

describe("events", () => {
  const visited = { event: "page_view" };

  it.each<[string, unknown, string]>([
    [
      "two windows at once",
      { ...visited, within: "7d", notWithin: "1d" },
      "segments.customer.when: found { event, within, notWithin }; expected only one of within, everWithin and notWithin.",
    ],
    [
      "a first time that is compared in two ways",
      { ...visited, first: { before: "-7d", after: "-30d" } },
      "segments.customer.when.first: found { before, after }; expected either before or after.",
    ],
    [
      "a field that is compared as dates are",
      { ...visited, where: { on: { before: "-7d" } } },
      'segments.customer.when.where.on.before: "before" is not an operator for a field of an event, which is never a date. Say when it happened with "within", "first" or "last".',
    ],
    [
      "what follows later than anybody looks",
      { ...visited, within: "7d", then: { event: "download", within: "14d" } },
      'warning: segments.customer.when.then.within: "14d" is not within the 7d in which the first event is looked for. What follows later than that is never seen: say at most "7d", or look further back.',
    ],
    [
      "the same, two steps on",
      { ...visited, within: "7d", then: { event: "a", then: { event: "b", within: "2w" } } },
      'warning: segments.customer.when.then.then.within: "2w" is not within the 7d in which the first event is looked for. What follows later than that is never seen: say at most "7d", or look further back.',
    ],
  ])("are told of %s", (_, when, expected) => {
    expect(ofSegment(when)).toEqual([expected]);
  });

  it.each<unknown>([
    { ...visited, within: "7d", then: { event: "download", within: "1d" } },
    { ...visited, then: { event: "download", within: "14d" } },
    { ...visited, everWithin: "1d", atLeast: 3 },
    { ...visited, notWithin: "30d", atLeast: 1 },
    { ...visited, first: { before: "-30d" }, last: { after: "2026-11-01" } },
  ])("may be asked %j", (when) => {
    expect(ofSegment(when)).toEqual([]);
  });
});

describe("scores", () => {
  const sum = (...weights: readonly number[]) => ({
    score: weights.map((weight) => ({ event: "page_view", weight })),
  });

  it.each<[string, unknown, string]>([
    [
      "a weight that changes nothing",
      { ...sum(0), gte: 5 },
      "segments.customer.when.score: a weight of 0 is not a sum that anything could change. Say how much each event weighs.",
    ],
    [
      "weights that change nothing",
      { ...sum(0, 0), lt: 5 },
      "segments.customer.when.score: a list of weights that are all 0 is not a sum that anything could change. Say how much each event weighs.",
    ],
    [
      "a height that no sum reaches",
      { ...sum(-1, 0), gte: 5 },
      "segments.customer.when.gte: 5 is not a score that these weights can reach: none is above 0, so the highest is 0. Nobody could ever have it.",
    ],
    [
      "a depth that no sum reaches",
      { ...sum(1, 3), lt: 0 },
      "segments.customer.when.lt: 0 is not a score that these weights can reach: none is below 0, so the lowest is 0. Nobody could ever have it.",
    ],
    [
      "bounds that no sum comes between",
      { ...sum(2), between: [-9, -1] },
      "segments.customer.when.between: -9 to -1 is not a score that these weights can reach: none is below 0, so the lowest is 0. Nobody could ever have it.",
    ],
    [
      "bounds the wrong way round",
      { ...sum(2), between: [9, 1] },
      "segments.customer.when.between[1]: 1 is not at least 9. Nobody could ever be this.",
    ],
    [
      "a score that is compared with nothing",
      sum(2),
      "segments.customer.when: found { score }; expected exactly one operator of gt, gte, lt, lte, between.",
    ],
    [
      "a score of nothing",
      { score: [], gte: 1 },
      "segments.customer.when.score: an empty list is not a list with at least 1.",
    ],
  ])("are told of %s", (_, when, expected) => {
    expect(ofSegment(when)).toEqual([expected]);
  });

  it.each<unknown>([
    { ...sum(1, -1), gte: 5 },
    { ...sum(1, -1), lt: 0 },
    { ...sum(-2), lte: -4 },
    { ...sum(2), gte: 10, whenUnknown: "no" },
  ])("may be asked %j", (when) => {
    expect(ofSegment(when)).toEqual([]);
  });
});

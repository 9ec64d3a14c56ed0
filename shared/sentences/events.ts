import {
  type EventLeaf,
  type EventPattern,
  operatorOf,
  type ScoreLeaf,
  type Step,
  type Test,
  type TimeTest,
} from "../engine/condition.ts";
import type { Happening } from "./catalogues/messages.ts";
import { worded } from "./names.ts";
import { flag, testWords } from "./operators.ts";
import type { Speaker } from "./speaker.ts";
import { momentWords, spanWords, windowWords } from "./values.ts";

/** What a leaf asks: "pricing was visited at least 3 times in 7 days". */
export function eventWords(leaf: EventLeaf, speaker: Speaker, isNegated = false): string {
  const { say } = speaker;
  if (!isNegated) return asked(leaf, speaker);
  const { everWithin, then, first, last, notWithin, atLeast, atMost } = leaf;
  const isPlain = !(everWithin || then || first || last);
  const isAlways = atLeast === 0 && atMost === undefined;
  if (isPlain && !notWithin && !isAlways) return counted(leaf, fewerOrMore(leaf, speaker), speaker);
  // Not "not at all in 30 days" is once at least.
  if (isPlain && atLeast === undefined && atMost === undefined)
    return counted({ ...leaf, notWithin: undefined }, say("count.atLeast", { count: 1 }), speaker, leaf);
  return say("not", { condition: asked(leaf, speaker) });
}

/** What a leaf found: "pricing was visited 4 times in 7 days", "pricing was never visited". */
export function eventFound(leaf: EventLeaf, found: number, isSo: boolean, speaker: Speaker): string {
  const { say } = speaker;
  const { atLeast, atMost, notWithin, then } = leaf;
  const base = counted(leaf, found === 0 ? undefined : say("count.exactly", { count: found }), speaker);
  if (found === 0) return base;
  const followed = then ? thenWords(base, then, found > 1, speaker) : base;
  const isEnough = found >= (atLeast ?? (atMost === undefined && notWithin === undefined ? 1 : 0));
  // Where the number fits, it was the time that did not.
  const isUntimely = !isSo && isEnough && found <= (atMost ?? found);
  return isSo || isUntimely ? timed(followed, leaf, isUntimely, speaker) : followed;
}

function asked(leaf: EventLeaf, speaker: Speaker): string {
  const { atLeast, atMost, notWithin, first, last, then } = leaf;
  const isUncounted = notWithin !== undefined && atLeast === undefined && atMost === undefined;
  if (isUncounted && !first && !last && !then) return counted(leaf, undefined, speaker, leaf);
  const base = isUncounted
    ? speaker.say("event.bare", happening(leaf, windowOf(leaf, speaker), speaker))
    : counted(leaf, countWords(leaf, speaker), speaker);
  const isNever = atMost === 0;
  const followed = then && !isNever ? thenWords(base, then, (atLeast ?? atMost ?? 1) > 1, speaker) : base;
  return timed(followed, leaf, false, speaker);
}

/** An event so often; without a number: never. `recent` is the leaf whose `notWithin` is the window. */
function counted(leaf: EventLeaf, times: string | undefined, speaker: Speaker, recent?: EventLeaf): string {
  const window = recent ? windowWords(recent.notWithin, speaker, "window.recent") : windowOf(leaf, speaker);
  const what = happening(leaf, window, speaker);
  if (times !== undefined) return speaker.say("event", { ...what, times });
  if (!leaf.then) return speaker.say("event.never", what);
  const bare = speaker.say("event.bare", happening(leaf, undefined, speaker));
  const sequence = thenWords(bare, leaf.then, false, speaker);
  return speaker.say("event.then.never", { sequence, window: what.window, hasWindow: what.hasWindow });
}

/** "pricing", "“download”", and with what fields. */
function happening(pattern: EventPattern, window: string | undefined, speaker: Speaker): Happening {
  const { path, ...others } = pattern.where ?? {};
  const isVisit = pattern.event === "page_view";
  const tests = Object.entries(isVisit ? others : (pattern.where ?? {})).map(([field, test]) =>
    speaker.say("clause", { subject: worded(field), predicate: testWords(test, speaker) }),
  );
  return {
    deed: isVisit ? "visit" : "other",
    subject: isVisit ? pageWords(path, speaker) : speaker.say("quoted", { text: worded(pattern.event) }),
    where: speaker.list(tests, "and"),
    hasWhere: flag(tests.length > 0),
    window: window ?? "",
    hasWindow: flag(window !== undefined),
  };
}

function pageWords(path: Test | undefined, speaker: Speaker): string {
  const { say } = speaker;
  const [operator, operand] = path ? operatorOf(path) : (["startsWith", "/"] as const);
  if (operand === "/" && operator === "startsWith") return say("page.any", {});
  if (operand === "/" && operator === "is") return say("page.home", {});
  const isPlain = (operator === "is" || operator === "startsWith") && typeof operand === "string";
  const bare = isPlain ? operand.replace(/^\/|\/$/g, "") : "";
  if (bare !== "" || !path) return say("page.path", { path: bare });
  return say("page.test", { test: testWords(path, speaker) });
}

function thenWords(event: string, next: Step, isEach: boolean, speaker: Speaker): string {
  const span = spanWords(next.within, speaker);
  const what = happening(next, undefined, speaker);
  const step = speaker.say("event.step", { ...what, span: span ?? "", hasSpan: flag(span !== undefined) });
  const said = speaker.say("event.then", { event, step, each: flag(isEach) });
  return next.then ? thenWords(said, next.then, false, speaker) : said;
}

/** With what is asked of its first and last time; where it is negated, what was not so. */
function timed(event: string, { first, last, notWithin }: EventLeaf, isNegated: boolean, speaker: Speaker) {
  const { say, list } = speaker;
  const negated = flag(isNegated);
  const window = windowWords(notWithin, speaker, "window.recent");
  const moments = [
    ...(first ? [say("timing.first", { negated, when: whenWords(first, speaker) })] : []),
    ...(last ? [say("timing.last", { negated, when: whenWords(last, speaker) })] : []),
  ];
  const absence = window === undefined ? [] : [say("timing.notWithin", { negated, window })];
  const timings = isNegated ? [list([...moments, ...absence], "or")] : [list(moments, "and"), ...absence];
  return timings
    .filter((text) => text !== "")
    .reduce((text, more) => say("event.timed", { event: text, timings: more }), event);
}

const whenWords = (test: TimeTest, speaker: Speaker): string =>
  "before" in test
    ? speaker.say("when.before", momentWords(test.before, speaker))
    : speaker.say("when.after", momentWords(test.after, speaker));

const windowOf = ({ within, everWithin }: EventLeaf, speaker: Speaker): string | undefined => {
  const ever = spanWords(everWithin, speaker);
  return ever === undefined ? windowWords(within, speaker) : speaker.say("window.ever", { span: ever });
};

/** Nothing where it may not happen at all. */
function countWords({ atLeast, atMost }: EventLeaf, { say }: Speaker): string | undefined {
  if (atMost === 0) return undefined;
  if (atMost === undefined)
    return atLeast === 0 ? say("count.any", {}) : say("count.atLeast", { count: atLeast ?? 1 });
  if (!atLeast) return say("count.atMost", { count: atMost });
  return atLeast === atMost
    ? say("count.exactly", { count: atMost })
    : say("count.between", { from: atLeast, to: atMost });
}

/** The opposite of `countWords`; nothing where it may not happen at all. */
function fewerOrMore({ atLeast, atMost }: EventLeaf, { say }: Speaker): string | undefined {
  if (atMost === undefined)
    return (atLeast ?? 1) <= 1 ? undefined : say("count.fewer", { count: atLeast ?? 1 });
  if (!atLeast)
    return atMost === 0 ? say("count.atLeast", { count: 1 }) : say("count.more", { count: atMost });
  return say("count.outside", { from: atLeast, to: atMost });
}

/** "the score of “download” and visits to pricing". */
export function scoreName({ score }: ScoreLeaf, speaker: Speaker): string {
  const parts = score.map((part) => {
    const { deed, subject } = happening(part, undefined, speaker);
    return speaker.say("score.part", { deed, subject });
  });
  return speaker.say("score.of", { events: speaker.list([...new Set(parts)], "and") });
}

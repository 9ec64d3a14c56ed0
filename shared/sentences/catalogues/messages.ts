import type { UnknownBecause } from "../../engine/facts.ts";

/** A choice that a message makes between two wordings. */
export type Flag = "yes" | "no";

type Nothing = Record<never, never>;
type Negatable<Values = Nothing> = Values & { readonly negated: Flag };
type Text<Name extends string> = Readonly<Record<Name, string>>;
type Count<Name extends string> = Readonly<Record<Name, number>>;

export type Unit = "s" | "m" | "h" | "d" | "w" | "mo" | "y";
type Duration = { readonly unit: Unit; readonly count: number };

/** `visit` is a page that was seen, `other` any other event. */
export type Deed = { readonly deed: "visit" | "other" };
/** Texts that may be missing: each has a flag, since a message cannot ask whether a text is empty. */
export type Happening = Deed & Text<"subject" | "where" | "window"> & Record<"hasWhere" | "hasWindow", Flag>;

/** `ago` and `ahead` are lengths of time from now; `other` is a day or a time. */
export type MomentKind = "ago" | "ahead" | "other";
type Moment = { readonly kind: MomentKind } & Text<"moment" | "length">;

type Decided = {
  "headline.variation": Text<"content">;
  "headline.neutral": Nothing;
  "headline.default": Nothing;
  "content.segment": Text<"segment">;
  "content.offer": Text<"offer" | "segment">;
  passedOver: Text<"content" | "why">;
  heldBack: Text<"content" | "why">;
  defaultHidden: Text<"why">;
  nothingPlanned: Nothing;
  sentence: Text<"text">;
};

type Stopped = Record<
  `stop.${"stop" | "paused" | "objection" | "content" | "unapproved" | "contested" | "holdout"}`,
  Nothing
> &
  Record<`stop.${"not yet" | "over" | "blackout" | "dismissed" | "converted"}`, Text<"offer" | "day">> & {
    "stop.suppression": Text<"reason">;
    "stop.suppression.unnamed": Text<"suppression">;
    "stop.suppression.doubt": Text<"suppression" | "doubts" | "reason">;
    "stop.cap": Text<"offer"> & Count<"count">;
    "stop.eligibility": Text<"offer" | "why">;
    "stop.eligibility.doubt": Text<"offer" | "doubts">;
    "stop.excluded": Text<"offer" | "beside">;
    "stop.targeting": Text<"why">;
    "stop.targeting.doubt": Text<"doubts"> & Count<"count">;
  };

type Doubted = Record<`because.${"crm" | "behavior"}.${UnknownBecause}`, Nothing> & {
  doubt: Text<"subjects" | "because">;
  "doubts.joined": Text<"first" | "second">;
  "subject.behavior": Nothing;
  "subject.private": Nothing;
  "subject.criteria": Nothing;
  "hedge.found": Text<"doubt"> & { readonly counts: Flag };
  "hedge.asked": Text<"condition"> & { readonly counts: Flag };
};

type Joined = {
  quoted: Text<"text">;
  group: Text<"text">;
  clause: Text<"subject" | "predicate">;
  "clauses.two": Text<"first" | "second">;
  not: Text<"condition">;
};

type Found = {
  "segment.in": Negatable<Text<"segment">>;
  "membership.private": Negatable<Text<"segment">> & { readonly hasSegment: Flag };
  "property.private": Negatable<Text<"property">>;
  "property.fits": Negatable<Text<"property">>;
  "property.absent": Text<"property">;
  "property.empty": Text<"property">;
  "property.unlabelled": Text<"property">;
  "value.boolean": { readonly value: Flag };
};

type Compared = Record<
  `test.${"contains" | "startsWith" | "endsWith" | "matches"}`,
  Negatable<Text<"value">>
> &
  Record<`test.${"containsAny" | "containsAll"}`, Negatable<Text<"value" | "values">>> &
  Record<`test.${"gt" | "gte" | "lt" | "lte"}`, Negatable<Text<"value">>> &
  Record<`test.${"before" | "after"}`, Negatable<Moment>> & {
    "test.is": Negatable<Text<"value">> & { readonly kind: "boolean" | "date" | "other" };
    "test.in": Negatable<Text<"value" | "values">> & Count<"count">;
    "test.between": Negatable<Text<"from" | "to">>;
    "test.known": Negatable;
  };

type Happened = {
  "page.home": Nothing;
  "page.any": Nothing;
  "page.path": Text<"path">;
  "page.test": Text<"test">;
  event: Happening & Text<"times">;
  "event.bare": Happening;
  "event.never": Happening;
  "event.step": Happening & Text<"span"> & { readonly hasSpan: Flag };
  "event.then": Text<"event" | "step"> & { readonly each: Flag };
  "event.then.never": Text<"sequence" | "window"> & { readonly hasWindow: Flag };
  "event.timed": Text<"event" | "timings">;
  "timing.first": Negatable<Text<"when">>;
  "timing.last": Negatable<Text<"when">>;
  "timing.notWithin": Negatable<Text<"window">>;
  "when.before": Moment;
  "when.after": Moment;
  "score.of": Text<"events">;
  "counted.byDay": Text<"found">;
  "score.part": Deed & Text<"subject">;
};

type Counted = Record<
  `count.${"exactly" | "atLeast" | "atMost" | "fewer" | "more"}`,
  { readonly count: number }
> &
  Record<"count.between" | "count.outside", Count<"from" | "to">> & { "count.any": Nothing };

type Timed = {
  /** After "within" or "before", as a length that something takes. */
  span: Duration;
  /** As a length that is measured. */
  length: Duration;
  window: Duration & Text<"span">;
  "window.recent": Duration & Text<"span">;
  "window.ever": Text<"span">;
  "moment.day": Text<"day">;
  "moment.time": Text<"day" | "time">;
  "moment.today": { readonly side: "past" | "future"; readonly days: number };
};

/** Every message, with the values that it is told with. */
export type Messages = Decided & Stopped & Doubted & Joined & Found & Compared & Happened & Counted & Timed;

export type MessageKey = keyof Messages;

/** The wording of every message in one language, in the syntax of ICU MessageFormat. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

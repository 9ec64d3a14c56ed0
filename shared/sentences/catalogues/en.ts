import type { Catalogue } from "./messages.ts";

const LENGTH =
  "{unit, select, s {{count, plural, one {# second} other {# seconds}}} m {{count, plural, one {# minute} other {# minutes}}} h {{count, plural, one {# hour} other {# hours}}} d {{count, plural, one {# day} other {# days}}} w {{count, plural, one {# week} other {# weeks}}} mo {{count, plural, one {# month} other {# months}}} other {{count, plural, one {# year} other {# years}}}}";

export const en: Catalogue = {
  "headline.variation": "Shows {content}",
  "headline.neutral": "Shows the neutral content",
  "headline.default": "Shows the page’s own content",
  "content.segment": "the content for “{segment}”",
  "content.offer": "“{offer}” for “{segment}”",
  passedOver: "Passed over {content}: {why}.",
  heldBack: "Held back {content}: {why}.",
  defaultHidden: "The page’s own content is hidden: {why}.",
  nothingPlanned: "Nothing else is planned for this slot.",
  sentence: "{text}.",

  "stop.stop": "personalization is switched off for the whole site",
  "stop.paused": "this slot is paused",
  "stop.objection": "this person objected to personalization",
  "stop.content": "its content is not on this page",
  "stop.unapproved": "its content is not the one that was approved",
  "stop.contested": "the page kept putting its own content back",
  "stop.holdout": "this visitor is kept on the page’s own content so that the effect can be measured",
  "stop.suppression": "{reason}",
  "stop.suppression.unnamed": "the suppression “{suppression}” applies",
  "stop.suppression.doubt": "it cannot be told whether “{suppression}” is true ({doubts}), and {reason}",
  "stop.cap": "“{offer}” was already shown {count, plural, =1 {once} =2 {twice} other {# times}}",
  "stop.eligibility": "not eligible for “{offer}”: {why}",
  "stop.eligibility.doubt": "it cannot be told who may get “{offer}” ({doubts})",
  "stop.not yet": "“{offer}” starts on {day}",
  "stop.over": "“{offer}” ended on {day}",
  "stop.blackout": "“{offer}” rests until {day}",
  "stop.dismissed": "“{offer}” was dismissed on {day}",
  "stop.converted": "“{offer}” was already taken on {day}",
  "stop.excluded": "“{offer}” is not made beside “{beside}”",
  "stop.targeting": "{why}",
  "stop.targeting.doubt": "could not tell about {doubts}",

  "because.crm.withheld": "personalization consent is not given",
  "because.crm.pending": "the answer has not arrived yet",
  "because.crm.stale": "the last answer is too old to be used",
  "because.crm.failed": "it could not be looked up",
  "because.crm.missing": "nothing is on record",
  "because.behavior.withheld": "consent to use behavior is not given",
  "because.behavior.pending": "the device’s log has not been read yet",
  "because.behavior.stale": "the log is too old to be used",
  "because.behavior.failed": "the device’s log could not be read",
  "because.behavior.missing": "nothing is on record",
  doubt: "{subjects}: {because}",
  "doubts.joined": "{first}; {second}",
  "subject.behavior": "what was done on this site",
  "subject.private": "criteria that are not on this page",
  "subject.criteria": "the criteria",
  "hedge.found": "in doubt about {doubt}, which counts as a {counts, select, yes {yes} other {no}} here",
  "hedge.asked": "{condition} (doubt counts as a {counts, select, yes {yes} other {no}})",

  quoted: "“{text}”",
  group: "({text})",
  clause: "{subject} {predicate}",
  "clauses.two": "{first}, and {second}",
  not: "it is not so that {condition}",

  "segment.in": "is {negated, select, yes {not in} other {in}} “{segment}”",
  "membership.private":
    "{negated, select, yes {does not meet} other {meets}} {hasSegment, select, yes {the criteria of “{segment}”} other {criteria}} that are not on this page",
  "property.private":
    "{property} {negated, select, yes {does not meet} other {meets}} criteria that are not on this page",
  "property.fits": "{property} {negated, select, yes {does not fit} other {fits}}",
  "property.absent": "there is no {property}",
  "property.empty": "{property} is empty",
  "property.unlabelled": "{property}",
  "value.boolean": "{value, select, yes {yes} other {no}}",

  "test.is": "is {negated, select, yes {not } other {}}{value}",
  "test.in": "is {negated, select, yes {not } other {}}{value}",
  "test.gt": "is {negated, select, yes {not } other {}}more than {value}",
  "test.gte": "is {negated, select, yes {not } other {}}at least {value}",
  "test.lt": "is {negated, select, yes {not } other {}}less than {value}",
  "test.lte": "is {negated, select, yes {not } other {}}at most {value}",
  "test.between": "is {negated, select, yes {not } other {}}between {from} and {to}",
  "test.contains": "{negated, select, yes {does not contain} other {contains}} {value}",
  "test.containsAny": "{negated, select, yes {does not contain} other {contains}} {value}",
  "test.containsAll": "{negated, select, yes {does not contain all of} other {contains}} {values}",
  "test.startsWith": "{negated, select, yes {does not start} other {starts}} with “{value}”",
  "test.endsWith": "{negated, select, yes {does not end} other {ends}} with “{value}”",
  "test.matches": "{negated, select, yes {does not match} other {matches}} the pattern “{value}”",
  "test.known": "is {negated, select, yes {empty} other {known}}",
  "test.before":
    "is {negated, select, yes {not } other {}}{kind, select, ago {more than {length} ago} ahead {earlier than {length} from now} other {before {moment}}}",
  "test.after":
    "is {negated, select, yes {not } other {}}{kind, select, ago {later than {length} ago} ahead {more than {length} from now} other {after {moment}}}",

  "page.home": "the home page",
  "page.any": "a page",
  "page.path": "{path}",
  "page.test": "a page whose path {test}",
  event:
    "{subject} {deed, select, visit {was visited} other {happened}}{hasWhere, select, yes { ({where})} other {}} {times}{hasWindow, select, yes { {window}} other {}}",
  "event.bare":
    "{subject} {deed, select, visit {was visited} other {happened}}{hasWhere, select, yes { ({where})} other {}}{hasWindow, select, yes { {window}} other {}}",
  "event.never":
    "{subject} {deed, select, visit {was never visited} other {never happened}}{hasWhere, select, yes { ({where})} other {}}{hasWindow, select, yes { {window}} other {}}",
  "event.step":
    "{subject} {deed, select, visit {was visited} other {happened}}{hasWhere, select, yes { ({where})} other {}}{hasSpan, select, yes { within {span}} other {}}",
  "event.then": "{event}, {each, select, yes {and each time then} other {then}} {step}",
  "event.then.never": "this sequence never happened{hasWindow, select, yes { {window}} other {}}: {sequence}",
  "event.timed": "{event}, {timings}",
  "timing.first": "{negated, select, yes {but the first time was not {when}} other {the first time {when}}}",
  "timing.last": "{negated, select, yes {but the last time was not {when}} other {the last time {when}}}",
  "timing.notWithin": "{negated, select, yes {also} other {but not}} {window}",
  "when.before":
    "{kind, select, ago {more than {length} ago} ahead {earlier than {length} from now} other {before {moment}}}",
  "when.after":
    "{kind, select, ago {less than {length} ago} ahead {more than {length} from now} other {after {moment}}}",
  "score.of": "the score of {events}",
  "counted.byDay": "{found} (older events counted by day)",
  "score.part": "{deed, select, visit {visits to {subject}} other {{subject}}}",

  "count.exactly": "{count, plural, =1 {once} =2 {twice} other {# times}}",
  "count.atLeast": "at least {count, plural, =1 {once} =2 {twice} other {# times}}",
  "count.atMost": "at most {count, plural, =1 {once} =2 {twice} other {# times}}",
  "count.fewer": "{count, plural, =2 {less than twice} other {fewer than # times}}",
  "count.more": "more than {count, plural, =1 {once} =2 {twice} other {# times}}",
  "count.between": "{from, number} to {to, plural, other {# times}}",
  "count.outside": "fewer than {from, number} or more than {to, plural, other {# times}}",
  "count.any": "any number of times",

  span: LENGTH,
  length: LENGTH,
  window: "in {span}",
  "window.recent":
    "in the last {count, plural, =1 {{unit, select, s {second} m {minute} h {hour} d {day} w {week} mo {month} other {year}}} other {{span}}}",
  "window.ever": "in {span} at some point",
  "moment.day": "{day}",
  "moment.time": "{day}, {time} UTC",
  "moment.today":
    "{side, select, past {{days, plural, =0 {today} =1 {yesterday} other {the day # days ago}}} other {{days, plural, =0 {today} =1 {tomorrow} other {the day # days from now}}}}",
};

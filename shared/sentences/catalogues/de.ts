import type { Catalogue } from "./messages.ts";

const WINDOW =
  "{unit, select, s {{count, plural, =1 {in der letzten Sekunde} other {in den letzten {span}}}} m {{count, plural, =1 {in der letzten Minute} other {in den letzten {span}}}} h {{count, plural, =1 {in der letzten Stunde} other {in den letzten {span}}}} d {{count, plural, =1 {am letzten Tag} other {in den letzten {span}}}} w {{count, plural, =1 {in der letzten Woche} other {in den letzten {span}}}} mo {{count, plural, =1 {im letzten Monat} other {in den letzten {span}}}} other {{count, plural, =1 {im letzten Jahr} other {in den letzten {span}}}}}";

export const de: Catalogue = {
  "headline.variation": "Zeigt {content}",
  "headline.neutral": "Zeigt den neutralen Inhalt",
  "headline.default": "Zeigt den eigenen Inhalt der Seite",
  "content.segment": "den Inhalt für „{segment}“",
  "content.offer": "„{offer}“ für „{segment}“",
  passedOver: "Übergeht {content}: {why}.",
  heldBack: "Hält {content} zurück: {why}.",
  defaultHidden: "Der eigene Inhalt der Seite ist ausgeblendet: {why}.",
  nothingPlanned: "Für diesen Platz ist nichts anderes vorgesehen.",
  sentence: "{text}.",

  "stop.stop": "die Personalisierung ist für die ganze Website abgeschaltet",
  "stop.paused": "dieser Platz ist pausiert",
  "stop.objection": "diese Person hat der Personalisierung widersprochen",
  "stop.content": "der Inhalt dafür fehlt auf dieser Seite",
  "stop.unapproved": "der Inhalt ist nicht der freigegebene",
  "stop.contested": "die Seite hat ihren eigenen Inhalt immer wieder zurückgesetzt",
  "stop.holdout":
    "diese Person sieht weiter den eigenen Inhalt der Seite, damit sich die Wirkung messen lässt",
  "stop.suppression": "{reason}",
  "stop.suppression.unnamed": "die Sperre „{suppression}“ greift",
  "stop.suppression.doubt": "unklar ist, ob „{suppression}“ zutrifft ({doubts}), und es gilt: {reason}",
  "stop.cap": "„{offer}“ wurde schon {count, plural, =1 {einmal} =2 {zweimal} other {#-mal}} gezeigt",
  "stop.eligibility": "„{offer}“ kommt hier nicht infrage: {why}",
  "stop.eligibility.doubt": "unklar ist, wer „{offer}“ bekommen darf ({doubts})",
  "stop.not yet": "„{offer}“ beginnt am {day}",
  "stop.over": "„{offer}“ endete am {day}",
  "stop.blackout": "„{offer}“ ruht bis zum {day}",
  "stop.dismissed": "„{offer}“ wurde am {day} weggeklickt",
  "stop.converted": "„{offer}“ wurde schon am {day} angenommen",
  "stop.excluded": "„{offer}“ steht nicht neben „{beside}“",
  "stop.targeting": "{why}",
  "stop.targeting.doubt": "unklar {count, plural, one {bleibt} other {bleiben}} {doubts}",

  "because.crm.withheld": "die Einwilligung in Personalisierung fehlt",
  "because.crm.pending": "die Antwort ist noch nicht da",
  "because.crm.stale": "die letzte Antwort ist zu alt",
  "because.crm.failed": "die Abfrage ist fehlgeschlagen",
  "because.crm.missing": "dazu ist nichts hinterlegt",
  "because.behavior.withheld": "die Einwilligung in die Nutzung des Verhaltens fehlt",
  "because.behavior.pending": "das Protokoll des Geräts ist noch nicht gelesen",
  "because.behavior.stale": "das Protokoll ist zu alt",
  "because.behavior.failed": "das Protokoll des Geräts ließ sich nicht lesen",
  "because.behavior.missing": "dazu ist nichts aufgezeichnet",
  doubt: "{subjects}: {because}",
  "doubts.joined": "{first}; {second}",
  "subject.behavior": "das Verhalten auf dieser Website",
  "subject.private": "ein Kriterium, das nicht auf dieser Seite steht",
  "subject.criteria": "die Bedingung",
  "hedge.found": "unklar, zählt hier aber als {counts, select, yes {Ja} other {Nein}}: {doubt}",
  "hedge.asked": "{condition} (Zweifel zählt als {counts, select, yes {Ja} other {Nein}})",

  quoted: "„{text}“",
  group: "({text})",
  clause: "{subject} {predicate}",
  "clauses.two": "{first}, und {second}",
  not: "es trifft nicht zu: {condition}",

  "segment.in": "die Person gehört {negated, select, yes {nicht } other {}}zu „{segment}“",
  "membership.private":
    "die Person erfüllt {hasSegment, select, yes {die Kriterien von „{segment}“} other {bestimmte Kriterien}}{negated, select, yes { nicht} other {}} (sie stehen nicht auf dieser Seite)",
  "property.private":
    "{property} erfüllt bestimmte Kriterien{negated, select, yes { nicht} other {}} (sie stehen nicht auf dieser Seite)",
  "property.fits": "{property} passt{negated, select, yes { nicht} other {}}",
  "property.absent": "{property} ist nicht vorhanden",
  "property.empty": "{property} ist leer",
  "property.unlabelled": "„{property}“",
  "value.boolean": "{value, select, yes {Ja} other {Nein}}",

  "test.is":
    "{kind, select, boolean {steht {negated, select, yes {nicht } other {}}auf {value}} date {ist {negated, select, yes {nicht } other {}}der {value}} other {ist {negated, select, yes {nicht } other {}}{value}}}",
  "test.in":
    "ist {negated, select, yes {{count, plural, =1 {nicht {value}} other {keines von {values}}}} other {{value}}}",
  "test.gt": "ist {negated, select, yes {nicht } other {}}größer als {value}",
  "test.gte": "ist {negated, select, yes {nicht } other {}}mindestens {value}",
  "test.lt": "ist {negated, select, yes {nicht } other {}}kleiner als {value}",
  "test.lte": "ist {negated, select, yes {nicht } other {}}höchstens {value}",
  "test.between": "liegt {negated, select, yes {nicht } other {}}zwischen {from} und {to}",
  "test.contains": "enthält {value}{negated, select, yes { nicht} other {}}",
  "test.containsAny": "enthält {negated, select, yes {nichts von {values}} other {{value}}}",
  "test.containsAll": "enthält {negated, select, yes {nicht zugleich } other {}}{values}",
  "test.startsWith": "beginnt {negated, select, yes {nicht } other {}}mit „{value}“",
  "test.endsWith": "endet {negated, select, yes {nicht } other {}}mit „{value}“",
  "test.matches": "entspricht {negated, select, yes {nicht } other {}}dem Muster „{value}“",
  "test.known": "ist {negated, select, yes {leer} other {bekannt}}",
  "test.before":
    "liegt {negated, select, yes {nicht } other {}}{kind, select, ago {mehr als {length} zurück} ahead {früher als in {moment}} other {vor {moment}}}",
  "test.after":
    "liegt {negated, select, yes {nicht } other {}}{kind, select, ago {später als vor {moment}} ahead {mehr als {length} in der Zukunft} other {nach {moment}}}",

  "page.home": "die Startseite",
  "page.any": "eine Seite",
  "page.path": "„{path}“",
  "page.test": "eine Seite (Pfad {test})",
  event:
    "{subject}{hasWhere, select, yes { ({where})} other {}} {deed, select, visit {wurde} other {kam}}{hasWindow, select, yes { {window}} other {}} {times} {deed, select, visit {besucht} other {vor}}",
  "event.bare":
    "{subject}{hasWhere, select, yes { ({where})} other {}} {deed, select, visit {wurde} other {kam}}{hasWindow, select, yes { {window}} other {}} {deed, select, visit {besucht} other {vor}}",
  "event.never":
    "{subject}{hasWhere, select, yes { ({where})} other {}} {deed, select, visit {wurde} other {kam}}{hasWindow, select, yes { {window} nicht} other { nie}} {deed, select, visit {besucht} other {vor}}",
  "event.step":
    "{deed, select, visit {wurde} other {kam}}{hasSpan, select, yes { innerhalb von {span}} other {}} {subject}{hasWhere, select, yes { ({where})} other {}} {deed, select, visit {besucht} other {vor}}",
  "event.then": "{event}, {each, select, yes {und jedes Mal danach} other {danach}} {step}",
  "event.then.never":
    "diese Abfolge kam{hasWindow, select, yes { {window} nicht} other { nie}} vor: {sequence}",
  "event.timed": "{event}, {timings}",
  "timing.first": "{negated, select, yes {aber das erste Mal war nicht {when}} other {erstmals {when}}}",
  "timing.last": "{negated, select, yes {aber das letzte Mal war nicht {when}} other {zuletzt {when}}}",
  "timing.notWithin": "{negated, select, yes {auch} other {aber nicht}} {window}",
  "when.before":
    "{kind, select, ago {vor mehr als {moment}} ahead {früher als in {moment}} other {vor {moment}}}",
  "when.after":
    "{kind, select, ago {vor weniger als {moment}} ahead {später als in {moment}} other {nach {moment}}}",
  "score.of": "die Punktzahl für {events}",
  "counted.byDay": "{found} (ältere Ereignisse nach Tagen gezählt)",
  "score.part": "{deed, select, visit {{subject} (Besuche)} other {{subject}}}",

  "count.exactly": "{count, plural, =1 {einmal} =2 {zweimal} other {#-mal}}",
  "count.atLeast": "mindestens {count, plural, =1 {einmal} =2 {zweimal} other {#-mal}}",
  "count.atMost": "höchstens {count, plural, =1 {einmal} =2 {zweimal} other {#-mal}}",
  "count.fewer": "weniger als {count, plural, =1 {einmal} =2 {zweimal} other {#-mal}}",
  "count.more": "mehr als {count, plural, =1 {einmal} =2 {zweimal} other {#-mal}}",
  "count.between": "{from, number}- bis {to, number}-mal",
  "count.outside": "weniger als {from, number}- oder mehr als {to, number}-mal",
  "count.any": "beliebig oft",

  span: "{unit, select, s {{count, plural, one {# Sekunde} other {# Sekunden}}} m {{count, plural, one {# Minute} other {# Minuten}}} h {{count, plural, one {# Stunde} other {# Stunden}}} d {{count, plural, one {# Tag} other {# Tagen}}} w {{count, plural, one {# Woche} other {# Wochen}}} mo {{count, plural, one {# Monat} other {# Monaten}}} other {{count, plural, one {# Jahr} other {# Jahren}}}}",
  length:
    "{unit, select, s {{count, plural, one {# Sekunde} other {# Sekunden}}} m {{count, plural, one {# Minute} other {# Minuten}}} h {{count, plural, one {# Stunde} other {# Stunden}}} d {{count, plural, one {# Tag} other {# Tage}}} w {{count, plural, one {# Woche} other {# Wochen}}} mo {{count, plural, one {# Monat} other {# Monate}}} other {{count, plural, one {# Jahr} other {# Jahre}}}}",
  window: WINDOW,
  "window.recent": WINDOW,
  "window.ever": "irgendwann innerhalb von {span}",
  "moment.day": "dem {day}",
  "moment.time": "dem {day}, {time} Uhr UTC",
  "moment.today":
    "{side, select, past {{days, plural, =0 {dem heutigen Tag} =1 {dem gestrigen Tag} other {dem Tag vor # Tagen}}} other {{days, plural, =0 {dem heutigen Tag} =1 {dem morgigen Tag} other {dem Tag in # Tagen}}}}",
};

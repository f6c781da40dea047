"""What pages about speeches and flows say, and what all pages do, in German. It names no map."""

from __future__ import annotations

#: What every page has.
SHARED = {
    "Thesis.": "These.", "Positions.": "Positionen.", "Position.": "Position.", "Verdict.": "Urteil.",
    "Other theses.": "Andere Thesen.", "Note.": "Hinweis.", "Note:": "Anmerkung:", "Source:": "Quelle:",
    "Sources": "Quellen", "Back to the text": "Zurück zum Text",
    "pro": "Pro", "con": "Contra", "Pro": "Pro", "Con": "Contra", "stands": "steht", "falls": "fällt",
    "is undecided": "ist unentschieden", "has no verdict": "hat kein Urteil", "the thesis": "die These",
    "On this map the thesis {=}: {=} ({=}).": "Auf dieser Karte gilt: Die These {0}; {1} ({2}).",
    "On this map the thesis {=} ({=}).": "Auf dieser Karte gilt: Die These {0} ({1}).",
    "pro is ahead": "Pro liegt vorn", "con is ahead": "Contra liegt vorn", "pro is behind": "Pro liegt zurück",
    "con is behind": "Contra liegt zurück", "neither side is ahead": "keine Seite liegt vorn",
    "it depends on what is undecided": "sie hängt an Unentschiedenem",
    "{n} for, {n} against, and the map does not say which weigh more": (
        "{0} dafür, {1} dagegen, und die Karte sagt nicht, was mehr wiegt"
    ),
    "Rejected by {}; accepted by {}.": "Abgelehnt von {0}; angenommen von {1}.",
    "Accepted by {}; rejected by {}.": "Angenommen von {0}; abgelehnt von {1}.",
    "Accepted by {}.": "Angenommen von {0}.", "Rejected by {}.": "Abgelehnt von {0}.",
    "Accepted by:": "Angenommen von:", "Rejected by:": "Abgelehnt von:",
    "Not on this page": "Nicht auf dieser Seite", "It falls on this map:": "Fällt auf dieser Karte:",
    "What it serves falls already:": "Dient etwas, das schon fällt:", "{q}.": "{0}.",
    "and {n} more": "und {0} weitere",
    "The search for what decides was not finished, so that there may be more than is said{=}.": (
        "Die Suche nach dem, was entscheidet, wurde nicht fertig; es kann mehr geben, als hier steht{0}."
    ),
    "; --seconds allows more time": "; --seconds gibt ihr mehr Zeit",
    "the step from {q} to {=}": "den Schritt von {0} auf {1}",
    "the step from {q} against {=}": "den Schritt von {0} gegen {1}", "the step of {q}": "den Schritt von {0}",
    "{q}": "{0}", "There is no {=} argument on this map.": "Auf dieser Karte ist kein Argument von {0}.",
    "There is no argument of {=} on this map.": "Auf dieser Karte ist kein Argument von {0}.",
    "Contested on the map.": "Auf der Karte umstritten.",
    "Disputed between positions.": "Zwischen Positionen strittig.",
    "Unstated, or less than certain.": "Unausgesprochen oder nicht sicher.", "Undisputed.": "Unbestritten.",
    "Unstated.": "Unausgesprochen.", "Less than certain.": "Nicht sicher.",
    "In part contested on the map.": "Zum Teil auf der Karte umstritten.",
    "In part disputed between positions.": "Zum Teil zwischen Positionen strittig.",
    "In part unstated, or less than certain.": "Zum Teil unausgesprochen oder nicht sicher.",
    "In part unstated.": "Zum Teil unausgesprochen.", "In part less than certain.": "Zum Teil nicht sicher.",
    "for {=}": "für {0}", "against {=}": "gegen {0}", "in defence of {=}": "für {0}",
}  # fmt: skip

#: Under what a verdict holds.
JUDGED = {
    "grounded semantics, standard of proof: {=}": "Semantik: grounded, Beweismaß: {0}",
    "grounded semantics, standard of proof: {=}, weighed by the last link": (
        "Semantik: grounded, Beweismaß: {0}, gewogen nach dem letzten Glied"
    ),
    "{} semantics, standard of proof: {=}": "Semantik: {0}, Beweismaß: {1}",
    "{} semantics, standard of proof: {=}, weighed by the last link": (
        "Semantik: {0}, Beweismaß: {1}, gewogen nach dem letzten Glied"
    ),
    "{} semantics, by our convention that what has a degree above 0.5 stands": (
        "Semantik: {0}; nach unserer Übereinkunft steht, was einen Grad über 0,5 hat"
    ),
    "scintilla": "Anhaltspunkt", "preponderance": "Überwiegen", "clear-and-convincing": "klar und überzeugend",
    "beyond-reasonable-doubt": "zweifelsfrei", "dialectical-validity": "ohne geltenden Einwand",
}  # fmt: skip

#: Short words beside ids.
TAGS = {
    "crux": "Angelpunkt", "crux of {n}": "Angelpunkt aus {0}", "against a crux": "gegen einen Angelpunkt",
    "against a crux of {n}": "gegen einen Angelpunkt aus {0}", "unstated": "unausgesprochen",
    "double-edged": "zweischneidig", "accepted": "angenommen", "rejected": "abgelehnt", "open": "offen",
    "no answer": "ohne Antwort", "fact": "Tatsache", "value": "Wert", "policy": "Maßnahme", "forecast": "Prognose",
    "definition": "Definition", "on the map it falls": "auf der Karte fällt es",
    "on the map it is undecided": "auf der Karte unentschieden", "on the map it stands": "auf der Karte steht es",
    "row {}": "Zeile {0}", "by {}": "in {0}", "see {}": "siehe {0}", "COSTS THE VERDICT": "KOSTET DAS URTEIL",
    "one of {n} that cost the verdict together": "eines von {0}, die zusammen das Urteil kosten",
    "it falls all the same": "es fällt ohnehin", "accessed": "abgerufen", "against": "gegen",
    "accepted by {}": "angenommen von {0}", "rejected by {}": "abgelehnt von {0}",
    "accepted by {}; rejected by {}": "angenommen von {0}; abgelehnt von {1}",
}  # fmt: skip

#: Plans of speeches, and the speeches of the formats.
PLAN = {
    "Speech for {=}: {}": "Rede für {0}: {1}", "Speech.": "Rede.", "Time.": "Zeit.", "The speech": "Die Rede",
    "Opening": "Eröffnung", "Overview": "Überblick", "Voting issue": "Was entscheidet", "Weighing": "Abwägung",
    "Once more": "Noch einmal", "Close": "Schluss", "Contention: {}": "Punkt: {0}", "Answer: {}": "Antwort: {0}",
    "To press: {}": "Nachhaken: {0}", "Comparison: {}": "Vergleich: {0}",
    "What they may say: {}": "Was kommen könnte: {0}", "Extension: {}": "Bekräftigung: {0}",
    "{}, {=}, in {=}.": "{0}, {1}, {2}.", "Policy debate": "Policy Debate",
    "Lincoln–Douglas debate": "Lincoln-Douglas-Debatte", "Public forum debate": "Public-Forum-Debatte",
    "World Schools debate": "World-Schools-Debatte",
    "British Parliamentary debate": "Debatte im britischen Parlamentsstil",
    "First affirmative constructive": "erste Eröffnungsrede Pro",
    "First negative constructive": "erste Eröffnungsrede Contra",
    "Second affirmative constructive": "zweite Eröffnungsrede Pro",
    "Second negative constructive": "zweite Eröffnungsrede Contra",
    "First negative rebuttal": "erste Erwiderung Contra", "First affirmative rebuttal": "erste Erwiderung Pro",
    "Second negative rebuttal": "zweite Erwiderung Contra", "Second affirmative rebuttal": "zweite Erwiderung Pro",
    "Affirmative constructive": "Eröffnungsrede Pro",
    "Negative constructive and first rebuttal": "Eröffnungsrede und erste Erwiderung Contra",
    "Negative rebuttal": "Erwiderung Contra", "First team's constructive": "Eröffnungsrede des ersten Teams",
    "Second team's constructive": "Eröffnungsrede des zweiten Teams",
    "First team's rebuttal": "Erwiderung des ersten Teams",
    "Second team's rebuttal": "Erwiderung des zweiten Teams",
    "First team's summary": "Zusammenfassung des ersten Teams",
    "Second team's summary": "Zusammenfassung des zweiten Teams",
    "First team's final focus": "Schlusswort des ersten Teams",
    "Second team's final focus": "Schlusswort des zweiten Teams", "First proposition": "erste Rede der Regierung",
    "First opposition": "erste Rede der Opposition", "Second proposition": "zweite Rede der Regierung",
    "Second opposition": "zweite Rede der Opposition", "Third proposition": "dritte Rede der Regierung",
    "Third opposition": "dritte Rede der Opposition", "Opposition reply": "Schlussrede der Opposition",
    "Proposition reply": "Schlussrede der Regierung", "Prime Minister": "Premierminister",
    "Leader of the Opposition": "Führer der Opposition",
    "Deputy Prime Minister": "stellvertretender Premierminister",
    "Deputy Leader of the Opposition": "stellvertretender Führer der Opposition",
    "Member for the Government": "Mitglied der Regierung", "Member for the Opposition": "Mitglied der Opposition",
    "Government Whip": "Einpeitscher der Regierung", "Opposition Whip": "Einpeitscher der Opposition",
    "{=} at {n} words a minute. The speech takes {=} ({n} words); {=}.": (
        "{0} bei {1} Wörtern in der Minute. Die Rede dauert {2} ({3} Wörter); {4}."
    ),
    "{=} at {n} words a minute. There is nothing on this map to say for this side.": (
        "{0} bei {1} Wörtern in der Minute. Auf dieser Karte steht nichts, was diese Seite sagen könnte."
    ),
    "{=} at {n} words a minute. There is nothing on this map to say for this side in this speech.": (
        "{0} bei {1} Wörtern in der Minute. Auf dieser Karte steht nichts, was diese Seite in dieser Rede "
        "sagen könnte."
    ),
    "{=} at {n} words a minute: too short. Opening, shortest point and close take {=}.": (
        "{0} bei {1} Wörtern in der Minute: zu kurz. Eröffnung, kürzester Punkt und Schluss dauern {2}."
    ),
    "no time is left over": "es bleibt keine Zeit übrig", "{=} are left over": "{0} bleiben übrig",
    "{=} is left over": "{0} bleibt übrig", "1 minute": "1 Minute", "1 second": "1 Sekunde",
    "1 minute 1 second": "1 Minute 1 Sekunde", "1 minute {n} seconds": "1 Minute {0} Sekunden",
    "{n} minutes 1 second": "{0} Minuten 1 Sekunde", "{n} minutes {n} seconds": "{0} Minuten {1} Sekunden",
    "{n} minutes": "{0} Minuten", "{n} seconds": "{0} Sekunden", "{n}–{n}, {n} s.": "{0}–{1}, {2} s.",
    "{n}–{n}, {n} s (on the map it {=}).": "{0}–{1}, {2} s (auf der Karte gilt: es {3}).",
    "{n}–{n}, {n} s (on the map our answer {=}).": "{0}–{1}, {2} s (auf der Karte gilt: unsere Antwort {3}).",
    "To fill the time": "Was die Zeit füllen würde",
    "All that the map holds for this speech is in it. This would fill it, if the map had it:": (
        "Alles, was die Karte für diese Rede hat, ist darin. Dies würde sie füllen, wenn die Karte es hätte:"
    ),
    "All that the map holds for this speech is in it. More points or more answers would fill it.": (
        "Alles, was die Karte für diese Rede hat, ist darin. Mehr Punkte oder mehr Antworten würden sie "
        "füllen."
    ),
    "Not answered on the map:": "Auf der Karte nicht beantwortet:",
    "A source without its words:": "Quelle ohne ihre Worte:", "No source:": "Ohne Quelle:",
    "No reason:": "Ohne Grund:", "{}: about {=}.": "{0}: etwa {1}.", "Left out": "Weggelassen",
    "In the time, what is said is worth more by what hangs on it.": (
        "In dieser Zeit ist das Gesagte mehr wert, nach dem, was daran hängt."
    ),
    "Contention:": "Punkt:", "Answer:": "Antwort:", "To press:": "Nachhaken:", "Comparison:": "Vergleich:",
    "Overview:": "Überblick:", "What they may say:": "Was kommen könnte:", "Extension:": "Bekräftigung:",
    "Voting issue:": "Was entscheidet:", "Weighing:": "Abwägung:", "Reason:": "Grund:",
    "Second answer:": "Zweite Antwort:", "Answer, once more:": "Antwort, noch einmal:", "Quotation:": "Zitat:",
    "What they may say, answered:": "Was kommen könnte, beantwortet:", "Not in this speech": "Nicht in dieser Rede",
    "It attacks what we use ourselves:": "Greift an, was wir selbst brauchen:", "It comes in {}:": "Kommt in {0}:",
    "It belonged in {}:": "Gehörte in {0}:",
    "No speech of this format is left for it:": "Dieses Format hat keine Rede mehr dafür:",
    "Too many reasons behind one another to be followed by ear:": "Zu viele Gründe hintereinander für das Ohr:",
    "Nothing said in this debate needs it:": "Nichts, was in dieser Debatte gesagt wird, braucht es:",
    "Not answered: nothing on the map does": "Nicht beantwortet: Die Karte hat nichts dagegen",
    "what is left of both cases: {=}.": "was von beiden Fällen bleibt: {0}.",
    "{}, against {q}, and {n} behind it: {=}.": "{0}, gegen {1}, und {2} dahinter: {3}.",
    "{}, against {q}: {=}.": "{0}, gegen {1}: {2}.", "{}, and {n} behind it: {=}.": "{0}, und {1} dahinter: {2}.",
}  # fmt: skip

#: Flows.
FLOW = {
    "Flow for {=}: {}": "Mitschrift für {0}: {1}",
    "Nothing on this map speaks for or against the thesis: there is nothing to flow.": (
        "Nichts auf dieser Karte spricht für oder gegen die These: Es gibt nichts mitzuschreiben."
    ),
    "Format.": "Format.", "Questions.": "Fragen.",
    "{=}, {=} first: {}. We have {n} in all, they have {n}.": (
        "{0}, {1} zuerst: {2}. Wir haben zusammen {3}, die Gegenseite hat {4}."
    ),
    "The case of pro (us)": "Der Fall von Pro (wir)", "The case of pro (them)": "Der Fall von Pro (Gegenseite)",
    "The case of con (us)": "Der Fall von Contra (wir)",
    "The case of con (them)": "Der Fall von Contra (Gegenseite)",
    "To prepare: what we drop": "Vorbereiten: was wir fallen lassen",
    "To press: what they drop": "Nachhaken: was die Gegenseite fallen lässt",
    "No argument on this map speaks for the thesis itself.": (
        "Kein Argument auf dieser Karte spricht für die These selbst."
    ),
    "No argument on this map speaks against the thesis itself.": (
        "Kein Argument auf dieser Karte spricht gegen die These selbst."
    ),
    "We have an answer on the map wherever there is a speech for one.": (
        "Wir haben auf der Karte eine Antwort, wo immer eine Rede dafür da ist."
    ),
    "They have an answer on the map wherever there is a speech for one.": (
        "Die Gegenseite hat auf der Karte eine Antwort, wo immer eine Rede dafür da ist."
    ),
    "We have nothing to answer: no argument on this map speaks for the thesis.": (
        "Wir haben nichts zu beantworten: Kein Argument auf dieser Karte spricht für die These."
    ),
    "We have nothing to answer: no argument on this map speaks against the thesis.": (
        "Wir haben nichts zu beantworten: Kein Argument auf dieser Karte spricht gegen die These."
    ),
    "They have nothing to answer: no argument on this map speaks for the thesis.": (
        "Die Gegenseite hat nichts zu beantworten: Kein Argument auf dieser Karte spricht für die These."
    ),
    "They have nothing to answer: no argument on this map speaks against the thesis.": (
        "Die Gegenseite hat nichts zu beantworten: Kein Argument auf dieser Karte spricht gegen die These."
    ),
    "Without an answer as well, behind what they say:": "Auch ohne Antwort, hinter dem, was die Gegenseite sagt:",
    "Time was over before it was known of each whether it costs the verdict; --seconds allows more.": (
        "Die Zeit war um, ehe von jedem bekannt war, ob es das Urteil kostet; --seconds gibt mehr."
    ),
    "Not said": "Nicht gesagt",
    "1 more is on the map for which this format has no speech left.": (
        "Eines steht noch auf der Karte, für das dieses Format keine Rede mehr hat."
    ),
    "{n} more are on the map for which this format has no speech left.": (
        "{0} stehen noch auf der Karte, für die dieses Format keine Rede mehr hat."
    ),
    "Without a row, since nobody speaks against it:": "Ohne Zeile, weil niemand dagegen spricht:",
    "{}: No answer on the map.": "{0}: Keine Antwort auf der Karte.",
    "{}: Not answered in time.": "{0}: Nicht rechtzeitig beantwortet.",
    "{}: No answer needed: what it rests on is answered.": (
        "{0}: Keine Antwort nötig: Worauf es sich stützt, ist beantwortet."
    ),
    "{}: Too late to answer.": "{0}: Zu spät für eine Antwort.",
    "{}: DROPPED: no answer on the map; {=}.": "{0}: FALLEN GELASSEN: keine Antwort auf der Karte; {1}.",
    "{}: DROPPED: no answer on the map.": "{0}: FALLEN GELASSEN: keine Antwort auf der Karte.",
    "{}: DROPPED: not answered in time; {=}.": "{0}: FALLEN GELASSEN: nicht rechtzeitig beantwortet; {1}.",
    "{}: DROPPED: not answered in time.": "{0}: FALLEN GELASSEN: nicht rechtzeitig beantwortet.",
    "extend.": "aufrechterhalten.", "Weigh it against {q}.": "Abzuwägen gegen {0}.",
    "{q} is held up again, though it was spoken against.": (
        "{0} wird wieder aufgenommen, obwohl dagegen gesprochen wurde."
    ),
    "Pro {} (it {=})": "Pro {0} (es {1})", "Con {} (it {=})": "Contra {0} (es {1})",
    "Pro {n} also against {q}": "Pro {0} auch gegen {1}", "Con {n} also against {q}": "Contra {0} auch gegen {1}",
    "Pro {n} behind {q}": "Pro {0} hinter {1}", "Con {n} behind {q}": "Contra {0} hinter {1}", "Row": "Zeile",
    "On the map": "Auf der Karte", "{} (pro)": "{0} (Pro)", "{} (con)": "{0} (Contra)",
    "{}, {=}: {=}": "{0}, {1}: {2}",
    "A coin decides sides or order; here pro speaks first unless --first con says otherwise.": (
        "Eine Münze entscheidet über Seite oder Reihenfolge; hier spricht Pro zuerst, wenn nicht --first con "
        "es anders sagt."
    ),
    (
        "Cross-examination by con, {n} minutes, after {} and {}; cross-examination by pro, {n} minutes, "
        "after {} and {}."
    ): (
        "Kreuzverhör durch Contra, {0} Minuten, nach {1} und {2}; Kreuzverhör durch Pro, {3} Minuten, "
        "nach {4} und {5}."
    ),
    "Cross-examination by con, {n} minutes, after {}; cross-examination by pro, {n} minutes, after {}.": (
        "Kreuzverhör durch Contra, {0} Minuten, nach {1}; Kreuzverhör durch Pro, {2} Minuten, nach {3}."
    ),
    "Crossfire, {n} minutes, after {} and {}; grand crossfire, {n} minutes, after {}.": (
        "Kreuzfeuer, {0} Minuten, nach {1} und {2}; großes Kreuzfeuer, {3} Minuten, nach {4}."
    ),
    (
        "College rounds give 9 minutes to constructive speeches and 6 to rebuttals. 2NC and 1NR come one after the "
        "other, the negative block: here 2NC takes the affirmative's case and 1NR the negative's own, as far as it "
        "has time."
    ): (
        "An Hochschulen haben Eröffnungsreden 9 Minuten und Erwiderungen 6. 2NC und 1NR folgen aufeinander: Hier nimmt "
        "2NC den Fall von Pro und 1NR den eigenen, soweit die Zeit reicht."
    ),
    "In the NC the negative lays out its case and answers the affirmative's; NR is also called 2NR.": (
        "In der NC legt Contra seinen Fall dar und antwortet auf den von Pro; NR heißt auch 2NR."
    ),
    (
        "First and second speakers share the case, two points to one. O3 and the opposition's reply come "
        "one after the other: the opposition's block. Points of information may be offered in the long "
        "speeches, but for their first and last minute."
    ): (
        "Erste und zweite Redner teilen sich den Fall, zwei Punkte zu einem. O3 und die Schlussrede der "
        "Opposition folgen aufeinander. Zwischenfragen sind in den langen Reden erlaubt, außer in der "
        "ersten und letzten Minute."
    ),
    (
        "MG and MO must bring an extension: the side's points are shared out among its first three "
        "speeches. Points of information may be offered but for the first and last minute of a speech."
    ): (
        "MG und MO müssen Neues bringen: Die Punkte einer Seite verteilen sich auf ihre ersten drei "
        "Reden. Zwischenfragen sind erlaubt, außer in der ersten und letzten Minute einer Rede."
    ),
    "{}, {=}": "{0}, {1}", "{}, against the step of {q}: {=}": "{0}, gegen den Schritt von {1}: {2}",
    "{}, against the step of {q}": "{0}, gegen den Schritt von {1}",
    "{}, in defence of the step of {q}: {=}": "{0}, für den Schritt von {1}: {2}",
    "{}, in defence of the step of {q}": "{0}, für den Schritt von {1}", "{}, for {q}: {=}": "{0}, für {1}: {2}",
    "{}, for {q}": "{0}, für {1}", "{}, against {q}: {=}": "{0}, gegen {1}: {2}",
    "{}, against {q}": "{0}, gegen {1}",
}  # fmt: skip

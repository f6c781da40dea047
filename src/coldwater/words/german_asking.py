"""What questions, assumptions and the smaller pages say, in German. It names no map."""

from __future__ import annotations

#: Questions, assumptions, what is published, notes of rounds.
OTHERS = {
    "Questions of {=} to {=}: {}": "Fragen von {0} an {1}: {2}",
    "If there is time for {n}": "Wenn Zeit für {0} ist",
    "To arguments of {=} that still count": "Zu Argumenten von {0}, die noch zählen",
    "To arguments of {=} that fall already, should they be pressed": (
        "Zu Argumenten von {0}, die schon fallen, falls sie doch betont werden"
    ),
    "To anything else": "Zu allem anderen",
    "What would change your mind? And if you were wrong, what would we see?": (
        "Was würde Sie umstimmen? Und wenn Sie unrecht hätten, was würden wir sehen?"
    ),
    "Be ready to show it:": "Seien Sie bereit, es zu zeigen:",
    "No question is open: the map answers what could be asked:": (
        "Keine Frage ist offen: Die Karte beantwortet, was man fragen könnte:"
    ),
    "What could be asked is asked of another argument, or fits anything:": (
        "Was man fragen könnte, wird zu einem anderen Argument gefragt oder passt auf alles:"
    ),
    "Key assumptions of {=}: {}": "Wichtige Annahmen von {0}: {1}", "Key assumptions: {}": "Wichtige Annahmen: {0}",
    "Taken for granted.": "Vorausgesetzt.", "Percentages.": "Prozente.", "The rest.": "Der Rest.",
    "Each by itself turns the verdict ({n})": "Jede für sich wendet das Urteil ({0})",
    "These turn it together with others ({n})": "Diese wenden es zusammen mit anderen ({0})",
    "In no known crux, but they bear on the verdict ({n})": (
        "In keinem bekannten Angelpunkt, aber für das Urteil von Belang ({0})"
    ),
    "Ask of each": "Zu jeder zu fragen", "Carries:": "Trägt:", "Without it:": "Ohne sie:",
    "Credence:": "Zuversicht:", "It has a source:": "Hat eine Quelle:", "It is rejected:": "Ist abgelehnt:",
    "There is an argument for it:": "Es gibt ein Argument dafür:",
    "Disclosure of {=}: {}": "Offenlegung von {0}: {1}", "Motion.": "Antrag.",
    "No argument of this side on the motion itself is on this map.": (
        "Auf dieser Karte ist kein Argument dieser Seite zum Antrag selbst."
    ),
    "It came up in a round, and nothing on the map answers it ({n})": (
        "Kam in einer Runde vor, ohne Antwort auf der Karte ({0})"
    ),
    "It came up in a round, and the map has an answer ({n})": (
        "Kam in einer Runde vor, mit Antwort auf der Karte ({0})"
    ),
    "Rounds ({n})": "Runden ({0})", "Notes.": "Notizen.", "Against:": "Gegen:", "To do:": "Zu tun:",
    "the map lacks it: put it in, then answer it.": "der Karte fehlt es: erst eintragen, dann beantworten.",
    "What the sheet says": "Was auf dem Bogen steht", "Over.": "Vorbei.", "You say: {q} {=}": "Sie sagen: {0} {1}",
    "You say: {q}": "Sie sagen: {0}", "You rely on this: {q} {=}": "Sie stützen sich darauf: {0} {1}",
    "You rely on this: {q}": "Sie stützen sich darauf: {0}", "You conclude: {q}": "Sie schließen: {0}",
    "You take it for granted: {q}": "Sie setzen voraus: {0}",
    "You argue against this: {q}": "Sie sprechen dagegen: {0}",
    "You take it for granted: {q} {=}": "Sie setzen voraus: {0} {1}",
    "You argue against this: {q} {=}": "Sie sprechen dagegen: {0} {1}",
    "You conclude: {q} {=}": "Sie schließen: {0} {1}", "Your reason: {q} {=}": "Ihr Grund: {0} {1}",
    "Your reasons: {q} {=}": "Ihre Gründe: {0} {1}", "How do you know?": "Woher wissen Sie das?",
    "What is your source for that?": "Was ist Ihre Quelle dafür?",
    "By what standard is that so, and who shares it?": "Nach welchem Maßstab ist das so, und wer teilt ihn?",
    "What makes that likely, and by when would we see it?": (
        "Was macht das wahrscheinlich, und bis wann sähen wir es?"
    ),
    "Do you hold that, and on what ground?": "Vertreten Sie das, und mit welchem Grund?",
    "Does that outweigh it, or only stand beside it?": "Wiegt das mehr, oder steht es nur daneben?",
    "Could both be true?": "Könnte beides wahr sein?",
    "How does that speak against it?": "Wieso spricht das dagegen?",
    "How does that support it?": "Wieso spricht das dafür?",
    "How does that stand in the way?": "Wieso steht das im Weg?",
    "How does that make it firmer?": "Wieso macht es das fester?",
    "What would change your mind?": "Was würde Sie umstimmen?",
    "Why should we accept that, and does it hold in every case?": "Warum sollten wir das annehmen, und gilt es immer?",
    "Who defines it so?": "Wer legt das so fest?", "By what steps does that lead there?": "Über welche Schritte?",
    "What else would explain that?": "Was sonst würde das erklären?",
    "Why does that make it right, and not only welcome?": "Warum ist es deshalb richtig, und nicht nur willkommen?",
    "Is that enough to act on, and what would speak for doing it otherwise?": (
        "Genügt das zum Handeln, und was spräche dafür, es anders zu tun?"
    ),
    "Is that a reason not to do it, or to do it in another way?": (
        "Ist das ein Grund, es nicht zu tun, oder es anders zu tun?"
    ),
    "At which step on the way does that stop it?": "An welchem Schritt hält das die Sache auf?",
    "What would you expect to see if you were wrong?": "Was wäre zu sehen, wenn Sie unrecht hätten?",
    "What would we see first if you were wrong?": "Was sähen wir zuerst, wenn Sie unrecht hätten?",
    "Who sees it otherwise, and why are they wrong?": "Wer sieht das anders, und warum zu Unrecht?",
    "What would have to change for you to say the opposite?": (
        "Was müsste anders sein, damit Sie das Gegenteil sagen?"
    ),
    "Which case does that definition get wrong?": "Welchen Fall trifft diese Festlegung nicht?",
    "Suppose all of {q} holds. {=}": "Angenommen, alles aus {0} gilt: {1}",
    "Suppose all of {q} holds. Is that a reason not to do it, or to do it in another way?": (
        "Angenommen, alles aus {0} gilt: Ist das ein Grund, es nicht zu tun, oder es anders zu tun?"
    ),
    "Suppose all of {q} holds. At which step on the way does that stop it?": (
        "Angenommen, alles aus {0} gilt: An welchem Schritt hält das die Sache auf?"
    ),
    "Suppose all of {q} holds. Is that enough to act on, and what would speak for doing it otherwise?": (
        "Angenommen, alles aus {0} gilt: Genügt das zum Handeln, und was spräche dafür, es anders zu tun?"
    ),
    "You deny that {q} leads to {q} {=}": "Sie bestreiten, dass {0} zu {1} führt. {2}",
    "You deny that {q} speaks against {q} {=}": "Sie bestreiten, dass {0} gegen {1} spricht. {2}",
    "You hold that {q} leads to {q} {=}": "Sie meinen, dass {0} zu {1} führt. {2}",
    "You hold that {q} speaks against {q} {=}": "Sie meinen, dass {0} gegen {1} spricht. {2}",
    "You deny that {q} breaks the argument {q}. {=}": "Sie bestreiten, dass {0} das Argument {1} entkräftet. {2}",
    "You deny that {q} holds up the argument {q}. {=}": "Sie bestreiten, dass {0} das Argument {1} stützt. {2}",
    "You hold that {q} breaks the argument {q}. {=}": "Sie meinen, dass {0} das Argument {1} entkräftet. {2}",
    "You hold that {q} holds up the argument {q}. {=}": "Sie meinen, dass {0} das Argument {1} stützt. {2}",
    "Strength of {}:": "Stärke von {0}:", "the thesis {=}.": "die These {0}.",
    "the thesis {=} if this goes as well:": "die These {0}, wenn auch dies wegfällt:",
    "the thesis {=} if these {n} go as well:": "die These {0}, wenn auch diese {1} wegfallen:",
    "the thesis {=} if this goes as well ({n} other set would do):": (
        "die These {0}, wenn auch dies wegfällt (auch {1} andere Menge täte es):"
    ),
    "the thesis {=} if this goes as well ({n} other sets would do):": (
        "die These {0}, wenn auch dies wegfällt (auch {1} andere Mengen täten es):"
    ),
    "the thesis {=} if these {n} go as well ({n} other set would do):": (
        "die These {0}, wenn auch diese {1} wegfallen (auch {2} andere Menge täte es):"
    ),
    "the thesis {=} if these {n} go as well ({n} other sets would do):": (
        "die These {0}, wenn auch diese {1} wegfallen (auch {2} andere Mengen täten es):"
    ),
    "{=} takes {n} claims for granted, without a source and without an argument{=}": (
        "{0} setzt {1} Behauptungen voraus, ohne Quelle und ohne Argument{2}"
    ),
    "{=} takes 1 claim for granted, without a source and without an argument{=}": (
        "{0} setzt 1 Behauptung voraus, ohne Quelle und ohne Argument{1}"
    ),
    ". None of them is known to turn the verdict.": ". Von keiner ist bekannt, dass sie das Urteil wendet.",
    "; {n} of them unstated.": "; {0} davon unausgesprochen.",
    "; {n} of them unstated. None of them is known to turn the verdict.": (
        "; {0} davon unausgesprochen. Von keiner ist bekannt, dass sie das Urteil wendet."
    ),
    ".": ".",
    "{=} takes no claim for granted: there is none on this map.": (
        "{0} setzt keine Behauptung voraus: Auf dieser Karte ist keine."
    ),
    "{=} takes no claim for granted: each has a source, or an argument for it.": (
        "{0} setzt keine Behauptung voraus: Jede hat eine Quelle oder ein Argument."
    ),
    "In how many of all ways to keep or give up the other claims this one tips the verdict.": (
        "In wie vielen von allen Weisen, die anderen Behauptungen zu behalten oder aufzugeben, diese das "
        "Urteil kippt."
    ),
    (
        "In how many of all ways to keep or give up the other claims this one tips the verdict "
        "(estimated, standard error {n} at most)."
    ): (
        "In wie vielen von allen Weisen, die anderen Behauptungen zu behalten oder aufzugeben, diese das "
        "Urteil kippt (geschätzt, Standardfehler höchstens {0})."
    ),
    "Is it solid, in need of a caveat, or unsupported?": "Ist es sicher, mit Vorbehalt, oder ungestützt?",
    "Was it true once, and is it still?": "War es einmal wahr, und ist es das noch?",
    "What would make it untrue, and what would we see then?": "Was machte es unwahr, und was sähen wir dann?",
    "What would make it untrue, and would we notice?": "Was machte es unwahr, und würden wir es merken?",
    "What would we see by now if it were not going to happen?": (
        "Was sähen wir schon jetzt, wenn es nicht einträte?"
    ),
    "Which source would show it, and is there one that says otherwise?": (
        "Welche Quelle würde es zeigen, und sagt eine das Gegenteil?"
    ),
    "Who would disagree, and on what ground?": "Wer widerspräche, und mit welchem Grund?",
    "Who would weigh this otherwise, and why?": "Wer wöge das anders, und warum?",
    "Who would choose otherwise, and why?": "Wer wählte anders, und warum?",
    "Who uses the word otherwise, and what would follow then?": "Wer braucht das Wort anders, und was folgte dann?",
    "Would those who argue so say it aloud?": "Würden die, die so argumentieren, es aussprechen?",
    "Why is it believed, and how sure are we of it?": "Warum wird es geglaubt, und wie sicher sind wir?",
    "{n} cannot change the verdict, whatever else is given up:": (
        "{0} können das Urteil nicht ändern, was auch sonst aufgegeben wird:"
    ),
    "{n} already fell to an argument:": "{0} fallen schon durch ein Argument:", "{}: {=}": "{0}: {1}",
    "{n}; {=}.": "{0}; {1}.", "below {n} the thesis {=}": "unter {0} gilt: die These {1}",
    "at {n} the thesis {=}": "bei {0} gilt: die These {1}",
    "above {n} the thesis {=}": "über {0} gilt: die These {1}",
}  # fmt: skip

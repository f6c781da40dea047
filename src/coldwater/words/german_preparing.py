"""What gaps, blocks, briefs and overviews say, in German. It names no map."""

from __future__ import annotations

#: Gaps.
GAPS = {
    "Gaps of {=}: {}": "Lücken von {0}: {1}",
    "There is no {=} argument on this map, so there is nothing to answer yet.": (
        "Auf dieser Karte ist kein Argument von {0}; es gibt noch nichts zu beantworten."
    ),
    "Every {=} argument falls: there is nothing to answer.": (
        "Jedes Argument von {0} fällt: Es gibt nichts zu beantworten."
    ),
    "What {=} puts in the place of the thesis, and nothing answers ({n})": (
        "Was {0} an die Stelle der These setzt, ohne Antwort ({1})"
    ),
    "Unanswered {=} arguments ({n})": "Unbeantwortete Argumente von {0} ({1})",
    "Unanswered {=} arguments ({n}, and {n} behind them)": (
        "Unbeantwortete Argumente von {0} ({1}, und {2} dahinter)"
    ),
    "Answered, but {=} still holds them ({n})": "Beantwortet, und doch hält {0} sie noch ({1})",
    "Answered, but {=} still holds them ({n}, and {n} behind them)": (
        "Beantwortet, und doch hält {0} sie noch ({1}, und {2} dahinter)"
    ),
    "Contested: nobody has the better of it yet ({n})": "Umstritten: Noch ist niemand im Vorteil ({0})",
    "Contested: nobody has the better of it yet ({n}, and {n} behind them)": (
        "Umstritten: Noch ist niemand im Vorteil ({0}, und {1} dahinter)"
    ),
    "Unanswered, but what they serve falls already ({n})": (
        "Unbeantwortet, aber sie dienen etwas, das schon fällt ({0})"
    ),
    "Unanswered, but what they serve falls already ({n}, and {n} behind them)": (
        "Unbeantwortet, aber sie dienen etwas, das schon fällt ({0}, und {1} dahinter)"
    ),
    "{=} claims without a source ({n})": "Behauptungen von {0} ohne Quelle ({1})",
    "Unstated {=} premises that nothing defends ({n})": (
        "Unausgesprochene Prämissen von {0}, die nichts verteidigt ({1})"
    ),
    "What would turn it.": "Was es wenden würde.",
    "No answers alone would be enough to make the thesis {=}.": (
        "Keine Antworten allein würden genügen: Die These soll {0}."
    ),
    "To make the thesis {=}, answer this argument": "Damit die These {0} wird: dieses Argument beantworten",
    "To make the thesis {=}, answer this argument ({n} other choice would do as well)": (
        "Damit die These {0} wird: dieses Argument beantworten (auch {1} andere Wahl täte es)"
    ),
    "To make the thesis {=}, answer this argument ({n} other choices would do as well)": (
        "Damit die These {0} wird: dieses Argument beantworten (auch {1} andere täten es)"
    ),
    "To make the thesis {=}, answer all of these {n} arguments": (
        "Damit die These {0} wird: alle diese {1} Argumente beantworten"
    ),
    "To make the thesis {=}, answer all of these {n} arguments ({n} other choice would do as well)": (
        "Damit die These {0} wird: alle diese {1} Argumente beantworten (auch {2} andere Wahl täte es)"
    ),
    "To make the thesis {=}, answer all of these {n} arguments ({n} other choices would do as well)": (
        "Damit die These {0} wird: alle diese {1} Argumente beantworten (auch {2} andere täten es)"
    ),
    "undecided": "unentschieden", "fall": "hinfällig", "stand": "stehend", "Answer (it {=}):": "Antwort (sie {0}):",
    "Behind it:": "Dahinter:", "Of {=}, and ours as well:": "Von {0}, und auch unseres:",
    "Of {=}, answered:": "Von {0}, beantwortet:", "Of {=}, falls by itself:": "Von {0}, fällt von selbst:",
    "Ours, with a source:": "Unseres, mit Quelle:",
    "Ours, with an argument for it:": "Unseres, mit einem Argument dafür:",
}  # fmt: skip

#: Blocks.
BLOCKS = {
    "Blocks of {=}: {}": "Blöcke von {0}: {1}",
    "There is no {=} argument on this map to block.": "Auf dieser Karte ist kein Argument von {0}.",
    "Our own case, which answers none of their arguments:": (
        "Unser eigener Fall, der keines ihrer Argumente beantwortet:"
    ),
    "To do.": "Zu tun.",
    "Of the {n} arguments that still bear on the matter {n} have no answer on this map yet; each is marked.": (
        "Von den {0} Argumenten, auf die es noch ankommt, haben {1} auf dieser Karte noch keine Antwort; "
        "jedes ist markiert."
    ),
    "Of the {n} arguments that still bear on the matter {n} has no answer on this map yet; it is marked.": (
        "Von den {0} Argumenten, auf die es noch ankommt, hat {1} auf dieser Karte noch keine Antwort; es "
        "ist markiert."
    ),
    "None of the {n} arguments that still bear on the matter has an answer on this map yet; each is marked.": (
        "Keines der {0} Argumente, auf die es noch ankommt, hat auf dieser Karte schon eine Antwort; jedes "
        "ist markiert."
    ),
    "The one argument that still bears on the matter has no answer on this map yet; it is marked.": (
        "Das eine Argument, auf das es noch ankommt, hat auf dieser Karte noch keine Antwort; es ist "
        "markiert."
    ),
    "Against {q}": "Gegen {0}", "Against {q}, which falls already": "Gegen {0}, das schon fällt",
    "Against it": "Dagegen", "They argue.": "Die Gegenseite argumentiert.",
    "It cannot hold together with the thesis.": "Es verträgt sich nicht mit der These.",
    "No answer needed.": "Keine Antwort nötig.", "No answer on this map": "Keine Antwort auf dieser Karte",
    "No answer on this map.": "Keine Antwort auf dieser Karte.",
    "No direct answer on this map.": "Keine unmittelbare Antwort auf dieser Karte.",
    "What is for it falls: {q}, in a block below.": "Was dafür spricht, fällt: {0}, in einem Block weiter unten.",
    "Behind it, without an answer on this map ({n})": "Dahinter, ohne Antwort auf dieser Karte ({0})",
    "Ask:": "Fragen:", "Answers: as to {q} above": "Antworten: wie oben zu {0}",
    "Both rest on the same premises.": "Beide stützen sich auf dieselben Prämissen.",
    "Weigh it against": "Abzuwägen gegen", "Questions to ask": "Fragen an die Gegenseite",
    "To attack.": "Anzugreifen.",
    "Each premise has a source or an argument behind it: test these, or attack the step.": (
        "Hinter jeder Prämisse steht eine Quelle oder ein Argument: diese prüfen, oder den Schritt angreifen."
    ),
    "{q} has neither a source nor an argument behind it.": (
        "{0} hat weder eine Quelle noch ein Argument hinter sich."
    ),
    "{q} have neither a source nor an argument behind them.": (
        "{0} haben weder eine Quelle noch ein Argument hinter sich."
    ),
    "Answer {n}: {}": "Antwort {0}: {1}", "We answer.": "Wir antworten.",
    "We answer (it {=}):": "Wir antworten (es {0}):",
    "They will say (it {=}):": "Die Gegenseite wird sagen (es {0}):", "Then (it {=}):": "Dann (es {0}):",
    "Then:": "Dann:", "nothing on this map answers that.": "darauf antwortet auf dieser Karte nichts.",
    "It {=}. Against the step: the premises may hold, but the conclusion does not follow.": (
        "Es {0}. Gegen den Schritt: Die Prämissen mögen gelten, aber der Schluss folgt nicht."
    ),
    "It {=}. Cannot hold together with {q}.": "Es {0}. Verträgt sich nicht mit {1}.", "unanswered": "unbeantwortet",
    "answered": "beantwortet", "answered, but it stands all the same": "beantwortet, und doch steht es",
    "contested: it is undecided": "umstritten: es ist unentschieden", "it falls by itself": "es fällt von selbst",
    "AT: {}": "Gegen: {0}", "They say:": "Die Gegenseite sagt:", "Because:": "Denn:",
    "No answer on this map may be sent yet.": "Noch darf keine Antwort auf dieser Karte verschickt werden.",
    "Against {=}; {=}.": "Gegen {0}; {1}.", "Against {=}; {=}. Scheme: {}.": "Gegen {0}; {1}. Schema: {2}.",
    "It {=}. Against it.": "Es {0}. Dagegen.", "For {=}; {=}.": "Für {0}; {1}.",
    "In defence of {=}; {=}.": "Für {0}; {1}.", "For {=}; {=}. Scheme: {}.": "Für {0}; {1}. Schema: {2}.",
    "In defence of {=}; {=}. Scheme: {}.": "Für {0}; {1}. Schema: {2}.",
    "It {=}. Against the premise {q}.": "Es {0}. Gegen die Prämisse {1}.",
}  # fmt: skip

#: Briefs and overviews.
BRIEF = {
    "Crux.": "Angelpunkt.",
    "“crux” marks what holds a claim that turns the verdict if it is given up": (
        "„Angelpunkt“ steht bei dem, was eine Behauptung hält, die das Urteil wendet, wenn sie aufgegeben wird"
    ),
    "“crux of {n}” marks what holds a claim that turns the verdict if {n} others are given up too": (
        "„Angelpunkt aus {0}“ steht bei dem, was eine Behauptung hält, die das Urteil wendet, wenn auch {1} andere "
        "aufgegeben werden"
    ),
    "“crux of {n}” marks what holds a claim that turns the verdict if 1 other is given up too": (
        "„Angelpunkt aus {0}“ steht bei dem, was eine Behauptung hält, die das Urteil wendet, wenn auch 1 andere "
        "aufgegeben wird"
    ),
    "“crux of {n}”, if {n} others are given up too": "„Angelpunkt aus {0}“, wenn auch {1} andere aufgegeben werden",
    "“crux of {n}”, if 1 other is given up too": "„Angelpunkt aus {0}“, wenn auch 1 andere aufgegeben wird",
    "{=}. “against a” means that it speaks against such a claim.": (
        "{0}. „gegen einen“ heißt, dass es gegen eine solche Behauptung spricht."
    ),
    "{=}; {=}": "{0}; {1}",
    "Brief for {=}: {}": "Unterlage für {0}: {1}", "Overview: {}": "Überblick: {0}",
    "What the verdict rests on": "Worauf das Urteil ruht", "Voting issues": "Was entscheidet",
    "Our case": "Unser Fall", "What {=} will say": "Was {0} sagen wird",
    "What may be given up": "Was aufgegeben werden kann",
    "Further behind what is here:": "Weiter hinter dem, was hier steht:", "What decides": "Was entscheidet",
    "For it:": "Dafür:", "Against it:": "Dagegen:", "Unstated:": "Unausgesprochen:",
    "{n} of {n} stand.": "{0} von {1} stehen.", "{n} of {n} stands.": "{0} von {1} steht.",
    "{n} of {n} stand, {n} undecided.": "{0} von {1} stehen, {2} unentschieden.",
    "would be undecided": "wäre unentschieden", "would fall": "fiele", "would stand": "stünde",
    "together with:": "zusammen mit:", "Against the thesis:": "Gegen die These:",
    "Load says in how many of all cases the weightiest claim of an argument tips the verdict.": (
        "Die Last sagt, in wie vielen von allen Fällen die gewichtigste Behauptung eines Arguments das "
        "Urteil kippt."
    ),
    "It {=}. Load {n}.": "Es {0}. Last {1}.",
    "It {=}. {q} speaks against it. Load {n}.": "Es {0}. {1} spricht dagegen. Last {2}.",
    "It {=}. {q} speak against it. Load {n}.": "Es {0}. {1} sprechen dagegen. Last {2}.", "It {=}.": "Es {0}.",
    "It {=}. {q} speaks against it.": "Es {0}. {1} spricht dagegen.", "Because (it {=}):": "Denn (es {0}):",
    "What it serves falls already.": "Was es stützt, fällt schon.",
    "Weigh it as said above.": "Abwägen wie oben gesagt.",
    "Concessions that cost nothing": "Zugeständnisse, die nichts kosten",
    "Keep, though nothing hangs on it yet": "Behalten, obwohl noch nichts daran hängt",
    "The verdict stays as it is even if all of these are given up at once.": (
        "Das Urteil bleibt, wie es ist, auch wenn all dies zugleich aufgegeben wird."
    ),
    "The verdict stays as it is without these, but to turn it would then take more answers.": (
        "Das Urteil bleibt ohne dies, wie es ist; es zu wenden, würde dann aber mehr Antworten brauchen."
    ),
    "Turns: claims that cut both ways": "Zweischneidiges", "Against us in:": "Gegen uns in:",
    "For us in:": "Für uns in:", "Evidence": "Belege",
    "No claim of ours cites a source.": "Keine unserer Behauptungen nennt eine Quelle.", "Claim": "Behauptung",
    "Said by": "Gesagt von", "Where": "Wo", "Words": "Worte", "Positions": "Positionen", "Tags": "Stichworte",
    "Notes of the map": "Anmerkungen der Karte", "About.": "Worum es geht.", "Question:": "Frage:",
    "Pro ({n})": "Pro ({0})", "Con ({n})": "Contra ({0})", "Pro answers (it {=}):": "Pro antwortet (es {0}):",
    "Con answers (it {=}):": "Contra antwortet (es {0}):", "Pro has to answer": "Pro muss antworten auf",
    "Con has to answer": "Contra muss antworten auf",
    "{q}, to make the thesis {=}.": "{0}; dann wird die These {1}.", "it {=}.": "es {0}.",
    "it {=}, and nothing on the map answers it.": "es {0}, und nichts auf der Karte antwortet darauf.",
    "it {=}; {n} behind it.": "es {0}; {1} dahinter.",
    "it {=}, and nothing on the map answers it; {n} behind it.": (
        "es {0}, und nichts auf der Karte antwortet darauf; {1} dahinter."
    ),
    "Behind what is here, for {=}.": "Hinter dem, was hier steht, für {0}.",
    "{q}, in the brief.": "{0}, in der Unterlage.", "Against it as well.": "Auch dagegen.",
    "Defend it: if not, the thesis {=}.": "Verteidigen. Wenn nicht, dann gilt: Die These {0}.",
    "Press it: if not, the thesis {=}.": "Nachhaken. Wenn nicht, dann gilt: Die These {0}.",
    "Defend it: if one of them fails, the thesis {=}.": (
        "Verteidigen. Wenn eines nicht gilt, dann gilt: Die These {0}."
    ),
    "Press it: if one of them fails, the thesis {=}.": (
        "Nachhaken. Wenn eines nicht gilt, dann gilt: Die These {0}."
    ),
    "{q}. If not, the thesis {=}, and {=} gains.": "{0}. Wenn nicht, dann gilt: Die These {1}, und {2} gewinnt.",
    "{q}. If not, the thesis {=}, and {=} gains. {=}": (
        "{0}. Wenn nicht, dann gilt: Die These {1}, und {2} gewinnt. {3}"
    ),
    "{q} speaks against it.": "{0} spricht dagegen.", "{q} speak against it.": "{0} sprechen dagegen.",
    "{q} speaks against it. Load {n}.": "{0} spricht dagegen. Last {1}.",
    "{q} speak against it. Load {n}.": "{0} sprechen dagegen. Last {1}.", "Load {n}.": "Last {0}.",
    "{q} answers {q}, on which it rests.": "{0} antwortet auf {1}, worauf es ruht.", "{=}, {=}.": "{0}, {1}.",
    "{n} of {n} stand": "{0} von {1} stehen", "{n} of {n} stands": "{0} von {1} steht",
    "{n} of {n} stand (force {n})": "{0} von {1} stehen (Kraft {2})",
    "{n} of {n} stands (force {n})": "{0} von {1} steht (Kraft {2})",
    "{n} of {n} stand (force {n} at most)": "{0} von {1} stehen (Kraft höchstens {2})",
    "{n} of {n} stands (force {n} at most)": "{0} von {1} steht (Kraft höchstens {2})",
    "{n} undecided": "{0} unentschieden",
    "{n} undecided (force {n} at most)": "{0} unentschieden (Kraft höchstens {1})",
    "{n} falls to {=}": "{0} fällt durch {1}", "{n} fall to {=}": "{0} fallen durch {1}",
    "a premise that falls": "eine Prämisse, die fällt", "an undercut": "einen Angriff auf den Schritt",
    "being set aside": "Beiseitesetzung", "lack of support": "fehlende Stützung",
    "{n} is refuted in turn": "{0} wird selbst widerlegt", "{n} are refuted in turn": "{0} werden selbst widerlegt",
    "{=}, {=}": "{0}, {1}", "{=}.": "{0}.",
    "{n} premise that nobody states and nothing supports: {}; without it the verdict is the same.": (
        "{0} Prämisse, die niemand ausspricht und nichts stützt: {1}; ohne sie ist das Urteil dasselbe."
    ),
    "{n} premises that nobody states and nothing supports: {}; without them the verdict is the same.": (
        "{0} Prämissen, die niemand ausspricht und nichts stützt: {1}; ohne sie ist das Urteil dasselbe."
    ),
    "{n} premise that nobody states and nothing supports: {}; without it {=}.": (
        "{0} Prämisse, die niemand ausspricht und nichts stützt: {1}; ohne sie {2}."
    ),
    "{n} premises that nobody states and nothing supports: {}; without them {=}.": (
        "{0} Prämissen, die niemand ausspricht und nichts stützt: {1}; ohne sie {2}."
    ),
    "this would stand": "stünde die These", "this would fall": "fiele die These",
    "this would be undecided": "wäre die These unentschieden", "no verdict was found": "wurde kein Urteil gefunden",
    "{=}; without any one of them alone the verdict is another already": (
        "{0}; ohne eine einzige davon ist das Urteil schon ein anderes"
    ),
    "Standards:": "Beweismaße:", "Standard of proof:": "Beweismaß:", "{=} would let it stand": "bei {0} stünde sie",
    "{=} would let it fall": "bei {0} fiele sie",
    "{=} would leave it undecided": "bei {0} bliebe sie unentschieden", "{=}; {=}.": "{0}; {1}.",
    "{=} and {=}": "{0} und {1}",
    "{}, and {n} behind it: {=} (on the map it {=}).": "{0}, und {1} dahinter: {2} (auf der Karte gilt: es {3}).",
    "{}: {=} (on the map it {=}).": "{0}: {1} (auf der Karte gilt: es {2}).",
    "{}, against {q}: {=} (on the map our answer {=}).": (
        "{0}, gegen {1}: {2} (auf der Karte gilt: unsere Antwort {3})."
    ),
    "{} bears load all the same: it tips the verdict, but only where other claims have been given up too.": (
        "{0} trägt trotzdem Last: Es kippt das Urteil, aber nur, wo auch andere Behauptungen aufgegeben sind."
    ),
    "{} bear load all the same: they tip the verdict, but only where other claims have been given up too.": (
        "{0} tragen trotzdem Last: Sie kippen das Urteil, aber nur, wo auch andere Behauptungen aufgegeben "
        "sind."
    ),
    "{} bears load all the same: it tips the verdict.": "{0} trägt trotzdem Last: Es kippt das Urteil.",
    "{} bear load all the same: they tip the verdict.": "{0} tragen trotzdem Last: Sie kippen das Urteil.",
    "Does this hold?": "Gilt dies?", "Do all of these hold?": "Gelten sie alle?",
    "Does at least one of these {n} hold?": "Gilt wenigstens eines dieser {0}?",
}  # fmt: skip

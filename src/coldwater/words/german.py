"""What coldwater says itself, in German. It names no map."""

from __future__ import annotations

from coldwater.words.german_page import PAGE_WORDS
from coldwater.words.wording import Words

WORDS = Words(
    tag="de", page=PAGE_WORDS,
    sort="ARGUMENTKARTE",
    sort_judged="ARGUMENTKARTE MIT URTEILEN",
    all_claims="ARGUMENTKARTE · ALLE AUSSAGEN", all_arguments="ARGUMENTKARTE · ALLE ARGUMENTE",
    pro="DAFÜR", con="DAGEGEN", thesis_head="THESE", rival_head="ANDERE ANTWORT",
    nothing="Hier spricht nichts dafür oder dagegen.", missing="keine solche Aussage: {names}",
    on_no_thesis="Was an keiner These hängt", see_there="siehe dort", further_on="weiter unten", on="Zu: {what}",
    key={
        "supports": "dafür", "attacks": "dagegen", "undercuts": "gegen den Schluss, nicht gegen eine Prämisse",
        "backs": "für den Schluss", "linked": "nur zusammen", "implicit": "unausgesprochen",
        "again": "noch einmal gebraucht: siehe dort", "bars": "ein Balken: ein Argument dahinter",
        "dashed": "gestrichelt: fällt", "asked": "?: offen", "hollow": "hohl: fällt",
    },
    untitled={
        "supports": "Argument dafür", "attacks": "Argument dagegen", "undercuts": "Gegen den Schluss",
        "backs": "Für den Schluss",
    },
    behind=("{count} Argument dahinter", "{count} Argumente dahinter"), against_some=", {count} davon dagegen",
    against_all=(", dagegen", ", alle dagegen"),
    more=("und {count} weiteres Argument", "und {count} weitere Argumente"),
    more_theses="{count} weitere Thesen werden nicht gezeigt.", quoted="„{text}“",
    folded=("{count} Argument ist nur gezählt: +n.", "{count} Argumente sind nur gezählt: +n."),
    apart=("Nicht gezeigt, weil ohne These: {what}.",) * 2,
    claims=("{count} Aussage", "{count} Aussagen"), arguments=("{count} Argument", "{count} Argumente"),
    whole="Die ganze Karte: {what}.", verdicts={"in": "steht", "out": "fällt", "undecided": "offen"},
    reasons={
        "granted": "zugestanden", "grounded": "hat einen eigenen Grund",
        "supported": "Gründe dafür stehen, und nichts dagegen",
        "outweighs": "was dafür spricht, genügt gegen das, was dagegen spricht",
        "stands": "die Prämissen stehen, und der Schluss hält", "refuted": "etwas dagegen steht, und nichts dafür",
        "outweighed": "was dafür spricht, genügt nicht gegen das, was dagegen spricht",
        "unsupported": "braucht Stützung, und kein Argument dafür steht", "set-aside": "verworfen",
        "premise-out": "eine Prämisse fällt", "undercut": "der Schluss ist entkräftet",
        "tied": "Gründe auf beiden Seiten stehen, und die Karte sagt nicht, welche mehr wiegen",
        "open": "als offen bezeichnet, und nichts entscheidet es", "depends": "hängt von Offenem ab",
    },
    circumstances="Semantik: {semantics}. Beweismaß: {standard}.", accepted="angenommen von",
    rejected="abgelehnt von", argument="Argument {title}, {doing} {about}",
    doing={"supports": "stützt", "attacks": "bestreitet", "undercuts": "entkräftet", "backs": "bekräftigt"},
    premise="Prämisse", unstated_premise="Unausgesprochene Prämisse", claim="Aussage", thesis="These",
    rival="Andere Antwort", used_again="Noch einmal gebraucht", answers=" (Antwort auf: {question})",
    verdict="; Urteil: {word}, denn: {reason}", decisive="; mitentscheidend für die These",
    tried="; ausprobiert, anders als die Karte sagt", separator=".",
    to_page="Seite {page}", to_pages="Seiten {first}–{last}", from_page="von Seite {page}",
    page_of="Seite {page} von {count}", overview="Übersicht", and_more="und {count} weitere",
)  # fmt: skip

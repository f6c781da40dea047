"""What coldwater says itself, in French. It names no map."""

from __future__ import annotations

from coldwater.words.french_page import PAGE_WORDS
from coldwater.words.wording import Words

WORDS = Words(
    tag="fr", page=PAGE_WORDS,
    sort="CARTE D’ARGUMENTS",
    sort_judged="CARTE D’ARGUMENTS AVEC VERDICTS",
    all_claims="CARTE D’ARGUMENTS · TOUTES LES AFFIRMATIONS",
    all_arguments="CARTE D’ARGUMENTS · TOUS LES ARGUMENTS", pro="POUR", con="CONTRE", thesis_head="THÈSE",
    rival_head="AUTRE RÉPONSE", nothing="Rien ici ne plaide pour ou contre.",
    missing="affirmation absente : {names}",
    on_no_thesis="Ce qui n’est relié à aucune thèse", see_there="s’y reporter",
    further_on="plus loin", on="Sur : {what}",
    key={
        "supports": "pour", "attacks": "contre", "undercuts": "contre l’inférence, non contre une prémisse",
        "backs": "pour l’inférence", "linked": "nécessaires ensemble", "implicit": "implicite",
        "again": "repris : s’y reporter", "bars": "une barre : un argument derrière", "dashed": "en tirets : tombe",
        "asked": "? : indécis", "hollow": "creux : tombe",
    },
    untitled={
        "supports": "Argument pour", "attacks": "Argument contre", "undercuts": "Contre l’inférence",
        "backs": "Pour l’inférence",
    },
    behind=("{count} argument derrière", "{count} arguments derrière"), against_some=", dont {count} contre",
    against_all=(", contre", ", tous contre"), more=("et {count} autre argument", "et {count} autres arguments"),
    more_theses="{count} autres thèses ne sont pas montrées.", quoted="«\u202f{text}\u202f»",
    folded=("{count} argument est seulement compté : +n.", "{count} arguments sont seulement comptés : +n."),
    apart=("Sans lien avec une thèse, non montré : {what}.", "Sans lien avec une thèse, non montrés : {what}."),
    claims=("{count} affirmation", "{count} affirmations"), arguments=("{count} argument", "{count} arguments"),
    whole="La carte entière : {what}.", verdicts={"in": "tient", "out": "tombe", "undecided": "indécis"},
    reasons={
        "granted": "accordé", "grounded": "a un fondement propre",
        "supported": "des raisons pour tiennent, et aucune contre",
        "outweighs": "ce qui plaide pour suffit face à ce qui plaide contre",
        "stands": "les prémisses tiennent, l’inférence aussi", "refuted": "un argument contre tient, et aucun pour",
        "outweighed": "ce qui plaide pour ne suffit pas face à ce qui plaide contre",
        "unsupported": "il faut un appui, et aucun argument pour ne tient", "set-aside": "écarté",
        "premise-out": "une prémisse tombe", "undercut": "l’inférence est sapée",
        "tied": "des raisons tiennent des deux côtés, et la carte ne dit pas lesquelles pèsent plus",
        "open": "laissé ouvert, et rien ne tranche", "depends": "dépend de ce qui est indécis",
    },
    circumstances="Sémantique : {semantics}. Standard de preuve : {standard}.", accepted="accepté par",
    rejected="rejeté par", argument="Argument {title}, {doing} {about}",
    doing={"supports": "appuie", "attacks": "attaque", "undercuts": "sape", "backs": "conforte"},
    premise="Prémisse", unstated_premise="Prémisse implicite", claim="Affirmation", thesis="Thèse",
    rival="Autre réponse", used_again="Repris", answers=" (répond à : {question})",
    verdict=" ; verdict : {word}, car : {reason}", decisive=" ; contribue à décider de la thèse",
    tried=" ; mis à l’essai, autrement que la carte", separator="\u202f",
    to_page="page {page}", to_pages="pages {first}–{last}", from_page="de la page {page}",
    page_of="Page {page} sur {count}", overview="Vue d’ensemble", and_more="et {count} autres",
)  # fmt: skip

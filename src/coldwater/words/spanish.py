"""What coldwater says itself, in Spanish. It names no map."""

from __future__ import annotations

from coldwater.words.spanish_page import PAGE_WORDS
from coldwater.words.wording import Words

WORDS = Words(
    tag="es", page=PAGE_WORDS,
    sort="MAPA DE ARGUMENTOS",
    sort_judged="MAPA DE ARGUMENTOS CON VEREDICTOS",
    all_claims="MAPA DE ARGUMENTOS · TODAS LAS AFIRMACIONES",
    all_arguments="MAPA DE ARGUMENTOS · TODOS LOS ARGUMENTOS", pro="A FAVOR", con="EN CONTRA", thesis_head="TESIS",
    rival_head="OTRA RESPUESTA", nothing="Aquí no hay nada a favor ni en contra.",
    missing="no hay tal afirmación: {names}", on_no_thesis="Lo que no depende de ninguna tesis",
    see_there="véase allí", further_on="más abajo", on="Sobre: {what}",
    key={
        "supports": "a favor", "attacks": "en contra", "undercuts": "contra la inferencia, no contra una premisa",
        "backs": "a favor de la inferencia", "linked": "solo juntas", "implicit": "implícito",
        "again": "usado de nuevo: véase allí", "bars": "una barra: un argumento detrás", "dashed": "a trazos: cae",
        "asked": "?: sin decidir", "hollow": "hueco: cae",
    },
    untitled={
        "supports": "Argumento a favor", "attacks": "Argumento en contra", "undercuts": "Contra la inferencia",
        "backs": "A favor de la inferencia",
    },
    behind=("{count} argumento detrás", "{count} argumentos detrás"), against_some=", {count} en contra",
    against_all=(", en contra", ", todos en contra"), more=("y {count} argumento más", "y {count} argumentos más"),
    more_theses="No se muestran {count} tesis más.", quoted="«{text}»",
    folded=("{count} argumento solo se cuenta: +n.", "{count} argumentos solo se cuentan: +n."),
    apart=("No se muestra, por no depender de ninguna tesis: {what}.",) * 2,
    claims=("{count} afirmación", "{count} afirmaciones"), arguments=("{count} argumento", "{count} argumentos"),
    whole="El mapa entero: {what}.", verdicts={"in": "se sostiene", "out": "cae", "undecided": "sin decidir"},
    reasons={
        "granted": "se concede", "grounded": "tiene fundamento propio",
        "supported": "hay razones a favor que se sostienen, y ninguna en contra",
        "outweighs": "lo que hay a favor basta frente a lo que hay en contra",
        "stands": "sus premisas se sostienen y la inferencia también",
        "refuted": "algo en contra se sostiene, y nada a favor",
        "outweighed": "lo que hay a favor no basta frente a lo que hay en contra",
        "unsupported": "necesita apoyo, y ningún argumento a favor se sostiene", "set-aside": "se rechaza",
        "premise-out": "cae una premisa", "undercut": "la inferencia queda socavada",
        "tied": "se sostienen razones de ambos lados, y el mapa no dice cuáles pesan más",
        "open": "queda abierto, y nada lo decide", "depends": "depende de lo que está sin decidir",
    },
    circumstances="Semántica: {semantics}. Estándar de prueba: {standard}.", accepted="aceptado por",
    rejected="rechazado por", argument="Argumento {title}, {doing} {about}",
    doing={"supports": "apoya", "attacks": "ataca", "undercuts": "socava", "backs": "respalda"}, premise="Premisa",
    unstated_premise="Premisa implícita", claim="Afirmación", thesis="Tesis", rival="Otra respuesta",
    used_again="Usado de nuevo", answers=" (responde a: {question})",
    verdict="; veredicto: {word}, porque: {reason}", decisive="; contribuye a decidir la tesis",
    tried="; a prueba, distinto de lo que dice el mapa", separator=".",
    to_page="página {page}", to_pages="páginas {first}–{last}", from_page="de la página {page}",
    page_of="Página {page} de {count}", overview="Vista general", and_more="y {count} más",
)  # fmt: skip

"""What coldwater says itself, in Russian. It names no map."""

from __future__ import annotations

from coldwater.words.russian_page import PAGE_WORDS
from coldwater.words.wording import Words

WORDS = Words(
    tag="ru", page=PAGE_WORDS,
    sort="КАРТА АРГУМЕНТОВ",
    sort_judged="КАРТА АРГУМЕНТОВ С ВЕРДИКТАМИ",
    all_claims="КАРТА АРГУМЕНТОВ · ВСЕ УТВЕРЖДЕНИЯ",
    all_arguments="КАРТА АРГУМЕНТОВ · ВСЕ АРГУМЕНТЫ", pro="ЗА", con="ПРОТИВ", thesis_head="ТЕЗИС",
    rival_head="ДРУГОЙ ОТВЕТ", nothing="Здесь нет ничего ни за, ни против.", missing="нет такого утверждения: {names}",
    on_no_thesis="Что не связано ни с одним тезисом", see_there="см. там", further_on="ниже", on="К чему: {what}",
    key={
        "supports": "за", "attacks": "против", "undercuts": "против вывода, а не посылки", "backs": "за вывод",
        "linked": "нужны вместе", "implicit": "не высказано", "again": "встречается снова: см. там",
        "bars": "полоска: аргумент за ним", "dashed": "пунктир: отпадает", "asked": "?: не решено",
        "hollow": "пустая: отпадает",
    },
    untitled={
        "supports": "Аргумент за", "attacks": "Аргумент против", "undercuts": "Против вывода", "backs": "За вывод",
    },
    behind=("Аргументов за ним: {count}",) * 2, against_some=", из них против: {count}",
    against_all=(", против", ", все против"), more=("и ещё аргументов: {count}",) * 2,
    more_theses="Не показано тезисов: {count}.", quoted="«{text}»",
    folded=("Только сосчитано аргументов: {count} (+n).",) * 2,
    apart=("Не показано, так как не связано с тезисом: {what}.",) * 2, claims=("утверждений: {count}",) * 2,
    arguments=("аргументов: {count}",) * 2, whole="Вся карта: {what}.",
    verdicts={"in": "держится", "out": "отпадает", "undecided": "не решено"},
    reasons={
        "granted": "принято без спора", "grounded": "имеет собственное основание",
        "supported": "доводы за держатся, против не держится ничего",
        "outweighs": "доводов за достаточно против доводов против",
        "stands": "посылки держатся, и вывод верен", "refuted": "что-то против держится, а за — ничего",
        "outweighed": "доводов за недостаточно против доводов против",
        "unsupported": "нужна опора, а ни один аргумент за не держится", "set-aside": "отвергнуто",
        "premise-out": "одна из посылок отпадает", "undercut": "вывод подорван",
        "tied": "держатся доводы с обеих сторон, и карта не говорит, какие весомее",
        "open": "оставлено открытым, и ничто этого не решает", "depends": "зависит от нерешённого",
    },
    circumstances="Семантика: {semantics}. Стандарт доказывания: {standard}.", accepted="принимают",
    rejected="отвергают", argument="Аргумент {title}, {doing} {about}",
    doing={"supports": "поддерживает", "attacks": "оспаривает", "undercuts": "подрывает", "backs": "подкрепляет"},
    premise="Посылка", unstated_premise="Невысказанная посылка", claim="Утверждение", thesis="Тезис",
    rival="Другой ответ", used_again="Встречается снова", answers=" (ответ на: {question})",
    verdict="; вердикт: {word} ({reason})", decisive="; участвует в решении о тезисе",
    tried="; для пробы, иначе, чем на карте", separator="\u00a0",
    to_page="стр. {page}", to_pages="стр. {first}–{last}", from_page="со стр. {page}",
    page_of="Стр. {page} из {count}", overview="Обзор", and_more="и ещё {count}",
)  # fmt: skip

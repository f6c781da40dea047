"""Texts as debaters and analysts write them, in several languages, and the marks that they put into them.

``wild_text`` gives a text for a place (a sentence, title, name, tag, question or locator) with zero to three marks that
mean something to YAML: commas, hashes, colons, quotes, brackets, digits, signs at the beginning. It knows no YAML.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from random import Random

#: By language: whole sentences, as they stand in claims, notes and quotes.
SENTENCES = {
    "en": [
        "The main girder is cracked.",
        "A town that cannot pay its teachers should not build a stadium.",
        "Voters punish parties that raise fares before an election",
        "Sanctions work slowly, if they work at all.",
        "Most commuters would switch to the tram once it runs every five minutes.",
        "The ministry's own figures show a rise of 4.2 percent.",
        "Nobody knows what the second phase will cost, least of all the council.",
        "It isn't the speed that kills, it's the difference in speed.",
        "Three of the last five forecasts were wrong, and all in the same direction.",
        "Rents fell in Leeds, Hull and York but rose in London.",
        "We hold these truths to be self-evident; few others do.",
        "What the survey measured was trust (not turnout).",
        "The treaty says nothing about cyberspace or undersea cables",
        "A smaller navy is not, by itself, a weaker one.",
        "The dam would hold back water from 40 villages - and from two cities.",
        "Either the alliance deters or it provokes; it can't do both at once.",
    ],
    "de": [
        "Die Brücke trägt höchstens noch 30 Tonnen.",
        "Wer früher schläft, lernt besser.",
        "Das Ifo-Institut rechnet mit 1,5 Prozent Wachstum.",
        "Ein Tempolimit spart Sprit, senkt den Lärm und kostet fast nichts.",
        "Die Stadt hat kein Geld für beides",
        "Nach Ansicht des Gerichts war die Frist versäumt, der Antrag also unzulässig.",
        "Zwei Drittel der Befragten finden den Vorschlag „eher gut“.",
        "Im Jahr 2024 fehlten 2,3 Milliarden Euro.",
    ],
    "fr": [
        "La ville n'a pas les moyens d'entretenir deux stades.",
        "Le pont doit être reconstruit, quel qu'en soit le coût.",
        "Les loyers ont augmenté de 3,4 % en un an.",
        "Selon le rapport, « la poutre principale est fissurée ».",
        "Personne ne sait ce que coûtera la deuxième phase",
        "L'Europe a besoin d'une défense commune, et vite !",
    ],
    "es": [
        "El puente no aguanta otro invierno.",
        "La tasa de paro bajó al 11,2 por ciento.",
        "Los jóvenes votan menos, pero protestan más.",
        "No hay dinero para las dos cosas",
        "La encuesta mide la confianza, no la participación.",
    ],
    "zh": [
        "这座桥必须重建。",
        "大多数市民支持新的地铁线路，但不愿意为此多交税。",
        "报告指出：主梁已经开裂。",
        "经济增长放缓，失业率上升，政府却没有对策。",
        "两国关系并不像外界所说的那样“牢不可破”",
    ],
    "ja": ["橋は建て直すべきだ。", "多くの住民は、新しい路線に賛成している。", "予算は足りない（少なくとも今年は）。"],
    "ru": [
        "Мост нужно строить заново.",
        "Санкции действуют медленно, если вообще действуют.",
        "По данным опроса, 62 процента жителей против.",
        "Никто не знает, сколько будет стоить вторая очередь",
        "Это не дешевле, а дороже на 1,5 миллиона рублей.",
    ],
    "ar": [
        "يجب إعادة بناء الجسر.",
        "العقوبات تعمل ببطء، إن عملت أصلا.",
        "لا أحد يعرف كم ستكلف المرحلة الثانية",
    ],
    "he": ["צריך לבנות את הגשר מחדש.", "אין לעירייה כסף לשני הדברים"],
    "tr": ["Köprü yeniden yapılmalı.", "Belediyenin iki iş için parası yok"],
    "pl": ["Most trzeba zbudować od nowa.", "Miasta nie stać na dwa stadiony, a tym bardziej na trzy."],
}
TITLES = [
    "Unsafe girder", "Who pays?", "Trial week", "Book money", "The cost of delay", "Lessons from Genoa",
    "Tempolimit und Lärm", "Kein Geld", "Le coût du pont", "Quién paga", "安全第一", "成本问题", "Цена вопроса",
    "من يدفع", "Deterrence, or provocation", "Bridge survey 2025", "Annual report of the port authority",
    "Jahresgutachten 2024/25", "Rapport d'activité 2024", "Should the bridge be rebuilt?",
    "¿Hay que reconstruir el puente?", "桥梁调查报告", "No new stadium!", "Doit-on reconstruire le pont ?",
    "Q3 results", "C and C++ in practice",
]  # fmt: skip
NAMES = [
    "City Engineer", "World Bank", "Bundesministerium für Verkehr", "Ministère de l'Économie", "新华社",
    "Министерство финансов", "O'Neill", "Müller & Söhne", "Procter & Gamble", "Ana María López",
    "Jean-Luc Picard", "50 Cent", "Yahoo!", "OECD/IEA", "Statistisches Bundesamt", "Port Authority (engineering)",
    "王伟", "صندوق النقد الدولي", "Deutsche Bahn AG", "Van der Berg", "Nature (news desk)", "will.i.am",
    "Lane Kenworthy",
]  # fmt: skip
#: Names that begin with what YAML takes for syntax, or hold it; there are such.
ODD_NAMES = [
    "'t Hooft", "@realDonaldTrump", "*NSYNC", "!!!", "#MeToo Foundation", "? and the Mysterians", "&samhoud",
    "Brookings: Global Economy", "Reuters #2 desk", "`fsociety`", "[a consultancy] for the port", "Null",
    "1984 Society", "Smith, Jones & Co.", "Martin Luther King, Jr.", "Destatis: Preise", "% Arabica",
    "'s-Hertogenbosch council", '"Weird Al" Yankovic', "{ecosystem} Labs", "> Studio",
]  # fmt: skip
QUESTIONS = [
    "Is the expert biased?", "Who says so?", "Is the sample large enough?", "Quelles sont les preuves ?",
    "Gibt es Ausnahmen?", "样本够大吗？", "¿Hay otra causa?", "follows", "other means",
]  # fmt: skip
TAGS = [
    "growth", "jobs", "public money", "Verkehr", "coût", "安全", "экономика", "ميزانية", "round two",
    "needs a source", "cross-ex", "weak", "2nd reading", "R&D", "on hold", "y", "no", "COVID-19",
]  # fmt: skip
ODD_TAGS = [
    "#climate", "#MeToo", "2026", "1.10", "012", "true", "null", "1e3", "todo: source", "round: 2", "@anna", "*",
    "!", "!important", "* weak", "? check", "& more", "10% rule", "> 50%", "%", "2,100 jobs", "1,5 Prozent",
    "[sic] again", "~", "- later", "Ja, aber", "pro & con", "No. #3", "C#", "Q&A: first round", "0x1f", "=",
    "| rest", "-", "?", ".5",
]  # fmt: skip
LOCATORS = [
    "p. 4", "block 7", "table 2", "annex A", "§ 12 Abs. 3", "S. 17", "chap. 3", "第4页", "с. 12", "blocks 7-9",
    "fol. 3r",
]  # fmt: skip
ODD_LOCATORS = [
    "4", "pp. 4, 7", "p. 4: second table", "#4", "table #2", "p. 4, note 3", "12:30", "Art. 3, Abs. 2", "1.10",
    "p. 4 [sic]", "* footnote", "'Summary', p. 2", '"Outlook" section', "4,5", "no. 7: annex", "§ 3 : annexe",
    "[3] note 2", "col. 4 # 2", "007", "p. 4 (bottom), p. 5 (top)", "ch. 2: 'Costs', p. 9", "@ 12:30", "> p. 4",
]  # fmt: skip
#: What stands before a sentence and is YAML's syntax there. The issue names each of them.
LEADS = [
    "[sic] ", "[...] ", "[…] ", "[Translated] ", "{…} ", "{unclear} ", "* ", "*", "& ", "&c. ", "! ", "!", "% ",
    "%", "@ ", "@mayor ", "` ", "`", "> ", ">", "| ", "|", "- ", "? ", ": ", "#1 ", "#MeToo ", "'Tis said that ",
    "'tis so. ", "'Twas ever thus. ", "'90s data apply. ", '"No cars" means this. ', '"Well" is vague. ',
    "'Fair' is what it is not. ", "'Fair', as the mayor says, ", '"Open", they say, ', ", ", "] ", "} ", "!!! ",
    "** ", "&copy ", "--- ", "=> ", "~ ", "... ", "§ 4 ", "“No cars” means this. ", "„Nein“ heißt nein. ",
    "« Non » veut dire non. ", "¿Quién paga? ", "¡Basta! ", "(sic) ", "<b> ", "$5 ", "-5 percent. ",
    "+3 points. ", "“", "* * ", ">= 50 percent agree. ", ">50 percent agree. ", "100: ", "1. ", "a) ", "- - ",
    "?!", ":-) ", "::", "!good ", "%20 ", "@", "_", "\\", "/", "^", "„", "‚", "–", "—", "•",
]  # fmt: skip
#: What is put between two words.
INSERTS = [
    " #1", " #12", " #MeToo", " # 3", " (#4)", " C#", " [sic]", " [see fig. 2, p. 4]", " (see p. 4, note 3)",
    " {a, b}", " 2,100", " 1,5", " 2.300,50", " 10,000,000", " 12:30", " 3:1", " https://example.org/a?b=c#d",
    " R&D", " *all*", " `x: y`", " “so-called”", ' "so-called"', " 'so-called'", " „sogenannt“", " « dit »",
    ' "cars, bikes and trams"', " 50 %", " @anna", " |", " >", " &", " -", " - ", " ?", " !", " 5'10\"", ' 6"',
    " C:\\temp", " \\n", " ~", " 'em", " // ", " a/b", " №3", " 「はい」", " 😀", " €5", " -- ", " <br>", " x=1",
    " …", " ·",
]  # fmt: skip
#: What joins a sentence to another one.
JOINS = [
    ": ", " : ", ", ", " - ", " -- ", " — ", "; ", ". ", ", kind and cruel: ", ", note that ", ", and this: ",
    ": first, ", " (that is: ", ",", " : « oui », ", ': "yes", ', ": 'yes', ", "：", "，", "؛ ", "، ", ", text: ",
    ", note: ", ", kind ", ", in short: ", " #2: ", " # ", ", 2,100 jobs, ", ", 50 %, ", ". NB: ", ", Wien: ",
    " => ", ", supports ", ", x: ",
]  # fmt: skip
TAILS = [
    ":", " :", " #1", " (#3)", ", etc.", "?", "!", " [sic]", " {sic}", ", no?", " (1,5)", " #", "…", ",", " *",
    " - so", ": no",
]  # fmt: skip

_WORDS = re.compile(r"(?<=\w) (?=\w)")


def wild_text(kind: str, random: Random) -> str:
    """Give a text for a place of a kind, such as sentence, title or tag: with single blanks, and none at its ends."""
    odd = _ODD.get(kind)
    if odd is not None and random.random() < 0.5:
        return random.choice(odd)
    pool = SENTENCES[random.choice(["en", "en", "en", *SENTENCES])]
    text = random.choice(_PLAIN.get(kind, pool))
    for _ in range(random.choice((0, 1, 1, 1, 2, 2, 3) if kind == "sentence" else (0, 1, 1, 1))):
        text = random.choice(_MARKS)(text, pool, random)
    return " ".join(text.split())


def tame_text(kind: str, number: int) -> str:
    """Give a text that needs no quotes anywhere, another one for each number."""
    names = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    spelt = " ".join(names[int(digit)] for digit in str(number))
    of_kind = {"tag": f"tag {spelt}", "name": f"Bureau {spelt}", "locator": f"p. {number}"}
    return of_kind.get(kind, f"Statement {spelt} holds")


def _led(text: str, _: Sequence[str], random: Random) -> str:
    return random.choice(LEADS) + text


def _inserted(text: str, _: Sequence[str], random: Random) -> str:
    gaps = [match.start() for match in _WORDS.finditer(text)] or [len(text)]
    place = random.choice(gaps)
    return text[:place] + random.choice(INSERTS) + text[place:]


def _joined(text: str, pool: Sequence[str], random: Random) -> str:
    """Put another sentence of the same language behind a text."""
    return text.rstrip(".") + random.choice(JOINS) + random.choice(pool)


def _tailed(text: str, _: Sequence[str], random: Random) -> str:
    return text + random.choice(TAILS)


def _quoted_word(text: str, _: Sequence[str], random: Random) -> str:
    """Put a word, or some, into quotation marks or brackets: also the first or the last."""
    words = text.split(" ")
    first = random.randrange(len(words))
    last = min(len(words), first + random.choice((1, 1, 2, 3)))
    left, right = random.choice(('""', "''", "“”", "„“", "‘’", "«»", "「」", "()", "**", "``", "[]", "{}"))
    return " ".join([*words[:first], left + " ".join(words[first:last]) + right, *words[last:]])


def _colon_after_word(text: str, _: Sequence[str], random: Random) -> str:
    words = text.split(" ")
    place = random.randrange(min(3, len(words)))
    return " ".join([*words[:place], words[place] + random.choice((":", " :", ":", ",")), *words[place + 1 :]])


_PLAIN: Mapping[str, Sequence[str]] = {
    "title": TITLES,
    "name": NAMES,
    "tag": TAGS,
    "locator": LOCATORS,
    "question": QUESTIONS,
}
_ODD: Mapping[str, Sequence[str]] = {"name": ODD_NAMES, "tag": ODD_TAGS, "locator": ODD_LOCATORS}
_MARKS: Sequence[Callable[[str, Sequence[str], Random], str]] = (
    _led, _led, _inserted, _inserted, _joined, _joined, _tailed, _quoted_word, _colon_after_word
)  # fmt: skip

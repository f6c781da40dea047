"""Which languages there are words in, and the words of one. A language is loaded when it is asked for."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from coldwater.errors import UsageError
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from coldwater.words.wording import Words

#: The module of each language, by the first part of its tag.
LANGUAGES = {
    "en": "", "de": "german", "fr": "french", "es": "spanish", "ru": "russian", "zh": "chinese", "ar": "arabic",
}  # fmt: skip
#: Languages that are written from right to left, by the first part of their tags.
_FROM_THE_RIGHT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"})


def words_for(language: str | Words | None) -> Words:
    """Give the words of a language by its tag; English for one that has none here. Words are given as they are.

    >>> words_for("de-AT").pro, words_for("it").pro, words_for(None).pro
    ('DAFÜR', 'FOR', 'FOR')
    """
    return _words(primary(language)) if language is None or isinstance(language, str) else language


def refuse_unknown(language: str) -> None:
    """Raise UsageError for a language that was asked for and has no words here.

    >>> refuse_unknown("pt")
    Traceback (most recent call last):
    coldwater.errors.UsageError: no words in 'pt'; there are words in en, de, fr, es, ru, zh, ar
    """
    if primary(language) not in LANGUAGES:
        raise UsageError(f"no words in {language!r}; there are words in {', '.join(LANGUAGES)}")


def primary(language: str | None) -> str:
    """Give the first part of a language's tag; "en" for none.

    >>> primary("de-AT"), primary("zh_Hant"), primary(None)
    ('de', 'zh', 'en')
    """
    return (language or "en").lower().replace("_", "-").partition("-")[0]


def is_from_the_right(language: str | None) -> bool:
    """Tell whether a language is written from right to left, going by its tag.

    >>> is_from_the_right("he-IL"), is_from_the_right("en"), is_from_the_right(None)
    (True, False, False)
    """
    return primary(language) in _FROM_THE_RIGHT


@cache
def _words(tag: str) -> Words:
    module = LANGUAGES.get(tag)
    if not module:
        return ENGLISH
    words: Words = import_module(f"coldwater.words.{module}").WORDS
    return words

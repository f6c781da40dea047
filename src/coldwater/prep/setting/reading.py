"""What a setter must know of texts: which way they run, in what language they are, how much room they need."""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from coldwater.prep.setting.page import Table

#: Our own words are English; so is a page whose map does not say its language.
OURS = "en"
_ON_LETTER = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "CR"})
_SCRIPTS = dict.fromkeys(("zh", "ja", "ko", "yue"), "east-asian") | dict.fromkeys(
    ("ar", "he", "fa", "ur", "yi", "ps", "ckb", "ug", "dv", "sd"), "right-to-left"
)
_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")


def language_tag(language: str | None) -> str:
    """Give the language of a map as a tag that may stand in an attribute as it is.

    >>> language_tag("de-AT"), language_tag(None), language_tag('"><b>')
    ('de-AT', 'en', 'en')
    """
    return language if language is not None and _TAG.fullmatch(language) else OURS


def paper_of(language: str) -> str:
    """Give the paper to print on: A4, or letter where a language tag names a place that prints on it.

    >>> paper_of("en"), paper_of("en-US")
    ('A4', 'letter')
    """
    return "letter" if _ON_LETTER.intersection(language.upper().split("-")[1:]) else "A4"


def script_of(language: str) -> str:
    """Tell in which kind of script a language is written, as word processors part them; Greek and such are "latin".

    >>> script_of("zh-Hant"), script_of("ar"), script_of("de-AT")
    ('east-asian', 'right-to-left', 'latin')
    """
    return _SCRIPTS.get(language.lower().split("-")[0], "latin")


def is_right_to_left(text: str) -> bool:
    """Tell whether the first letter of a text with a direction is of a script that runs from right to left."""
    if text.isascii():
        return False
    from unicodedata import bidirectional  # noqa: PLC0415 - most texts need no tables

    return next((found in ("R", "AL") for one in text if (found := bidirectional(one)) in ("L", "R", "AL")), False)


def column_shares(table: Table) -> list[float]:
    """Give the share of the width that each column gets, in 0..1: by the length of what is in it, within bounds.

    >>> from coldwater.prep.setting.page import Table
    >>> column_shares(Table(("Claim", "Where"), (("A sentence of some length, as claims are.", "p. 3"),)))
    [0.8, 0.2]
    """
    columns = zip(*table.rows, strict=True)
    lengths = [sum(map(len, column)) / len(column) for column in columns] or [0.0] * len(table.header)
    needs = [min(max(10.0, len(name) * 1.3, length), 40.0) for name, length in zip(table.header, lengths, strict=True)]
    return [need / sum(needs) for need in needs]

"""What rules a word on the command line or in settings means: a code, how codes begin, or a rule's name."""

from __future__ import annotations

from coldwater.findings import UNREADABLE
from coldwater.rules import RULES
from coldwater.rules import rule as find_rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def codes_meant(words: Iterable[str], *, ignoring: bool = False) -> tuple[str, ...]:
    """Give for each word a code, or the beginning of codes: `CW301` and `CW3` stay, `unsourced-fact` becomes `CW301`.

    Raises ValueError for a word that names no rule, saying which was meant, and, if ``ignoring``, for a rule without
    which a map cannot be read. A beginning may cover such a rule; it stays on.

    >>> codes_meant(["cw3", "orphan-premise"])
    ('CW3', 'CW103')
    """
    return tuple(_code_meant(word, ignoring) for word in words)


def _code_meant(word: str, ignoring: bool) -> str:
    module = find_rule(word)
    code = module.CODE if module is not None else word.upper()
    if len(code) < 2 or not any(rule.CODE.startswith(code) for rule in RULES):
        raise ValueError(f"`{word}`, but there is no such rule.{_meant(word)}")
    if ignoring and code in UNREADABLE:
        raise ValueError(f"`{word}`, but without {code} a map cannot be read: mend what it finds")
    return code


def _meant(word: str) -> str:
    from coldwater.suggest import Names, phrase  # noqa: PLC0415 - only where something is unknown

    codes = [rule.CODE for rule in RULES]
    names = [rule.NAME for rule in RULES]
    meant = Names(codes, figures_count=True).one_letter_off(word.upper()) or Names(names).closest(word)
    return phrase(meant) or " `coldwater rule` lists them."

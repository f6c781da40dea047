"""Words in a language of one's own, from plain data as a file holds it; and the English ones as a file to start from.

Whatever is not there stays English. It reads no file.
"""

from __future__ import annotations

import re
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

from coldwater.printable import printable
from coldwater.records import NamedTuple
from coldwater.semantics.labelling import PLAIN_WORDS
from coldwater.semantics.verdict_words import BECAUSE
from coldwater.suggest import hint
from coldwater.words.wording import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coldwater.words.wording import Words

LONGEST = 300  # characters of a phrase
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_FILLED_IN = re.compile(r"\{(\w*)\}")


class Mistake(NamedTuple):
    """What is wrong, at the value that a pointer leads to, or at its key."""

    pointer: tuple[str | int, ...]
    message: str
    on_key: bool = False


def understand(data: Any) -> tuple[Words | None, list[Mistake]]:
    """Give the words that plain data hold, or else all that is wrong with them."""
    if not isinstance(data, dict):
        return None, [Mistake((), "words are a mapping with `language`, and phrases by key")]
    english = _english()
    mistakes = [*_language(data), *_mistakes((), data, english)]
    if mistakes:
        return None, mistakes
    given: dict[str, Any] = {"tag": data["language"]}
    for key, value in data.items():
        if isinstance(value, dict):
            given[key] = dict(english[key]) | {name: _phrase(one) for name, one in value.items()}
        elif key != "language":
            given[key] = _phrase(value)
    return replace(ENGLISH, **given), []


def how_many(data: Mapping[str, Any]) -> tuple[int, int]:
    """Count the phrases that data hold, and those that there are."""
    return _count(data) - 1, _count(_english())


def _count(table: Mapping[str, Any]) -> int:
    return sum(len(one) if isinstance(one, dict) else 1 for one in table.values())


def english_file() -> str:
    """Give the English words as YAML, to be translated."""
    import yaml  # noqa: PLC0415 - whoever draws needs none of it

    table = {key: {name: _plain(one) for name, one in value.items()} if isinstance(value, dict) else _plain(value)
             for key, value in _english().items()}  # fmt: skip
    text: str = yaml.safe_dump({"language": "en", **table}, allow_unicode=True, sort_keys=False, width=110)
    return text


def _english() -> dict[str, Any]:
    table = {one.name: getattr(ENGLISH, one.name) for one in fields(ENGLISH) if one.name != "tag"}
    table["reasons"] = dict(BECAUSE)
    table["verdicts"] = dict(PLAIN_WORDS)
    table["circumstances"] = "Semantics: {semantics}. Proof standard: {standard}."
    return {key: dict(value) if hasattr(value, "items") else value for key, value in table.items()}


def _phrase(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _language(data: Mapping[str, Any]) -> Iterator[Mistake]:
    value = data.get("language")
    if value is None:
        yield Mistake((), "`language` is missing: the tag of the language, such as `it`")
    elif not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        yield Mistake(("language",), "`language` is the tag of a language, such as `it` or `pt-BR`")


def _mistakes(pointer: tuple[str, ...], data: Mapping[Any, Any], english: Mapping[str, Any]) -> Iterator[Mistake]:
    for key, value in data.items():
        if key == "language" and not pointer:
            continue
        if key not in english:
            yield Mistake((*pointer, key), f"there is no phrase `{str(key)[:60]}`.{hint(str(key), english)}", True)
            continue
        wanted = english[key]
        if isinstance(wanted, dict):
            if isinstance(value, dict):
                yield from _mistakes((*pointer, key), value, wanted)
            else:
                yield Mistake((*pointer, key), f"`{key}` is a mapping of phrases")
        elif isinstance(wanted, tuple):
            yield from _of_pair((*pointer, key), value, wanted)
        else:
            yield from _of_phrase((*pointer, key), value, wanted)


def _of_pair(pointer: tuple[str, ...], value: Any, wanted: tuple[str, ...]) -> Iterator[Mistake]:
    if not isinstance(value, list) or len(value) != len(wanted):
        yield Mistake(pointer, f"`{pointer[-1]}` is a list of two: said of one, and of any other number")
        return
    for place, one in enumerate(value):
        yield from _of_phrase((*pointer, place), one, wanted[place])


def _of_phrase(pointer: tuple[str | int, ...], value: Any, wanted: str) -> Iterator[Mistake]:
    name = next(part for part in reversed(pointer) if isinstance(part, str))
    if not isinstance(value, str) or len(value) > LONGEST or printable(value) != value:
        yield Mistake(pointer, f"`{name}` is a text of up to {LONGEST} characters in one line")
    elif sorted(set(_FILLED_IN.findall(value))) != sorted(set(_FILLED_IN.findall(wanted))) or _is_unbalanced(value):
        filled = ", ".join(f"{{{one}}}" for one in dict.fromkeys(_FILLED_IN.findall(wanted)))
        needs = f"fills in {filled}" if filled else "fills in nothing"
        yield Mistake(pointer, f"`{name}` {needs}, as “{wanted}” does")


def _is_unbalanced(value: str) -> bool:
    return "{" in _FILLED_IN.sub("", value) or "}" in _FILLED_IN.sub("", value)

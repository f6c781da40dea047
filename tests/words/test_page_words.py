"""The phrases of pages: all that page and scripts ask for are there, and none that nobody asks for."""

from __future__ import annotations

import re
from pathlib import Path

from coldwater.render import viewer
from coldwater.words.page_words import PAGE_WORDS
from coldwater.words.wording import ENGLISH

_VIEWER = Path(viewer.__file__).parent
_PYTHON = "".join(path.read_text(encoding="utf-8") for path in _VIEWER.parent.rglob("*.py"))
_SCRIPTS = "".join(path.read_text(encoding="utf-8") for path in (_VIEWER / "scripts").glob("*.js"))
_PAGE = (_VIEWER / "page.html").read_text(encoding="utf-8")
#: Keys that are put together: relations, entries of the legend, verdicts on theses.
_MADE = re.compile("^(word|title|legend)_|^(the|one)_thesis_|^tie")


def test_every_phrase_that_is_asked_for_is_there() -> None:
    asked = set(re.findall(r"\{\{w:(\w+)\}\}", _PAGE)) | set(re.findall(r'\bt\("(\w+)"', _SCRIPTS))
    asked |= set(re.findall(r'on_page\(\s*"(\w+)"', _PYTHON))
    assert len(asked) > 150
    assert asked <= PAGE_WORDS.keys() | {"quoted"}  # that one is a word of pictures, too


def test_every_phrase_is_asked_for() -> None:
    all_of_it = _PAGE + _SCRIPTS + _PYTHON
    assert [key for key in PAGE_WORDS if not _MADE.match(key) and not re.search(rf"\b{key}\b", all_of_it)] == []


def test_what_is_filled_in_is_given_by_who_asks() -> None:
    """A phrase in a script gets all that it takes, as far as the values are written where it is asked for."""
    for key, values in re.findall(r'\bt\("(\w+)", \{ ([^{}]*) \}\)', _SCRIPTS):
        given = {part.split(":")[0].strip() for part in values.split(", ")}
        phrase = PAGE_WORDS.get(key, ENGLISH.quoted)
        for one in (phrase,) if isinstance(phrase, str) else phrase:
            assert set(re.findall(r"\{(\w+)\}", one)) <= given, key

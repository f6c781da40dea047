"""The maps in arguments/ are what an editor would ask for: no findings, own words, no claim that leans, warrants."""

from __future__ import annotations

import os
import re
from itertools import chain
from pathlib import Path

import pytest

from coldwater import api
from coldwater.model import Map

ROOT = Path(__file__).parents[1]
GALLERY = sorted(
    path.name.removesuffix(".argmap.yaml") for path in (ROOT / "arguments" / "gallery").glob("*.argmap.yaml")
)
NAMES = ("china-russia-alliance", "library-evenings", *(f"gallery/{name}" for name in GALLERY))
#: Where the text of the article lies, which is no part of the project.
TEXTS = Path(os.environ.get("COLDWATER_SOURCES", ROOT.parent / "shared" / "sources"))
#: So many words of a source in a row are a quotation.
ROW = 7
#: Schemes in which it is assumed, unless somebody asks, that what comes of it is good or bad.
VALUED = ("positive_consequences", "negative_consequences")


def path(name: str) -> str:
    return str(ROOT / "arguments" / f"{name}.argmap.yaml")


def said(map_: Map) -> dict[str, list[str]]:
    """Give what the map says in words, by id."""
    things = (map_.claims, map_.arguments, map_.positions, map_.sources)
    found = {id_: [*_words_of(thing)] for id_, thing in chain.from_iterable(one.items() for one in things)}
    return found | {"description": [map_.description or ""]}


def _words_of(thing: object) -> list[str]:
    return [text for field in ("text", "title", "name", "note") if (text := getattr(thing, field, None))]


def rows(text: str) -> set[tuple[str, ...]]:
    """Give all runs of words of a text that are long enough to be a quotation."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + ROW]) for at in range(len(words) - ROW + 1)}


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found_in_them(name: str) -> None:
    assert api.check_file(path(name)).findings == ()


def test_the_articles_citations_are_found_and_the_words_of_its_map_are_its_own() -> None:
    file = TEXTS / "eastern-viewpoints.txt"
    if not file.is_file():
        pytest.skip("the text of the article is not at hand")
    article = file.read_text(encoding="utf-8")
    assert api.check_file(path(NAMES[0]), {"eastern-viewpoints": article}).findings == ()
    taken = rows(article)
    assert [
        id_ for id_, texts in said(api.load(path(NAMES[0]))).items() if any(rows(text) & taken for text in texts)
    ] == []


@pytest.mark.parametrize("name", NAMES)
def test_each_claim_can_be_read_by_itself(name: str) -> None:
    claims = api.load(path(name)).claims
    leaning = re.compile(r"(Both|This|That is|These|Those|It is not|He|She|They|Therefore|So|But|Also)\b")
    assert [id_ for id_, claim in claims.items() if leaning.match(claim.text)] == []


@pytest.mark.parametrize("name", NAMES)
def test_no_step_goes_from_what_is_to_what_should_be_without_a_warrant(name: str) -> None:
    map_ = api.load(path(name))
    policies = {id_ for id_, claim in map_.claims.items() if claim.kind == "policy"}
    bare = [
        id_
        for id_, argument in map_.arguments.items()
        if (argument.supports or argument.attacks) in policies & {map_.thesis, *map_.rivals}
        and argument.scheme not in VALUED
        and not any(map_.claims[premise].kind in ("value", "policy") for premise in argument.premises)
    ]
    assert bare == []

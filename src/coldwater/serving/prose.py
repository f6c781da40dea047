"""A text taken apart into its sentences, and a map made of those that a person picked and related.

Nothing is read out of the text: where a sentence ends is told by its signs, and what each one is the person says.
"""

from __future__ import annotations

import re

from coldwater.editing.formatting import canonical
from coldwater.errors import UsageError
from coldwater.formats.foreign.naming import Names
from coldwater.formats.native.yaml_writing import node_of, write_tree
from coldwater.listing import listed
from coldwater.model.graph import Graph
from coldwater.model.references import is_graph
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

#: What a sentence can be: what the map is about, a reason for or against another, or part of the reason of another.
THESIS, FOR, AGAINST, WITH, ALONE = "thesis", "for", "against", "with", "alone"
ROLES = (THESIS, FOR, AGAINST, WITH, ALONE)
#: How many sentences are taken at once: nobody picks from more.
MOST = 400
_LONGEST = 40
#: Where a sentence may end: at signs that end one, with what closes behind them.
_END = re.compile(
    r"(?:[.!?…]+[\"'”’»)\]]*(?=\s|$)|[。！？]+[」』”）]*|[؟۔।॥]+|\n[ \t]*\n|\n(?=[ \t]*(?:[-*•–]|\d+[.)])[ \t]))"
)
#: Words after which a full stop ends no sentence.
_SHORT = re.compile(
    r"(?:^|[\s(\"'“„‘])(?:[A-Za-zÀ-ÿ]|\d+|[A-Za-z]\.[A-Za-z]|[ezudvs]\.\s?[agBhRl]|[A-Z]\.\s?[A-Z]|al|approx|bzgl|bzw|ca|cf|co|dr|ed|eds|etc"
    r"|evtl|fig|figs|ggf|inc|inkl|jr|ltd|max|min|mio|mrd|mr|mrs|ms|mt|nr|no|nos|op|p|pp|prof|resp|sen|sog|sr|st|usw|vgl|viz|vol|vs)$",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^(?:[-*•–]|\d+[.)])[ \t]+")


class Sentence(NamedTuple):
    """A sentence of a text: its words, and the offsets of its first character and behind its last."""

    text: str
    start: int
    end: int


def sentences(text: str) -> list[Sentence]:
    """Give the sentences of a text, in order. They overlap nowhere, and only blanks and bullets are between them.

    >>> [one.text for one in sentences("It cracked, e.g. in May. Who saw it?")]
    ['It cracked, e.g. in May.', 'Who saw it?']
    """
    return [*_found(text)]


def numbered(text: str) -> list[dict[str, Any]]:
    """Give the sentences of a text as data, numbered from 1. Raises UsageError where there are none, or too many."""
    found = sentences(text)
    if not found:
        raise UsageError("there is no sentence in this")
    if len(found) > MOST:
        raise UsageError(f"these are {len(found):,} sentences; paste at most {MOST} at once")
    return [{"number": number, **one._asdict()} for number, one in enumerate(found, 1)]


def _found(text: str) -> Iterator[Sentence]:
    start = 0
    for end in _ends(text):
        piece = text[start:end]
        inner = piece.strip()
        bullet = _BULLET.match(inner)
        inner = inner[bullet.end() :] if bullet else inner
        if any(character.isalnum() for character in inner):
            at = start + piece.index(inner)
            yield Sentence(" ".join(inner.split()), at, at + len(inner))
        start = end


def _ends(text: str) -> Iterator[int]:
    start = 0
    for match in _END.finditer(text):
        is_stop = match[0].startswith(".") and not match[0].startswith("..")
        after = text[match.end() : match.end() + 40].lstrip()
        is_line = match[0].startswith("\n")
        if not is_line and after and (after[0].islower() or (is_stop and _SHORT.search(text[start : match.start()]))):
            continue
        yield match.end()
        start = match.end()
    yield len(text)


def map_of_sentences(
    title: str, picked: Sequence[Mapping[str, Any]], source: str = "", *, is_json: bool = False
) -> str:
    """Make the text of a map of sentences that were picked.

    Each is ``{"text", "number", "role"}`` and, where the role relates it to another, ``to``: the number of that one.
    ``source``: the title of a source which each claim then cites, word for word; none if it is empty. Raises UsageError
    for what makes no map.
    """
    texts = {one["number"]: one["text"].strip() for one in picked}
    theses = [one["number"] for one in picked if one["role"] == THESIS]
    if not theses:
        raise UsageError("say which sentence the map is about: pick one as the thesis")
    related = [one for one in picked if one["role"] in (FOR, AGAINST, WITH)]
    lost = [one["number"] for one in related if one.get("to") not in texts or one["to"] == one["number"]]
    if lost:
        raise UsageError(f"say to which other sentence {_numbered(lost)} belongs, one that is picked as well")
    names = Names()
    ids = {number: names.make(text, "claim") for number, text in texts.items()}
    arguments = _arguments(related, ids, names)
    claims: dict[str, Any] = {ids[number]: _claim(texts[number], number, source) for number in texts}
    data: dict[str, Any] = {
        "argmap": 1,
        "title": title,
        "thesis": ids[theses[0]] if len(theses) == 1 else [ids[one] for one in theses],
    }
    if source:
        data["sources"] = {"text": {"title": source}}
    data["claims"] = claims
    if arguments:
        data["arguments"] = arguments
    return _written(data, {id_: number for number, id_ in ids.items()}, is_json)


def _claim(text: str, number: int, source: str) -> Any:
    if not source:
        return text
    return {"text": text, "cites": [{"source": "text", "locator": f"sentence {number}", "quote": text}]}


def _arguments(related: Sequence[Mapping[str, Any]], ids: Mapping[int, str], names: Names) -> dict[str, Any]:
    """Give an argument for each reason, which holds also the sentences that go with it."""
    roles = {one["number"]: one for one in related}
    heads = {number: _head(number, roles) for number in roles}
    loose = [number for number, head in heads.items() if head is None]
    if loose:
        raise UsageError(
            f"{_numbered(loose)} go with a sentence that is no reason; say what that one is for or against"
        )
    arguments: dict[str, Any] = {}
    for number, one in roles.items():
        if one["role"] == WITH:
            continue
        premises = [number, *(other for other, head in heads.items() if head == number and other != number)]
        if one["to"] in premises:
            raise UsageError(f"{_numbered(premises)} would rest on themselves; say what they are for or against")
        name = names.make(f"{one['role']}-{ids[one['to']]}"[:_LONGEST], "argument")
        arguments[name] = {
            "premises": [ids[premise] for premise in sorted(premises)],
            "supports" if one["role"] == FOR else "attacks": ids[one["to"]],
        }
    return arguments


def _head(number: int, roles: Mapping[int, Mapping[str, Any]]) -> int | None:
    """Give the reason that a sentence belongs to: itself, or the one that it goes with."""
    seen = set()
    while number in roles and roles[number]["role"] == WITH and number not in seen:
        seen.add(number)
        number = roles[number]["to"]
    return number if number in roles and number not in seen else None


def _written(data: Mapping[str, Any], numbers: Mapping[str, int], is_json: bool) -> str:
    import json  # noqa: PLC0415 - for the few who want it

    from coldwater.api import check_content  # noqa: PLC0415

    root = node_of(data)
    root.is_flow = False
    for entry in root.entries:
        entry.value.is_flow = False if entry.value.is_collection and entry.name != "thesis" else entry.value.is_flow
    text = json.dumps(data, ensure_ascii=False) if is_json else write_tree(root, [])
    spelling = "json" if is_json else "yaml"
    map_ = check_content(f"new.argmap.{spelling}", text.encode()).map
    if map_ is None or not is_graph(map_):
        raise UsageError("these sentences make no map; nothing was written")
    ways = Graph(map_).circles()
    if ways:
        route = [numbers[id_] for id_ in ways[0] if id_ in numbers]
        raise UsageError(
            f"{_numbered(sorted(route))} rest on one another in a circle; let one be about another sentence"
        )
    return canonical(text, spelling, map_)


def _numbered(numbers: Sequence[int]) -> str:
    word = "sentence" if len(numbers) == 1 else "sentences"
    return f"{word} {listed([str(one) for one in numbers])}"

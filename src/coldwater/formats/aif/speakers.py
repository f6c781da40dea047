"""Who says what in a dialogue: each speaker takes a position on what they assert.

A locution is anchored in a statement by an illocution: asserting, agreeing, asking. Who speaks stands in the list of
participants, or before a colon at the beginning of the locution.
"""

from __future__ import annotations

import re
from typing import Any

from coldwater.formats.aif.graph import ANCHOR, LOCUTION, STATEMENT
from coldwater.formats.foreign.json_document import said, word
from coldwater.formats.foreign.texts import one_line
from coldwater.schemes.forms import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coldwater.formats.aif.graph import SchemeGraph

#: Illocutions by which nobody says that something is so.
_LEAVES_OPEN = re.compile("purequestion|purechalleng|analys|^question|^challeng|report|quot")
_REJECTS = re.compile("disagree|reject|den(y|ie)")
#: AIFdb puts blanks on both sides of the colon, and says who is quoted after who quotes: `Ann: Bob : words`.
_BEFORE_BLANK = re.compile(r"([^\n]{1,80}?) : ")
#: Others put none before it; then only what looks like a name is one.
_BEFORE_COLON = re.compile(r"([^\W\d_][^\n:]{0,40}): ")
_NAME = re.compile(r"(?:(?:[^\W\d_]|\d)[\w.'’-]*)(?: (?:[A-Z\d][\w.'’-]*|von|van|de|of|the)){0,3}")


def positions_in(graph: SchemeGraph, data: Mapping[str, Any]) -> dict[str, dict[str, bool]]:
    """Give what each speaker says, by name: the ids of statements, with whether they reject it.

    ``data`` has `locutions` and `participants`. Who both asserts and rejects a statement does what they do last.
    """
    names = _names(data)
    into: dict[str, list[str]] = {}
    out: dict[str, list[str]] = {}
    for edge in graph.edges:
        if graph.is_there(edge):
            source, target = graph.by_id[edge.source], graph.by_id[edge.target]
            if source.kind == LOCUTION and target.kind == ANCHOR:
                into.setdefault(edge.target, []).append(edge.source)
            elif source.kind == ANCHOR and target.kind == STATEMENT:
                out.setdefault(edge.source, []).append(edge.target)
    held: dict[str, dict[str, bool]] = {}
    for anchor, locutions in into.items():
        label = folded(graph.by_id[anchor].text)
        if anchor not in out or (_LEAVES_OPEN.search(label) and not _REJECTS.search(label)):
            continue
        for locution in locutions:
            name = names.get(locution) or speaker_in(graph.by_id[locution].text)
            if name:
                held.setdefault(name, {}).update(dict.fromkeys(out[anchor], bool(_REJECTS.search(label))))
    return held


def speaker_in(text: str) -> str:
    """Give who speaks in the text of a locution; empty where it does not say.

    >>> [speaker_in(text) for text in ("Ann : so it is", "Ann: Bob Ash : yes", "Dr Ash: yes", "the point is: yes")]
    ['Ann', 'Bob Ash', 'Dr Ash', '']
    """
    if found := _BEFORE_BLANK.match(text):
        return one_line(found[1].rsplit(": ", 1)[-1])
    found = _BEFORE_COLON.match(text)
    if found and (found[1][0].isupper() or found[1][0].isdigit()) and _NAME.fullmatch(found[1]):
        return one_line(found[1])
    return ""


def _names(data: Mapping[str, Any]) -> dict[str, str]:
    """Give the names of speakers by the ids of locutions, as far as participants are listed."""
    people = {}
    for person in _objects(data.get("participants")):
        name = one_line(f"{said(person.get('firstname'))} {said(person.get('surname'))}")
        id_ = word(person.get("participantID"))
        if name and id_ is not None:
            people[id_] = name
    names = {}
    for locution in _objects(data.get("locutions")):
        node, person_id = word(locution.get("nodeID")), word(locution.get("personID"))
        if node is not None and person_id in people:
            names[node] = people[person_id]
    return names


def _objects(value: Any) -> Iterable[dict[str, Any]]:
    return (item for item in value if isinstance(item, dict)) if isinstance(value, list) else ()

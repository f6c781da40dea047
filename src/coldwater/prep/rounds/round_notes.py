"""The notes of a round, from plain data as a file of one's own holds it: who judged, what was said, what came up.

Ids in it are those of a map: what stands for something on the map is looked up there, and unknown ids are refused.
"""

from __future__ import annotations

from coldwater.prep.rounds.plain_data import Problem, lacking, strange, text_problems
from coldwater.records import NamedTuple
from coldwater.suggest import hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import Any

_FIELDS = ("round", "side", "date", "debate", "judge", "opponent", "result", "speeches", "came_up", "note")
_UP_FIELDS = ("said", "is", "in", "against", "answer", "held", "note")
#: More did not come up in any round, and no note is longer.
MOST, LONGEST = 500, 2_000


class CameUp(NamedTuple):
    """Something that the other side said, and what came of it.

    ``said``: in words; ``id``: what it is on the map, ``against``: what of the map it was said against; ``speech``: in
    which it was said; ``answer``: what was answered, in words or as an id; ``held``: whether that held; ``note``: a
    remark. What the notes do not tell is "" or None.
    """

    said: str
    id: str = ""
    speech: str = ""
    against: str = ""
    answer: str = ""
    held: bool | None = None
    note: str = ""


class RoundNotes(NamedTuple):
    """A round as one side noted it. ``speeches``: what was noted of each, by its code. A missing text is ""."""

    side: str
    round: str = ""
    date: str = ""
    debate: str = ""
    judge: str = ""
    opponent: str = ""
    result: str = ""
    speeches: tuple[tuple[str, str], ...] = ()
    came_up: tuple[CameUp, ...] = ()
    note: str = ""


def understand(data: Any, sides: Mapping[str, str], ids: Collection[str]) -> tuple[RoundNotes | None, list[Problem]]:
    """Give the notes that plain data holds, or else all that is wrong with it.

    ``sides``: what each name of a side means, pro or con; ``ids``: the claims and arguments of the map.
    """
    if not isinstance(data, dict):
        return None, [Problem((), "the notes of a round are a mapping with `side` and `came_up`")]
    problems = [*strange((), data, _FIELDS), *lacking((), data, ("side",), _FIELDS)]
    for field in ("round", "date", "debate", "judge", "opponent", "result"):
        problems += text_problems((), data, field)
    problems += text_problems((), data, "note", most=LONGEST)
    side = data.get("side", "pro")
    if not isinstance(side, str) or side.lower() not in sides:
        meant = hint(side, tuple(sides)) if isinstance(side, str) else ""
        problems.append(Problem(("side",), f"`side` is pro or con, by any of its names.{meant}"))
    problems += _speeches(data.get("speeches", {}))
    problems += _came_up(data.get("came_up", []), ids)
    if problems:
        return None, problems
    texts = {field: data[field] for field in _FIELDS if isinstance(data.get(field), str) and field != "side"}
    speeches = tuple((code, text) for code, text in data.get("speeches", {}).items())
    came_up = tuple(_entry(one) for one in data.get("came_up", []))
    return RoundNotes(side=sides[side.lower()], speeches=speeches, came_up=came_up, **texts), []


def _entry(one: Mapping[str, Any]) -> CameUp:
    named = {"is": "id", "in": "speech"}
    return CameUp(**{"said": "", **{named.get(field, field): value for field, value in one.items()}})


def _speeches(speeches: Any) -> Iterator[Problem]:
    if not isinstance(speeches, dict):
        yield Problem(("speeches",), "`speeches` is a mapping from the code of a speech to what was noted of it")
        return
    for code in speeches:
        yield from text_problems(("speeches",), speeches, code, most=LONGEST)


def _came_up(entries: Any, ids: Collection[str]) -> Iterator[Problem]:
    if not isinstance(entries, list) or len(entries) > MOST:
        yield Problem(
            ("came_up",), f"`came_up` is a list of at most {MOST} entries, each a mapping with `said` or `is`"
        )
        return
    for place, one in enumerate(entries):
        pointer = ("came_up", place)
        if not isinstance(one, dict):
            yield Problem(pointer, "what came up is a mapping with `said`, in words, or `is`, an id of the map")
            continue
        yield from strange(pointer, one, _UP_FIELDS)
        if "said" not in one and "is" not in one and not strange(pointer, one, _UP_FIELDS):
            yield Problem(pointer, "say what came up: `said`, in words, or `is`, an id of the map")
        for field in ("said", "in", "answer", "note"):
            yield from text_problems(pointer, one, field, most=LONGEST)
        for field in ("is", "against"):
            yield from _id(pointer, one, field, ids)
        if not isinstance(one.get("held", True), bool):
            yield Problem((*pointer, "held"), "`held` is true or false: whether the answer held")
        elif "held" in one and "answer" not in one:
            yield Problem((*pointer, "held"), "`held` says whether an answer held; there is no `answer`", True)


def _id(pointer: tuple[str | int, ...], one: Mapping[str, Any], field: str, ids: Collection[str]) -> Iterator[Problem]:
    value = one.get(field)
    if field not in one:
        return
    if not isinstance(value, str):
        yield Problem((*pointer, field), f"`{field}` is an id of the map")
    elif value not in ids:
        in_words = "; what the map lacks goes into `said`" if field == "is" else ""
        yield Problem((*pointer, field), f"there is no `{value[:60]}` on the map{in_words}.{hint(value, tuple(ids))}")

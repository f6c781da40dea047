"""Where claims, arguments and sources are named: all of it follows when one takes another's place, or goes."""

from __future__ import annotations

from coldwater.model import composed
from coldwater.model.data import SECTIONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from coldwater.editing.moves.draft import Data, Draft

    #: By an id the one that takes its place; None for one that goes.
    Heirs = Mapping[str, str | None]


def hand_over(draft: Draft, heirs: Heirs) -> None:
    """Let claims and arguments take the places of others wherever these are named, or let all that names them go.

    What they hold and what they are about stays: premises that would be none, and targets that are gone, are for the
    move to see to.
    """
    _hand_over_roots(draft, heirs)
    for id_, claim in draft.data["claims"].items():
        if isinstance(claim, dict) and "contradicts" in claim:
            _put_list(claim, "contradicts", [one for one in _names(claim["contradicts"], heirs) if one != id_])
    for argument in draft.data.get("arguments", {}).values():
        _hand_over_in_argument(argument, heirs)
    for position in draft.data.get("positions", {}).values():
        for field in ("accepts", "rejects"):
            if field in position:
                _put_list(position, field, _names(position[field], heirs))
    _hand_over_questions(draft.data, heirs)
    _hand_over_expectations(draft.data, heirs)
    _hand_over_ignored(draft, heirs)


def _hand_over_roots(draft: Draft, heirs: Heirs) -> None:
    theses = draft.data["thesis"]
    left = _names(theses if isinstance(theses, list) else [theses], heirs)
    if isinstance(theses, str):
        draft.data["thesis"] = left[0] if left else theses
    elif left and left != theses:
        draft.data["thesis"] = left[0] if len(left) == 1 else left
    if "rivals" in draft.data:
        before = draft.data["rivals"]
        others = [one for one in _names(before, heirs) if one not in left or one in before]
        _put_list(draft.data, "rivals", others)


def _hand_over_in_argument(argument: Data, heirs: Heirs) -> None:
    argument["premises"] = _names(argument["premises"], heirs) or argument["premises"]
    for field in ("supports", "attacks"):
        if field in argument and heirs.get(composed(argument[field])) is not None:
            argument[field] = heirs[composed(argument[field])]
    if "roles" in argument:
        filled = ((slot, heirs.get(composed(one), one)) for slot, one in argument["roles"].items())
        argument["roles"] = {slot: one for slot, one in filled if one is not None}
    if "answers" in argument:
        argument["answers"] = _answers(argument["answers"], heirs)
    for field in ("roles", "answers"):
        if argument.get(field) == {}:
            del argument[field]


def _answers(answers: Data, heirs: Heirs) -> Data:
    """Give which questions are answered, asked of the heirs of the arguments that they were asked of."""
    found: Data = {}
    for asked, questions in answers.items():
        heir = heirs.get(asked, asked)
        if heir is not None:
            found[heir] = [*dict.fromkeys([*found.get(heir, ()), *questions])]
    return found


def _hand_over_questions(data: Data, heirs: Heirs) -> None:
    """Let the answers to questions follow; a question that nothing answers any more goes."""
    questions = data.get("questions", {})
    for id_ in [*questions]:
        answers = _names(questions[id_]["answers"], heirs)
        if answers:
            questions[id_]["answers"] = answers
        else:
            del questions[id_]
    if data.get("questions") == {}:
        del data["questions"]


def _hand_over_expectations(data: Data, heirs: Heirs) -> None:
    verdicts = data.get("expect", {}).get("verdicts", {})
    for id_ in [id_ for id_ in verdicts if id_ in heirs]:
        word, heir = verdicts.pop(id_), heirs[id_]
        if heir is not None:
            verdicts.setdefault(heir, word)
    if "expect" in data and not verdicts:
        del data["expect"]


def _hand_over_ignored(draft: Draft, heirs: Heirs) -> None:
    """Let entries of ``lint.ignore`` follow, where an id names nothing else."""
    entries = draft.data.get("lint", {}).get("ignore", [])
    left = []
    for entry in entries:
        id_ = composed(entry.get("at", ""))
        is_alone = sum(id_ in getattr(draft.map, section) for section in SECTIONS) == 1
        if id_ not in heirs or not is_alone:
            left.append(entry)
        elif heirs[id_] is not None:
            left.append({**entry, "at": heirs[id_]})
    if len(left) < len(entries) and not left:
        del draft.data["lint"]["ignore"]
        if not draft.data["lint"]:
            del draft.data["lint"]
    elif entries:
        draft.data["lint"]["ignore"] = left


def without_source(draft: Draft, source: str, owner: str | None = None) -> int:
    """Take out what cites a source, in one entry or everywhere; give how many citations went."""
    gone = 0
    for section in ("claims", "arguments"):
        for id_, entry in draft.data.get(section, {}).items():
            if owner not in (None, id_) or not isinstance(entry, dict) or "cites" not in entry:
                continue
            left = [one for one in entry["cites"] if composed(one["source"]) != source]
            gone += len(entry["cites"]) - len(left)
            _put_list(entry, "cites", left)
    for position in draft.data.get("positions", {}).values() if owner is None else ():
        if "speaks_in" in position:
            _put_list(position, "speaks_in", [one for one in position["speaks_in"] if composed(one) != source])
    return gone


def _names(ids: list[str], heirs: Heirs) -> list[str]:
    """Give ids with heirs in the places of those that have one, without those that go, each once."""
    found: dict[str, None] = {}
    for id_ in ids:
        heir = heirs.get(composed(id_), id_)
        if heir is not None:
            found.setdefault(heir)
    return list(found)


def _put_list(holder: Data, field: str, items: list[Any]) -> None:
    """Put a list in its place, unless nothing has changed; one that lost its last item goes."""
    if items:
        holder[field] = items
    elif holder[field]:
        del holder[field]

"""Moves that add: a claim, a reason, a premise, a rival, a source."""

from __future__ import annotations

from coldwater.editing.moves.draft import CLAIMS, IS_SO, put
from coldwater.formats.native.move_table import BY_NAME
from coldwater.model import composed
from coldwater.model.data import fields_at
from coldwater.printable import printable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from coldwater.editing.moves.draft import Data, Draft


#: What a sentence ends in, and no id that anybody would write: "Wait." is a sentence.
_ENDS = "._-"


def claim(draft: Draft) -> None:
    """Write down a new claim."""
    move = draft.move
    id_ = draft.fresh("id", move["text"].casefold(), "claim")
    _add_claim(draft, id_, {"text": move["text"], **_further(draft)})


def reason(draft: Draft) -> None:
    """Give a reason for or against a claim or a step; with ``each`` as many reasons as there are premises."""
    move = draft.move
    sides = [side for side in ("for", "against") if side in move]
    if len(sides) != 1:
        instead = [draft.without(side) for side in reversed(sides)]
        if not sides:
            instead = [{**move, side: draft.map.thesis} for side in ("for", "against")]
        draft.refuse(
            "a reason is `for` something or `against` it, and not both: name what by one of them",
            *instead,
            why_none="what it is for or against is yours to say",
        )
    target = draft.node(sides[0])
    premises = [premise_of(draft, item, "premises") for item in move["premises"]]
    if len(set(premises)) < len(premises):
        once = [one for number, one in enumerate(move["premises"]) if premises[number] not in premises[:number]]
        draft.refuse(
            "a premise is named twice; name it once", {**move, "premises": once}, why_none="name each premise once"
        )
    groups = [[one] for one in premises] if move.get("each") else [premises]
    for number, group in enumerate(groups):
        id_ = _argument_id(draft, f"{sides[0]}-{target}", is_first=not number)
        entry = {"premises": group, "supports" if sides[0] == "for" else "attacks": target}
        draft.section("arguments")[id_] = _in_order("arguments", {**entry, **_further(draft)})


def premise(draft: Draft) -> None:
    """Give an argument one more premise."""
    argument = draft.argument()
    added = premise_of(draft, draft.move["premise"], "premise")
    if added in draft.names_in("arguments", argument, "premises"):
        about = (*draft.map.arguments[argument].premises, draft.map.arguments[argument].target, *draft.map.theses)
        others = [one for one in draft.map.claims if one not in about]
        rest = f"; another one is `{others[0]}`{draft.label(others[0])}" if others else ""
        instead = [{**draft.move, "premise": one} for one in others[:1]]
        draft.refuse(f"`{added}` is a premise of `{argument}` already{rest}", *instead, why_none=IS_SO)
    draft.entry("arguments", argument)["premises"].append(added)


def rival(draft: Draft) -> None:
    """Name another answer to the question that the thesis answers."""
    added = premise_of(draft, draft.move["claim"], "claim")
    if added in draft.map.theses:
        reason = f"`{added}` is what the map is about; a rival is another answer, by another claim"
        draft.refuse(reason, why_none="the other answer is yours to say, as the words of a new claim")
    if added in draft.map.rivals:
        draft.refuse(f"`{added}` is a rival already", why_none=IS_SO)
    put(draft.data, (), "rivals", [*draft.data.get("rivals", ()), added])


def source(draft: Draft) -> None:
    """Write down a source."""
    move = draft.move
    id_ = draft.fresh("id", move["title"].casefold(), "source")
    draft.section("sources")[id_] = _in_order("sources", {"title": move["title"], **_further(draft)})


def premise_of(draft: Draft, item: Any, field: str) -> str:
    """Give the id of a premise: of the claim that is named, or of a new one that is written down.

    A text is the id of a claim, or, with blanks or signs in it, the words of a new one.
    """
    if isinstance(item, dict):
        return _described(draft, item)
    if composed(item) in draft.map.claims:
        return composed(item)
    from coldwater.model.ids import is_id  # noqa: PLC0415 - tables of characters

    if (is_id(composed(item)) and item[-1] not in _ENDS) or composed(item) in draft.map.arguments:
        said = draft.move[field]
        changed = [other if other != item else None for other in said] if isinstance(said, list) else None

        def otherwise(other: str) -> dict[str, Any]:
            value: Any = other if changed is None else [other if one is None else one for one in changed]
            return {**draft.move, field: value}

        return draft.known(item, CLAIMS, otherwise)
    return _add_claim(draft, draft.names.make(item.casefold(), "claim"), {"text": item})


def _described(draft: Draft, item: Data) -> str:
    """Write a claim down that is given with its fields."""
    text = item.get("text")
    if not isinstance(text, str) or not text.strip():
        known_id = item.get("id")
        others = [_with_premise(draft, item, known_id)] if known_id in draft.map.claims else []
        draft.refuse(
            "a new premise needs `text`, the words of the claim", *others, why_none="its words are yours to say"
        )
    known = ("id", "text", *BY_NAME["claim"].further())
    odd = [name for name in item if name not in known and not name.startswith("x-")]
    if odd:
        from coldwater.suggest import closest  # noqa: PLC0415 - only where something is unknown

        meant = closest(odd[0], known)
        rest = {name: value for name, value in item.items() if name != odd[0]}
        others = [{**rest, meant: item[odd[0]]}] if meant is not None and meant not in item else []
        draft.refuse(
            f"a claim has no `{printable(odd[0])}`; it may have {', '.join(known)}",
            *(_with_premise(draft, item, other) for other in (*others, rest)),
            why_none="leave out what a claim does not have",
        )
    wish = item.get("id")
    id_ = draft.names.make(text.casefold(), "claim") if wish is None else draft.fresh_as(str(wish))
    return _add_claim(draft, id_, {key: value for key, value in item.items() if key != "id"})


def _with_premise(draft: Draft, item: Data, other: Any) -> Data:
    """Give the move with another premise in the place of one that is described."""

    def put_in(value: Any) -> Any:
        if isinstance(value, list):
            return [other if one is item else one for one in value]
        return other if value is item else value

    return {name: put_in(value) for name, value in draft.move.items()}


def _add_claim(draft: Draft, id_: str, entry: Data) -> str:
    entries = draft.section("claims")
    entries[id_] = entry["text"] if {*entry} == {"text"} else _in_order("claims", entry)
    return id_


def _further(draft: Draft) -> Data:
    """Give the fields of a file's own that a move brings along."""
    kind = BY_NAME[draft.move["move"]]
    names = (*kind.further(), *(name for name in draft.move if name.startswith("x-")))
    return {name: draft.move[name] for name in names if name in draft.move}


def _in_order(section: str, entry: Data) -> Data:
    fields = fields_at((section, ""))
    return {name: entry[name] for name in sorted(entry, key=lambda name: (*fields, name).index(name))}


def _argument_id(draft: Draft, otherwise: str, is_first: bool) -> str:
    """Give the id of a new argument: as it was wished for, of its title, or of what it is for or against."""
    if "id" in draft.move:
        return draft.fresh_as(draft.move["id"]) if is_first else draft.names.make(draft.move["id"], otherwise)
    title = draft.move.get("title")
    return draft.names.make(title.casefold() if isinstance(title, str) else otherwise, otherwise)

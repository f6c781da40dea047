"""The moves there are and what each takes: one table for all doors, and for the published schema.

It knows no map. A move is plain data, with its name under ``move``.
"""

from __future__ import annotations

from coldwater.errors import MoveRefusedError
from coldwater.listing import listed
from coldwater.model._fields import FIELDS
from coldwater.model.data import SECTIONS
from coldwater.records import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    Move = Mapping[str, Any]

#: The model of the further fields that a move takes as they stand in a file, by its name; what it has fields of its own
#: for is left out.
_OWN_FIELDS = {"Argument": ("premises", "supports", "attacks"), "Citation": ("source",)}


class Field(NamedTuple):
    """What a move takes under a name. ``kind``: text, id, ids, texts, claim, claims, flag, value, stretches or names.

    A ``claim`` is the id of one, the words of a new one, or an object with the fields of a new one.
    """

    name: str
    kind: str
    says: str
    is_needed: bool = False


class Kind(NamedTuple):
    """A sort of move. ``model``: of what it takes the fields as well; ``example``: one, as data."""

    name: str
    says: str
    fields: tuple[Field, ...]
    example: Move
    model: str | None = None

    def further(self) -> tuple[str, ...]:
        """Give the fields of the file's own that it takes."""
        if self.model is None:
            return ()
        own = {field.name for field in self.fields} | {*_OWN_FIELDS.get(self.model, ())}
        return tuple(key for key, _, _ in FIELDS[self.model].values() if key not in own)


_ID = Field("id", "id", "The id of the new entry; made from its words unless given.")
_SECTION = Field(
    "section", "text", "Which entry, if several have the id: claims, arguments, sources, positions or questions."
)
_ARGUMENT = Field("id", "id", "The argument.", is_needed=True)

MOVES = (
    Kind(
        "claim",
        "Write down a new claim.",
        (Field("text", "text", "The statement, as one sentence.", is_needed=True), _ID),
        {"move": "claim", "text": "The state pays four fifths.", "kind": "fact"},
        "Claim",
    ),
    Kind(
        "reason",
        "Give a reason for or against a claim or a step: a new argument, with new or existing premises.",
        (
            Field("for", "id", "The claim or argument that it supports."),
            Field("against", "id", "The claim that it attacks, or the argument whose step it undercuts."),
            Field("premises", "claims", "What it rests on: ids, words of new claims, or new claims.", is_needed=True),
            Field("each", "flag", "true: each premise is a reason on its own, not all together one."),
            _ID,
        ),
        {"move": "reason", "against": "money", "premises": ["The state pays four fifths."], "title": "Grant"},
        "Argument",
    ),
    Kind(
        "premise",
        "Give an argument one more premise.",
        (_ARGUMENT, Field("premise", "claim", "The id of a claim, words of a new one, or a new one.", is_needed=True)),
        {"move": "premise", "id": "safety", "premise": "Repair is impossible."},
    ),
    Kind(
        "rival",
        "Name another answer to the question that the thesis answers.",
        (Field("claim", "claim", "The id of a claim, words of a new one, or a new one.", is_needed=True),),
        {"move": "rival", "claim": "The bridge should be repaired."},
    ),
    Kind(
        "source",
        "Write down a source.",
        (Field("title", "text", "Its title.", is_needed=True), _ID),
        {"move": "source", "title": "Bridge survey 2025", "type": "report", "issued": "2025-03-01"},
        "Source",
    ),
    Kind(
        "cite",
        "Cite a source. Where its text is at hand, what is quoted is looked up there and a fingerprint made.",
        (
            Field("id", "id", "The claim or argument that cites.", is_needed=True),
            Field("source", "id", "The source.", is_needed=True),
        ),
        {"move": "cite", "id": "cracks", "source": "survey", "locator": "p. 4"},
        "Citation",
    ),
    Kind(
        "reword",
        "Say it in other words: the text of a claim, the title of an argument or a source, the name of a position.",
        (
            Field("id", "id", "What is said.", is_needed=True),
            Field("text", "text", "The words.", is_needed=True),
            _SECTION,
        ),
        {"move": "reword", "id": "cracks", "text": "The main girder is cracked in two places."},
    ),
    Kind(
        "set",
        "Set a field of an entry, or of the map where no id is given.",
        (
            Field("id", "id", "The entry; the map itself unless given."),
            Field("field", "text", "The name of the field, as in a file.", is_needed=True),
            Field("value", "value", "Its value, as in a file.", is_needed=True),
            _SECTION,
        ),
        {"move": "set", "id": "cracks", "field": "kind", "value": "fact"},
    ),
    Kind(
        "clear",
        "Clear a field of an entry, or of the map where no id is given.",
        (
            Field("id", "id", "The entry; the map itself unless given."),
            Field("field", "text", "The name of the field, as in a file.", is_needed=True),
            _SECTION,
        ),
        {"move": "clear", "id": "cracks", "field": "note"},
    ),
    Kind(
        "turn",
        "Turn an argument round: what supported attacks, what attacked supports.",
        (_ARGUMENT,),
        {"move": "turn", "id": "money"},
    ),
    Kind(
        "move",
        "Direct an argument at another claim or argument.",
        (_ARGUMENT, Field("to", "id", "The claim or argument that it is to support or attack.", is_needed=True)),
        {"move": "move", "id": "grant", "to": "costly"},
    ),
    Kind(
        "undercut",
        "Let an argument that attacks a claim attack the step that leads to it, or from it.",
        (_ARGUMENT, Field("step", "id", "The argument to undercut, if several lead to the claim or from it.")),
        {"move": "undercut", "id": "grant", "step": "money"},
    ),
    Kind(
        "rebut",
        "Let an argument that undercuts a step attack the claim that the step leads to, or one of its premises.",
        (_ARGUMENT, Field("claim", "id", "Which of them; what the step leads to unless given.")),
        {"move": "rebut", "id": "grant"},
    ),
    Kind(
        "split",
        "Split an argument, so that each premise is a reason on its own; or a claim into several, by their texts.",
        (
            Field("id", "id", "The argument, or the claim.", is_needed=True),
            Field("texts", "texts", "Of a claim: what each part says. The first keeps the id and what hangs on it."),
        ),
        {"move": "split", "id": "safety"},
    ),
    Kind(
        "join",
        "Join arguments into one with all their premises, or claims that say the same into the first of them.",
        (
            Field("ids", "ids", "The arguments, or the claims; the first keeps its id.", is_needed=True),
            Field("text", "text", "Of claims: what the one says; what the first says unless given."),
        ),
        {"move": "join", "ids": ["safety", "money"]},
    ),
    Kind(
        "remove",
        "Take out an entry with what hangs on it alone, a premise of an argument, or a source of what cites it.",
        (
            Field("id", "id", "The entry.", is_needed=True),
            Field("from", "id", "The argument to take the premise from, or what cites the source; the entry stays."),
            Field("to", "id", "What is to take over the arguments for and against it."),
            _SECTION,
        ),
        {"move": "remove", "id": "costly"},
    ),
    Kind(
        "thesis",
        "Say what the map is about: one claim, or several.",
        (Field("ids", "ids", "The claims; the first is the one meant where one is asked for.", is_needed=True),),
        {"move": "thesis", "ids": ["repair"]},
    ),
    Kind(
        "rename",
        "Give an entry another id, wherever it is named.",
        (Field("id", "id", "The id.", is_needed=True), Field("new", "id", "The id to be.", is_needed=True), _SECTION),
        {"move": "rename", "id": "cracks", "new": "main-girder"},
    ),
    Kind(
        "undo",
        "Take back what an answer says: its `undo`, on the text as it was left.",
        (
            Field("version", "text", "The version of the text that it was made for.", is_needed=True),
            Field("stretches", "stretches", "What is put in the place of what.", is_needed=True),
            Field("renamed", "names", "Ids that had others before: what stands beside the map follows them back."),
        ),
        {"move": "undo", "version": "f953d2fe21f337d6", "stretches": [{"at": 10, "gone": "a", "text": "b"}]},
    ),
)  # fmt: skip
BY_NAME = {kind.name: kind for kind in MOVES}


#: What others call a move, and what they call a field of one.
_MOVES_MEANT = {
    "delete": "remove", "add_argument": "reason", "add-argument": "reason", "argument": "reason", "support": "reason",
    "attack": "reason", "object": "reason", "add_claim": "claim", "add-claim": "claim", "edit": "reword",
    "update": "set",
}  # fmt: skip
_FLAGS = {"true": True, "yes": True, "false": False, "no": False}
_FIELDS_MEANT: dict[tuple[str, str], tuple[str, tuple[str, ...]]] = {
    ("reason", "target"): ("`for` what it supports, or `against` what it attacks", ("for", "against")),
    ("reason", "supports"): ("`for`", ("for",)),
    ("reason", "attacks"): ("`against`", ("against",)),
    ("cite", "block"): ('`locator`, such as "block 7"', ("locator",)),
}


def refuse_misshapen(move: object, number: int) -> Kind:
    """Give the kind of a move. Raises MoveRefusedError for what is no move: unknown, or with odd or missing fields."""
    if not isinstance(move, dict) or not isinstance(move.get("move"), str):
        reason = 'a move is an object with its name, such as {"move": "turn", "id": "money"}'
        raise MoveRefusedError(reason, number, why_none="which move is meant is yours to say")
    name = move["move"]
    if name not in BY_NAME:
        from coldwater.suggest import closest, phrase  # noqa: PLC0415 - only where something is unknown

        meant = _MOVES_MEANT.get(name.lower()) or closest(name, BY_NAME)
        instead: list[Move] = [] if meant is None else [{**move, "move": meant}]
        reason = f"there is no move `{name}`.{phrase(meant)} There are {listed([*BY_NAME])}"
        raise MoveRefusedError(
            reason, number, "", instead, "each takes fields of its own: say what it is to be made of"
        )
    kind = BY_NAME[name]
    for problem, instead, why_none in _problems(kind, move):
        raise MoveRefusedError(problem, number, name, instead, why_none)
    return kind


def _problems(kind: Kind, move: Move) -> Iterator[tuple[str, list[Move], str]]:
    """Give what is wrong with a move of a kind, moves that may have been meant, and why none of them can be made."""
    known = {field.name: field for field in kind.fields}
    further = kind.further()
    for name, value in move.items():
        if name in known:
            if (wrong := _why_no(known[name].kind, value)) is not None:
                others: list[Move] = [{**move, name: other} for other in _fitting(known[name].kind, value)]
                if known[name].kind == "value":
                    others = [{**{key: given for key, given in move.items() if key != name}, "move": "clear"}]
                yield f"`{name}` {wrong}", others, f"what `{name}` holds is yours to say"
        elif name != "move" and name not in further and not (kind.model and str(name).startswith("x-")):
            yield _unknown_field(kind, move, str(name), (*known, *further))
    for field in kind.fields:
        if field.is_needed and field.name not in move:
            yield f"it needs `{field.name}`: {field.says}", [], f"what `{field.name}` holds is yours to say"


def _unknown_field(kind: Kind, move: Move, name: str, names: tuple[str, ...]) -> tuple[str, list[Move], str]:
    from coldwater.suggest import closest, phrase  # noqa: PLC0415 - only where something is unknown

    rest = {key: value for key, value in move.items() if key != name}
    said, fields = _FIELDS_MEANT.get((kind.name, name), ("", ()))
    meant = closest(name, names)
    fields = fields or (() if meant is None else (meant,))
    values = (f"block {move[name]}" if name == "block" else move[name] for _ in fields)
    others = [{**rest, field: value} for field, value in zip(fields, values, strict=True) if field not in move]
    hint = f" Say it by {said}." if said else phrase(meant)
    what = "the same without it cannot be made either"
    return f"it takes no `{name}`.{hint} It takes {listed(names)}", [*others, *([] if others else [rest])], what


def _fitting(kind: str, value: object) -> list[object]:
    """Give what a value of another form was probably meant to be."""
    if kind == "flag":
        return [_FLAGS[value]] if isinstance(value, str) and value in _FLAGS else []
    if kind in ("ids", "texts", "claims"):
        return [[value]] if isinstance(value, str | dict) else []
    if kind in ("id", "text", "claim") and isinstance(value, int | float) and not isinstance(value, bool):
        return [str(value)]
    return [value[0]] if kind in ("id", "text", "claim") and isinstance(value, list) and len(value) == 1 else []


def _why_no(kind: str, value: object) -> str | None:  # noqa: PLR0911 - one for each sort of value
    """Say what keeps a value from being of a kind; None if nothing does."""
    is_text = isinstance(value, str) and bool(value.strip())
    if kind in ("text", "id"):
        return None if is_text else "must be a text, not empty"
    if kind == "flag":
        return None if isinstance(value, bool) else "must be true or false"
    if kind == "claim":
        return None if is_text or isinstance(value, dict) else "must be an id, words, or an object with `text`"
    if kind == "value":
        return "must not be null; `clear` clears a field" if value is None else None
    if not isinstance(value, list) or not (value or kind == "stretches"):
        return "must be a list, not empty"
    if kind == "names":
        return None if all(map(_is_given_name, value)) else "must be a list of objects with `section`, `from` and `to`"
    inner = {"ids": "id", "texts": "text", "claims": "claim"}.get(kind)
    found = [_why_no(inner, item) for item in value] if inner else [_why_no_stretch(item) for item in value]
    return next((f"must be a list, each of which {wrong}" for wrong in found if wrong), None)


def _why_no_stretch(value: object) -> str | None:
    if not isinstance(value, dict) or {*value} != {"at", "gone", "text"} or type(value["at"]) is not int:
        return "must be an object with `at`, `gone` and `text`"
    is_good = value["at"] >= 0 and isinstance(value["gone"], str) and isinstance(value["text"], str)
    return None if is_good else "must be a place from 0 and two texts"


def _is_given_name(value: object) -> bool:
    if not isinstance(value, dict) or {*value} != {"section", "from", "to"}:
        return False
    return all(isinstance(text, str) for text in value.values()) and value["section"] in SECTIONS

"""Small maps as trees of places for texts: the shapes in which claims, arguments and sources are written."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from formats.native.unquoted_writing import Flow, Slot, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random


def a_tree(random: Random) -> dict[str, Any]:
    """Give a small map that is sound whatever its texts say: two sources, some claims, arguments, a position."""
    claims: dict[str, Any] = {"main": Slot("sentence")}
    arguments: dict[str, Any] = {}
    for number, name in enumerate(random.sample(["a", "b", "c", "d", "e"], k=random.choice((1, 1, 2)))):
        claims[name] = random.choice(_CLAIMS)()
        arguments[f"step{number}"] = _argument(name, "attacks" if number % 2 else "supports", random)
    claims["shown"] = random.choice(_CITED)()  # a source that nothing cites would be taken out by a fix of its own
    arguments["evidence"] = _argument("shown", "supports", random)
    if random.random() < 0.15:  # a scheme of one's own has questions of one's own
        arguments["evidence"] = {"scheme": Word("x-ours"), "premises": Flow([Word("shown")]), "supports": Word("main")}
        arguments["step0"] = _answering(arguments["step0"])
    tree: dict[str, Any] = {"argmap": Word("1"), "title": Slot("title"), "thesis": Word("main")}
    if random.random() < 0.3:
        tree["description"] = Slot("sentence")
    tree["sources"] = {"survey": random.choice(_SOURCES)()}
    tree |= {"claims": claims, "arguments": arguments}
    if random.random() < 0.3:
        tree["positions"] = {"mayor": random.choice(_POSITIONS)()}
    return tree


def _argument(premise: str, relation: str, random: Random) -> dict[str, Any] | Flow:
    step = {"premises": Flow([Word(premise)]), relation: Word("main")}
    match random.choice(("block", "flow", "flow", "tags", "cited")):
        case "block":
            return {"title": Slot("title"), **step, "note": Slot("sentence")}
        case "tags":
            return {"title": Slot("title"), **step, "tags": [Slot("tag"), Slot("tag")]}
        case "cited":
            return {**step, "cites": Flow([_citation()]), "title": Slot("title")}
        case _:
            return Flow({"title": Slot("title"), **step})


def _answering(argument: dict[str, Any] | Flow) -> dict[str, Any]:
    """Give an argument that answers questions asked of the last one."""
    fields = argument.node if isinstance(argument, Flow) else argument
    assert isinstance(fields, dict)
    kept = {name: value for name, value in fields.items() if name not in ("supports", "attacks")}
    return {**kept, "attacks": Word("evidence"), "answers": {"evidence": [Slot("question"), Slot("question")]}}


def _citation() -> Flow:
    return Flow({"source": Word("survey"), "quote": Slot("sentence"), "locator": Slot("locator")})


_CLAIMS: Sequence[Callable[[], Any]] = [
    lambda: Slot("sentence"),
    lambda: Slot("sentence"),
    lambda: {
        "text": Slot("sentence"),
        "kind": Word("fact"),
        "cites": [{"source": Word("survey"), "quote": Slot("sentence"), "locator": Slot("locator")}],
    },
    lambda: {"text": Slot("sentence"), "tags": [Slot("tag"), Slot("tag"), Slot("tag")], "note": Slot("sentence")},
    lambda: {"kind": Word("value"), "text": Slot("sentence"), "tags": Flow([Slot("tag"), Slot("tag")])},
    lambda: Flow({"text": Slot("sentence")}),
    lambda: Flow({"text": Slot("sentence"), "kind": Word("value")}),
    lambda: Flow({"kind": Word("value"), "text": Slot("sentence")}),
    lambda: Flow({"text": Slot("sentence"), "kind": Word("fact"), "cites": Flow([_citation()])}),
    lambda: Flow({"text": Slot("sentence"), "tags": Flow([Slot("tag"), Slot("tag")]), "note": Slot("sentence")}),
    lambda: {"text": Slot("sentence"), "cites": Flow([_citation()])},
]
_CITED: Sequence[Callable[[], Any]] = [
    lambda: {
        "text": Slot("sentence"),
        "kind": Word("fact"),
        "cites": [{"source": Word("survey"), "quote": Slot("sentence")}],
    },
    lambda: Flow({"text": Slot("sentence"), "kind": Word("fact"), "cites": Flow([_citation()])}),
    lambda: Flow(
        {"text": Slot("sentence"), "cites": Flow([Flow({"source": Word("survey"), "locator": Slot("locator")})])}
    ),
    lambda: {"text": Slot("sentence"), "cites": Flow([_citation()])},
]
_SOURCES: Sequence[Callable[[], Any]] = [
    lambda: {"title": Slot("title"), "type": Word("report"), "author": [Slot("name"), Slot("name")]},
    lambda: {
        "title": Slot("title"),
        "author": Flow([Slot("name")]),
        "publisher": Slot("name"),
        "note": Slot("sentence"),
    },
    lambda: Flow({"title": Slot("title"), "type": Word("report"), "author": Flow([Slot("name"), Slot("name")])}),
    lambda: Flow({"title": Slot("title"), "author": Flow([Slot("name")]), "issued": Word("2025")}),
    lambda: {"author": [Slot("name")], "title": Slot("title"), "container-title": Slot("title")},
]
_POSITIONS: Sequence[Callable[[], Any]] = [
    lambda: Flow({"name": Slot("name"), "accepts": Flow([Word("main")])}),
    lambda: {"name": Slot("name"), "accepts": Flow([Word("main")]), "note": Slot("sentence")},
]

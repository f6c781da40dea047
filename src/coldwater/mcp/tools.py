"""The tools that an assistant has: what each takes, what it calls, and the call itself."""

from __future__ import annotations

from coldwater.errors import ColdwaterError, MoveRefusedError
from coldwater.formats.native.move_table import MOVES
from coldwater.mcp import reading_tools, writing_tools
from coldwater.mcp.asking import Tool, refuse_misfit
from coldwater.mcp.leading import calls_after
from coldwater.mcp.replies import (
    LEAST,
    MOST,
    USUAL,
    AskedWronglyError,
    Call,
    Reply,
    fitted,
    refusal,
    refused,
    told,
)
from coldwater.printable import printable
from coldwater.schemas.fields_text import NAMES
from coldwater.workshop import StaleError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from coldwater.mcp.asking import Given
    from coldwater.workshop import Workshop

_SIDES = ("pro", "con")


def call(shop: Workshop, name: str, given: Given) -> Reply:
    """Call a tool. What is asked wrongly, and what a map cannot be asked, is an answer, never an exception."""
    tool = next((one for one in TOOLS if one.name == name), None)
    if tool is None:
        return _no_tool(name)
    try:
        refuse_misfit(tool, given)
    except AskedWronglyError as error:
        return _led_on(str(error), error.calls, error.why_none, _room(given))
    most = _room(given)
    try:
        reply = tool.run(shop, given)
    except MoveRefusedError as error:
        reply = Reply(refused(error), True)
    except ColdwaterError as error:
        calls, why_none = calls_after(shop, tool, given, error)
        reason = str(error) if isinstance(error, StaleError) else told(error)
        return _led_on(reason, calls, why_none, most)
    return reply._replace(text=fitted(reply.text, most, tool.narrower))


def _room(given: Given) -> int:
    """Give how many characters an answer may have: those asked for, or the usual number where these cannot be."""
    asked = given.get("chars", USUAL)
    return asked if isinstance(asked, int) and not isinstance(asked, bool) and LEAST <= asked <= MOST else USUAL


def _led_on(reason: str, calls: Sequence[Call], why_none: str | None, most: int) -> Reply:
    """Refuse a call within so many characters: with as much of the reason as fits, and calls that fit whole."""
    fits: list[Call] = []
    for one in calls:
        if sum(len(other.line) + 20 for other in (*fits, one)) <= most // 2:
            fits.append(one)
    too_long = "what was probably meant is too long for `chars`"
    reply = refusal("", fits, too_long if calls else why_none or too_long)
    return reply._replace(text=fitted(reason, most - len(reply.text), "set `chars` to less") + reply.text)


def _no_tool(name: str) -> Reply:
    from coldwater.suggest import closest  # noqa: PLC0415 - only where something is unknown

    names = [one.name for one in TOOLS]
    meant = closest(name, names)
    calls = [Call(meant, {})] if meant is not None and not next(one for one in TOOLS if one.name == meant).needs else []
    reason = f"there is no tool `{printable(name)[:80]}`; there are {', '.join(names)}"
    return refusal(reason, calls, "what each of them needs, `tools/list` says")


_MAP = {"type": "string", "description": "The map, by its name from the folder; may be left out if there is one."}
_CHARS = {
    "type": "integer",
    "minimum": LEAST,
    "maximum": MOST,
    "description": f"The most characters of the answer; {USUAL} unless given.",
}
_VERSION = {
    "type": "string",
    "description": "The version of the map that this is meant for, as the last answer gave it.",
}
_SIDE = {"type": "string", "enum": [*_SIDES], "description": "The side: pro or con the thesis."}


def _id(says: str) -> dict[str, Any]:
    return {"type": "string", "description": says}


def _moves_told() -> str:
    """Say what moves there are, in a line for each."""
    lines = []
    for kind in MOVES:
        if kind.name == "undo":
            continue
        fields = ", ".join(f"{field.name}{'' if field.is_needed else '?'}" for field in kind.fields)
        lines.append(f"{kind.name} ({fields}{', …' if kind.model else ''}): {kind.says}")
    return "\n".join(lines)


_MOVES_SAY = (
    "Edit a map by moves, all or none, and hear what that did to the verdict. Each move is an object with its name "
    "under "
    "`move`; … stands for more fields of the entry, as `fields` lists them. A premise is the id of a claim, the words "
    "of a new one, or an object with `text`. Moves:\n"
)

TOOLS = (
    Tool("maps", "List the maps.", {}, (), reading_tools.maps, "start the server with one of the folders"),
    Tool(
        "show",
        "Show a map as an outline that fits the room, folded if need be, or what stands around one entry (`id`). Each "
        "line: "
        "id =verdict “words”; + supports, - attacks, x undercuts what stands above; no sign is a premise.",
        {"map": _MAP, "id": _id("A claim or an argument to show with what stands around it."), "chars": _CHARS},
        (),
        reading_tools.show,
        "set `id` to what is to be seen with what stands around it",
    ),
    Tool(
        "find",
        "Find claims, arguments and sources by words.",
        {"map": _MAP, "text": _id("The words."), "chars": _CHARS},
        ("text",),
        reading_tools.find,
        "set `text` to more of the words",
    ),
    Tool(
        "check",
        "Check a map: what is wrong, numbered, and what would mend it.",
        {"map": _MAP, "chars": _CHARS},
        (),
        reading_tools.check,
        "mend the first, and check again",
    ),
    Tool(
        "fix",
        "Mend what can be mended without a doubt; or, by its number in `check`, one finding with the fix that it "
        "offers.",
        {
            "map": _MAP,
            "version": _VERSION,
            "finding": {
                "type": "integer",
                "minimum": 1,
                "description": "The number of a finding; all safe fixes unless given.",
            },
            "chars": _CHARS,
        },
        ("version",),
        writing_tools.mend,
        "`check` what is left",
        writes=True,
    ),
    Tool(
        "fields",
        "Say what a move takes, field by field with an example; or what an entry of a map holds.",
        {"of": {"type": "string", "enum": [*NAMES], "description": "A move, or a sort of entry, or `map`."}},
        ("of",),
        reading_tools.fields,
        "ask for one of its fields by words",
    ),
    Tool(
        "move",
        _MOVES_SAY + _moves_told(),
        {
            "map": _MAP,
            "version": _VERSION,
            "moves": {"type": "array", "items": {"type": "object"}, "description": "The moves, in order."},
            "dry_run": {"type": "boolean", "description": "true: write nothing, say what they would do."},
            "chars": _CHARS,
        },
        ("version", "moves"),
        writing_tools.make_moves,
        "make fewer moves at once",
        writes=True,
    ),
    Tool(
        "undo",
        "Take back the last write to a map that was made here; called again, the one before.",
        {"map": _MAP, "version": _VERSION, "chars": _CHARS},
        ("version",),
        writing_tools.take_back,
        "`show` what changed by its `id`",
        writes=True,
    ),
    Tool(
        "evaluate",
        "Say which claims and arguments stand, and what decides it.",
        {"map": _MAP, "chars": _CHARS},
        (),
        reading_tools.evaluate,
        "`explain` one by its `id`",
    ),
    Tool(
        "explain",
        "Say why a claim or an argument stands, falls or is undecided, in sentences that can be read aloud.",
        {"map": _MAP, "id": _id("Which; the thesis unless given."), "chars": _CHARS},
        (),
        reading_tools.explain,
        "set `id` to one that is named here",
    ),
    Tool(
        "cruxes",
        "Say what the verdict hangs on, what may be conceded and what must be answered.",
        {"map": _MAP, "chars": _CHARS},
        (),
        reading_tools.cruxes,
        "`explain` one by its `id`",
    ),
    Tool(
        "gaps",
        "Say what a side lacks: what it leaves unanswered, unsourced, unstated.",
        {"map": _MAP, "side": _SIDE, "chars": _CHARS},
        ("side",),
        reading_tools.gaps,
        "`show` one by its `id`",
    ),
    Tool(
        "source",
        "Read the full text of a source by numbered blocks, from one on, or those with some words; cite one by the "
        "move "
        "`cite` with its words as `quote`.",
        {
            "map": _MAP,
            "id": _id("The source."),
            "block": {"type": "integer", "minimum": 1, "description": "The block to begin with."},
            "find": _id("Only blocks with all of these words."),
            "chars": _CHARS,
        },
        ("id",),
        reading_tools.source,
        "set `find` to words, or `block` to where to go on",
    ),
    Tool(
        "render",
        "Draw a map as a picture (PNG), or what hangs on one entry.",
        {
            "map": _MAP,
            "id": _id("A claim or an argument."),
            "verdicts": {"type": "boolean", "description": "true: show what stands and what falls."},
        },
        (),
        reading_tools.render,
        "set `id` to what is to be drawn",
    ),
    Tool(
        "create",
        "Make a new map with its thesis.",
        {
            "map": {"type": "string", "description": "Its name: NAME becomes NAME.argmap.yaml."},
            "title": _id("The question or topic."),
            "thesis": _id("The claim that the map is about, as one sentence."),
            "id": _id("The id of the thesis."),
        },
        ("map", "title", "thesis"),
        writing_tools.create,
        "`show` it",
        writes=True,
    ),
)

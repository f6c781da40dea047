"""The moves as commands: one is made, and what it did to findings and verdicts is said."""

from __future__ import annotations

import json
import shlex
import sys

from coldwater import moves, revise
from coldwater.cli import EXIT_CLEAN, EXIT_FAILED, EXIT_FINDINGS
from coldwater.cli.given import given
from coldwater.cli.output import say, tell, wants_colour
from coldwater.cli.project import path_of_baseline, settings_for
from coldwater.cli.textdiff import text_diff
from coldwater.errors import ColdwaterError, MoveRefusedError, UsageError
from coldwater.files import read_side_file
from coldwater.printable import printable
from coldwater.report.move_answer import answer_data, answer_lines, refusal_data

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from coldwater.changes import Moving
    from coldwater.findings import Pointer

#: What stands for the map itself where an entry is named: no id begins so.
THE_MAP = "."
#: The words of the commands that are not the name of their move; the fields of a move that are arguments, in order.
_WORDS = {name: f"add {name}" for name in ("claim", "reason", "premise", "rival", "source")}
_ARGUMENTS = {
    "claim": ("text",), "reason": ("premises",), "premise": ("id", "premise"), "rival": ("claim",),
    "source": ("title",), "cite": ("id", "source"), "reword": ("id", "text"), "set": ("id", "field", "value"),
    "clear": ("id", "field"),
    "turn": ("id",), "move": ("id", "to"), "undercut": ("id", "step"), "rebut": ("id", "claim"),
    "split": ("id", "texts"), "join": ("ids",), "remove": ("id",), "thesis": ("ids",), "rename": ("id", "new"),
}  # fmt: skip
_OPTIONS = ("id", "for", "against", "each", "title", "locator", "quote", "text", "from", "to", "section")


def run_add_claim(map_: str, text: str, id_: str | None, set_: Sequence[str], **how: Any) -> int:
    """Write down a new claim."""
    return _make(map_, {"move": "claim", "text": text, "id": id_, **_fields("claims", set_)}, **how)


def run_add_reason(  # noqa: PLR0913 - one parameter for each option
    map_: str,
    premises: Sequence[str],
    for_: str | None,
    against: str | None,
    each: bool,
    title: str | None,
    id_: str | None,
    set_: Sequence[str],
    **how: Any,
) -> int:
    """Give a reason for or against a claim or a step."""
    move = {
        "move": "reason",
        "for": for_,
        "against": against,
        "premises": [*map(_premise, premises)],
        "each": each or None,
    }
    return _make(map_, {**move, "title": title, "id": id_, **_fields("arguments", set_)}, **how)


def run_add_premise(map_: str, id_: str, premise: str, **how: Any) -> int:
    """Give an argument one more premise."""
    return _make(map_, {"move": "premise", "id": id_, "premise": _premise(premise)}, **how)


def run_add_rival(map_: str, claim: str, **how: Any) -> int:
    """Name another answer to the question."""
    return _make(map_, {"move": "rival", "claim": _premise(claim)}, **how)


def run_add_source(map_: str, title: str, id_: str | None, set_: Sequence[str], **how: Any) -> int:
    """Write down a source."""
    return _make(map_, {"move": "source", "title": title, "id": id_, **_fields("sources", set_)}, **how)


def run_cite(  # noqa: PLR0913 - one parameter for each option
    map_: str, id_: str, source: str, locator: str | None, quote: str | None, set_: Sequence[str], **how: Any
) -> int:
    """Cite a source."""
    more = _fields("claims", set_, ("cites", 0))
    return _make(map_, {"move": "cite", "id": id_, "source": source, "locator": locator, "quote": quote, **more}, **how)


def run_reword(map_: str, id_: str, text: str, section: str | None, **how: Any) -> int:
    """Say an entry in other words."""
    return _make(map_, {"move": "reword", "id": id_, "text": text, "section": section}, **how)


def run_set(map_: str, id_: str, field: str, values: Sequence[str], section: str | None, **how: Any) -> int:
    """Set a field of an entry, or of the map."""
    if id_ == THE_MAP:
        return _make(map_, {"move": "set", "field": field, "value": _typed((field,), values)}, **how)
    where = section or _section_with(field)
    value = _typed((where, id_, field), values)
    return _make(map_, {"move": "set", "id": id_, "field": field, "value": value, "section": section}, **how)


def run_clear(map_: str, id_: str, field: str, section: str | None, **how: Any) -> int:
    """Clear a field of an entry, or of the map."""
    entry = None if id_ == THE_MAP else id_
    return _make(map_, {"move": "clear", "id": entry, "field": field, "section": section}, **how)


def run_turn(map_: str, id_: str, **how: Any) -> int:
    """Turn an argument round."""
    return _make(map_, {"move": "turn", "id": id_}, **how)


def run_move(map_: str, id_: str, to: str, **how: Any) -> int:
    """Direct an argument at another claim or argument."""
    return _make(map_, {"move": "move", "id": id_, "to": to}, **how)


def run_undercut(map_: str, id_: str, step: str | None, **how: Any) -> int:
    """Let an argument attack a step in place of a claim."""
    return _make(map_, {"move": "undercut", "id": id_, "step": step}, **how)


def run_rebut(map_: str, id_: str, claim: str | None, **how: Any) -> int:
    """Let an argument attack a claim in place of a step."""
    return _make(map_, {"move": "rebut", "id": id_, "claim": claim}, **how)


def run_split(map_: str, id_: str, texts: Sequence[str], **how: Any) -> int:
    """Split an argument by its premises, or a claim by texts."""
    return _make(map_, {"move": "split", "id": id_, "texts": [*texts] or None}, **how)


def run_join(map_: str, ids: Sequence[str], text: str | None, **how: Any) -> int:
    """Join arguments, or claims."""
    return _make(map_, {"move": "join", "ids": [*ids], "text": text}, **how)


def run_remove(map_: str, id_: str, from_: str | None, to: str | None, section: str | None, **how: Any) -> int:
    """Take an entry out, or a premise, or a source."""
    return _make(map_, {"move": "remove", "id": id_, "from": from_, "to": to, "section": section}, **how)


def run_thesis(map_: str, ids: Sequence[str], **how: Any) -> int:
    """Say what the map is about."""
    return _make(map_, {"move": "thesis", "ids": [*ids]}, **how)


def run_undo(map_: str, answer: str, **how: Any) -> int:
    """Take back what an answer tells of."""
    try:
        move = _undo_in(answer)
    except ColdwaterError as error:
        if how["output_format"] != "json":
            raise
        return tell_refusal("undo", error)
    return _make(map_, move, **how)


def _undo_in(answer: str) -> Mapping[str, Any]:
    try:
        data = json.loads(read_side_file(answer))
    except ValueError:
        raise UsageError(f"{answer}: this is no JSON; name a file with what a move printed as JSON") from None
    move = data.get("undo") if isinstance(data, dict) else None
    if not isinstance(move, dict):
        raise UsageError(f"{answer}: it holds no `undo`; name a file with what a move printed as JSON")
    return move


# --- one move -----------------------------------------------------------------------------------------------------


def _make(  # noqa: PLR0913 - what is to be done, and how
    map_: str, move: Mapping[str, Any], diff: bool, dry_run: bool, output_format: str, stdin_name: str
) -> int:
    """Make a move and tell its answer. Exits with 1 if it brings an error with it."""
    wanted = {name: value for name, value in move.items() if value is not None}
    try:
        name, data = given(map_, stdin_name) if map_ == "-" else (map_, None)
        settings = settings_for(None)
        moving = moves.move(name, wanted, data=data, settings=settings, baseline=path_of_baseline(None, settings))
        _put_out(moving, map_, diff or dry_run)
    except ColdwaterError as refusal:
        if output_format == "json":
            return tell_refusal(move["move"], refusal)
        if not isinstance(refusal, MoveRefusedError):
            raise
        say(f"coldwater: {printable(refusal.reason)}")
        for line in _instead(map_, refusal) or [f"  {refusal.why_none}"]:
            say(line)
        return EXIT_FAILED
    if diff:
        sys.stdout.write(text_diff(moving.change, wants_colour(sys.stdout)))
    for change in () if diff or dry_run or map_ == "-" else moving.beside:
        say(f"{printable(change.path)}: follows")
    _tell(moving, output_format, on_stdout=not (diff or (map_ == "-" and not dry_run)))
    is_worse = any(finding.severity == "error" for finding in moving.answer.new)
    return EXIT_FINDINGS if is_worse else EXIT_CLEAN


def tell_refusal(move: str, error: ColdwaterError) -> int:
    """Tell as JSON why a move was not made, whatever kept it from being made, and give the exit code."""
    if isinstance(error, MoveRefusedError):
        told = refusal_data(move, error.reason, error.instead, error.why_none)
    else:
        told = refusal_data(move, str(error), (), "it is not about the move: another one would meet the same")
    sys.stdout.write(json.dumps(told, indent=2) + "\n")
    return EXIT_FAILED


def _put_out(moving: Moving, map_: str, is_trial: bool) -> None:
    if is_trial:
        return
    if map_ == "-":
        sys.stdout.buffer.write(moving.change.new)
        sys.stdout.flush()
    else:
        revise.save(moving)


def _tell(moving: Moving, output_format: str, on_stdout: bool) -> None:
    """Tell an answer: on stdout, unless that holds the text or its changes already."""
    if output_format == "json":
        text = json.dumps(answer_data(moving.answer), indent=2)
        (sys.stdout if on_stdout else sys.stderr).write(text + "\n")
        return
    for line in answer_lines(moving.answer):
        (tell if on_stdout else say)(line)


def _instead(map_: str, refusal: MoveRefusedError) -> list[str]:
    """Give the commands that can be called in place of one that was refused."""
    return [f"  {printable(shlex.join(command_words(map_, move)))}" for move in refusal.instead]


def command_words(map_: str, move: Mapping[str, Any]) -> list[str]:
    """Give the command line that makes a move. What has no option of its own is a ``--set FIELD=VALUE``."""
    name = move["move"]
    arguments = _ARGUMENTS[name]
    words: list[str] = []
    options: list[str] = []
    for field in arguments:
        value = move.get(field, THE_MAP if field == "id" and name in ("set", "clear") else None)
        words += [_word(one) for one in (value if isinstance(value, list) else [value]) if one is not None]
    for field, value in move.items():
        if field in (*arguments, "move") or value is False:
            continue
        if field in _OPTIONS and isinstance(value, str | bool):
            options += [f"--{field}", *([value] if isinstance(value, str) else [])]
        else:
            options += ["--set", f"{field}={_word(value)}"]
    dashed = any(word.startswith("-") for word in words)
    return ["coldwater", *_WORDS.get(name, name).split(), *options, *(["--"] if dashed else []), map_, *words]


def _word(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


# --- values -------------------------------------------------------------------------------------------------------


def _premise(text: str) -> Any:
    """Give a premise as it was named: by an id, by the words of a new claim, or as JSON with the fields of one."""
    found = _json(text) if text.startswith("{") else None
    return found if isinstance(found, dict) else text


def _fields(section: str, given_: Sequence[str], below: Pointer = ()) -> dict[str, Any]:
    """Give fields with their values, as ``--set FIELD=VALUE`` names them; a list is named item by item, or as JSON."""
    found: dict[str, list[str]] = {}
    for text in given_:
        field, equals, value = text.partition("=")
        if not equals or not field:
            raise UsageError(f"--set takes FIELD=VALUE, not `{printable(text)}`")
        found.setdefault(field, []).append(value)
    return {field: _typed((section, "", *below, field), values) for field, values in found.items()}


def _section_with(field: str) -> str:
    """Give a section whose entries have a field; where several have it, it holds the same in each."""
    from coldwater.model.data import SECTIONS, fields_at  # noqa: PLC0415 - as seldom as setting a field

    return next((section for section in SECTIONS if field in fields_at((section, ""))), "claims")


def _typed(pointer: Pointer, values: Sequence[str]) -> Any:
    """Give what a field is to hold, from words: numbers, truth values, lists and objects where the format has them."""
    from coldwater.formats.native.misfits import node_at  # noqa: PLC0415 - the schema is heavy

    node = node_at(pointer)
    forms = [one for one in node.get("anyOf", [node]) if isinstance(one, dict)]
    kinds = {one.get("type") for one in forms}
    if "array" in kinds and ("string" not in kinds or len(values) > 1):
        whole = _json(values[0]) if len(values) == 1 else None
        return whole if isinstance(whole, list) else [_item(forms, value) for value in values]
    if len(values) > 1:
        raise UsageError(f"`{pointer[-1]}` takes one value; put quotes around it")
    if "integer" in kinds and values[0].isascii() and values[0].isdigit():
        return int(values[0])
    if "string" in kinds and not ({"array", "object"} & kinds and values[0][:1] in ("[", "{")):
        return values[0]
    parsed = _json(values[0])
    return values[0] if parsed is None else parsed


def _item(forms: Sequence[Mapping[str, Any]], value: str) -> Any:
    items = next(form.get("items", {}) for form in forms if form.get("type") == "array")
    if "string" in str(items.get("type", "")) or value[:1] not in ("[", "{"):
        return value
    parsed = _json(value)
    return value if parsed is None else parsed


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return None

"""A debate format from plain data, as a file of one's own holds it; and back, as a file to start from."""

from __future__ import annotations

import json

from coldwater.model.graph import SIDES
from coldwater.prep.rounds.debate_format import KINDS, NEW, DebateFormat, Speech
from coldwater.prep.rounds.plain_data import Problem, lacking, quoted, strange, text_problems
from coldwater.suggest import hint

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

#: More speeches, or longer ones, no evening has; nor can shares be finer.
MOST_SPEECHES, MOST_MINUTES, MOST_SHARE = 60, 600, 9
_FIELDS = ("name", "title", "speeches", "coin", "note")
_SPEECH_FIELDS = ("code", "name", "side", "kind", "minutes", "new", "team", "then", "share")
_CHOICES: Mapping[str, tuple[str, ...]] = {"side": SIDES, "kind": KINDS, "new": tuple(NEW)}


def understand(data: Any) -> tuple[DebateFormat | None, list[Problem]]:
    """Give the debate format that plain data holds, or else all that is wrong with it."""
    if not isinstance(data, dict):
        return None, [Problem((), "a debate format is a mapping with `name`, `title` and `speeches`")]
    problems = [
        *strange((), data, _FIELDS),
        *lacking((), data, ("name", "title", "speeches"), (*_FIELDS, *_SPEECH_FIELDS)),
    ]
    problems += [one for field in ("name", "title", "note") for one in _text((), data, field)]
    if not isinstance(data.get("coin", False), bool):
        problems.append(Problem(("coin",), "`coin` is true or false: whether a coin decides who speaks first"))
    problems += _speeches(data["speeches"]) if "speeches" in data else []
    if problems:
        return None, problems
    speeches = tuple(Speech(**one) for one in data["speeches"])
    return DebateFormat(data["name"], data["title"], speeches, data.get("coin", False), data.get("note", "")), []


def _speeches(speeches: Any) -> list[Problem]:
    if not isinstance(speeches, list) or not speeches or len(speeches) > MOST_SPEECHES:
        return [Problem(("speeches",), f"`speeches` is a list of 1 to {MOST_SPEECHES} speeches, in their order")]
    problems = [one for place, speech in enumerate(speeches) for one in _speech(("speeches", place), speech)]
    if problems:
        return problems
    seen: set[str] = set()
    for place, speech in enumerate(speeches):
        if speech["code"].lower() in seen:
            problems.append(Problem(("speeches", place, "code"), f"`{speech['code']}` stands twice; rename one"))
        seen.add(speech["code"].lower())
    return problems


def _speech(pointer: tuple[str | int, ...], speech: Any) -> list[Problem]:
    if not isinstance(speech, dict):
        return [Problem(pointer, f"a speech is a mapping with {quoted(_SPEECH_FIELDS[:6])}")]
    problems = [
        *strange(pointer, speech, _SPEECH_FIELDS),
        *lacking(pointer, speech, _SPEECH_FIELDS[:6], (*_FIELDS, *_SPEECH_FIELDS)),
    ]
    problems += [one for field in ("code", "name", "team", "then") for one in _text(pointer, speech, field)]
    for field, choices in _CHOICES.items():
        value = speech.get(field, choices[0])
        if value not in choices:
            meant = hint(value, choices) if isinstance(value, str) else ""
            problems.append(Problem((*pointer, field), f"`{field}` is one of {', '.join(choices)}.{meant}"))
    minutes = speech.get("minutes", 1)
    if isinstance(minutes, bool) or not isinstance(minutes, int | float) or not 0 < minutes <= MOST_MINUTES:
        problems.append(Problem((*pointer, "minutes"), f"`minutes` is a number above 0, at most {MOST_MINUTES}"))
    share = speech.get("share", 0)
    if isinstance(share, bool) or not isinstance(share, int) or not 0 <= share <= MOST_SHARE:
        problems.append(Problem((*pointer, "share"), f"`share` is a whole number from 0 to {MOST_SHARE}"))
    return problems


def _text(pointer: tuple[str | int, ...], data: Mapping[str, Any], field: str) -> list[Problem]:
    """Say what is wrong with a text: those that are needed may not be empty."""
    return text_problems(pointer, data, field, least=0 if field in ("note", "team", "then") else 1)


# --- as a file ----------------------------------------------------------------------------------------------------

_INTRODUCTION = """\
# A debate format for  coldwater prep flow MAP --side pro --debate-format THIS-FILE.yaml
# The speeches stand in the order of the debate. The fields of each:
#   code     a short name, unique; it stands above the column of the flow sheet
#   name     what the speech is called
#   side     pro or con
#   kind     constructive, rebuttal or reply
#   minutes  its length
#   new      what it may bring in:
{new}
#   team     whose speech it is, where a side has two teams (may be left out)
#   then     what follows it, as cross-examination (may be left out)
#   share    how much of its side's contentions it brings in, against the other speeches of the side that have a share
#            (may be left out; where no speech has one, all come in the first that may)
# coin: true says that a coin decides who speaks first; --first con changes the sides round.
"""


def as_data(debate: DebateFormat) -> dict[str, Any]:
    """Give a debate format as plain data, which ``understand`` reads back; what is empty is left out."""
    data: dict[str, Any] = {"name": debate.name, "title": debate.title}
    if debate.note:
        data["note"] = debate.note
    if debate.coin:
        data["coin"] = True
    data["speeches"] = [
        {field: value for field, value in one._asdict().items() if value not in ("", 0)} for one in debate.speeches
    ]
    return data


def as_yaml(debate: DebateFormat) -> str:
    """Give a debate format as a YAML file to start from: it says what its fields mean."""
    data = as_data(debate)
    lines = [f"{field}: {_scalar(value)}" for field, value in data.items() if field != "speeches"]
    lines.append("speeches:")
    for speech in data["speeches"]:
        fields = [f"{field}: {_scalar(value)}" for field, value in speech.items()]
        lines += [f"  - {fields[0]}", *(f"    {field}" for field in fields[1:])]
    new = "\n".join(f"#     {name:<11} {means}" for name, means in NEW.items())
    return _INTRODUCTION.format(new=new) + "\n".join(lines) + "\n"


def _scalar(value: str | float) -> str:
    """Give a value as YAML reads it back: our own words as they are, other texts in quotes as in JSON."""
    if any(value in choices for choices in _CHOICES.values()):
        return str(value)
    return json.dumps(value, ensure_ascii=False)
